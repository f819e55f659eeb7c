"""Explaining hard words where they first stand on a page."""

from django import template
from django.template import Context
from django.template.base import NodeList, Parser, Token
from django.urls import reverse

from easyread import selectors
from easyread.explained import Explainer

register = template.Library()
_ON_REQUEST = "_explainer_of_hard_words"


class ExplainedNode(template.Node):
    """Its content, with the first use of each hard word linked to the jargon buster."""

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> str:
        return _explainer(context).explain(self.nodelist.render(context))


def _explainer(context: Context) -> Explainer:
    """One for all pieces of a page; where there is no request, one for this piece."""
    request = context.get("request") or getattr(context, "request", None)
    if request is None:
        return _new_explainer()
    explainer = getattr(request, _ON_REQUEST, None)
    if explainer is None:
        explainer = _new_explainer()
        setattr(request, _ON_REQUEST, explainer)
    return explainer


def _new_explainer() -> Explainer:
    buster = reverse("easyread:jargon_buster")
    return Explainer(selectors.term_index, lambda slug: f"{buster}{slug}/")


@register.tag
def explained(parser: Parser, token: Token) -> ExplainedNode:
    """``{% explained %} … {% endexplained %}``: one query for a page, however many there are.

    ``data-plain`` on an element keeps all in it as it is.
    """
    nodelist = parser.parse(("endexplained",))
    parser.delete_first_token()
    return ExplainedNode(nodelist)
