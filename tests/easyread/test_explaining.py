"""The first use of a hard word in ordinary pages is a link; nothing else of the page changes."""

import random
import re
import time

import pytest
from django.db import connection
from django.template import Context, RequestContext, Template
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from easyread.explained import Explainer
from easyread.models import GlossaryTerm
from easyread.selectors import term_index
from easyread.terms import Term, TermIndex
from portal.home.models import HomePage

INDEX = TermIndex(
    [
        Term(1, "agenda", "agenda"),
        Term(2, "gp", "GP"),
        Term(3, "carers-assessment", "carers' assessment", ("carer's assessment",)),
        Term(4, "carer", "carer"),
        Term(5, "q-and-a", "Q&A"),
    ]
)
WORD = re.compile(r'<a class="word" href="/j/[\w-]+/">(.*?)</a>', re.DOTALL)


def explain(html: str) -> str:
    return Explainer(lambda: INDEX, lambda slug: f"/j/{slug}/").explain(html)


def linked(html: str) -> list[str]:
    """The words that became links; all else is as it was, byte for byte."""
    done = explain(html)
    assert WORD.sub(r"\1", done) == WORD.sub(r"\1", html)
    assert explain(done) == done
    return WORD.findall(done)


def test_the_first_use_becomes_a_link_and_the_next_stays() -> None:
    assert explain("<p>The agenda. An Agenda.</p>") == (
        '<p>The <a class="word" href="/j/agenda/">agenda</a>. An Agenda.</p>'
    )


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/x/">The <strong>agenda</strong></a>',
        "<button>agenda</button>",
        "<H2 class=x>The agenda</H2>",
        "<h3><span>The agenda</span></h3>",
        "<code>agenda</code><kbd>GP</kbd><pre>GP</pre>",
        "<label>agenda <input></label><legend>GP</legend>",
        "<details><summary>agenda</summary></details>",
        "<script>agenda</script><style>agenda{}</style>",
        "<script>'</scrip' + '<p>' + agenda</script >",
        "<textarea><p>agenda</textarea><title>GP</title>",
        "<select><option>agenda</option></select>",
        "<table><tr><th>agenda</th></tr><caption>GP</caption></table>",
        "<p data-plain>agenda <p>GP</p></p>",
        '<div data-plain=""><div>agenda</div><div>GP</div></div>',
        '<span aria-hidden="true">agenda</span><p hidden>GP</p>',
        '<span class="govuk-visually-hidden">agenda</span>',
        '<div role="img">agenda</div><p contenteditable>GP</p>',
        "<svg><text>agenda</text></svg>",
        "<img alt=\"agenda\"><input value='GP' placeholder=agenda>",
        '<p title="the > agenda" data-x=\'"agenda\'></p>',
        "<!-- agenda --><!DOCTYPE agenda><?agenda?>",
        "<agenda></agenda>",
        "&agenda; &GP;",
        "<p>agendaless</p>",
        "   \n\t",
        "",
    ],
)
def test_where_a_link_would_be_wrong_there_is_none(html: str) -> None:
    assert linked(html) == []


@pytest.mark.parametrize(
    "html",
    [
        "<p>x <a href='agenda</p><p>agenda</p>",
        "<p>x <!-- agenda",
        "<p title='agenda>agenda</p>",
        "<scr<b>agenda</b>",
        "</ agenda",
        "<script>agenda",
        "<!agenda",
        "<h2>agenda",
    ],
)
def test_broken_html_is_left_alone_from_there_on(html: str) -> None:
    assert linked(html) == []


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("a < b agenda", ["agenda"]),
        ("<p>1 < 2 & 3 > 2: GP</p>", ["GP"]),
        ("<h2>GP</h2><p>GP</p>", ["GP"]),
        ("<a>agenda</a> <em>agenda</em>", ["agenda"]),
        ("<p data-plain>GP</p><p>GP</p>", ["GP"]),
        ("<script>GP</script><p>GP</p>", ["GP"]),
        ("<p data-plainly aria-hidden='false' class='hidden-no'>GP</p>", ["GP"]),
        ("<p>Ask&nbsp;GP&nbsp;now</p>", ["GP"]),
        ("<p>a carers&#x27; assessment</p>", ["carers&#x27; assessment"]),
        ("<p>a carer&#39;s&nbsp;assessment</p>", ["carer&#39;s&nbsp;assessment"]),
        ("<p>a carer&rsquo;s bus</p>", ["carer"]),
        ("<p>the Q&amp;A</p>", ["Q&amp;A"]),
        ("<br>agenda<img src=x>GP", ["agenda", "GP"]),
        ("<!-->agenda", ["agenda"]),
        ("<!-- > -->agenda", ["agenda"]),
    ],
)
def test_words_in_text_are_linked(html: str, words: list[str]) -> None:
    assert linked(html) == words


@pytest.mark.parametrize(
    "html",
    [
        "<p>The Carers Partnership Board met.</p>",
        "<p>We are the Brackenford Carers.</p>",
        "<p>We are the Carers <b>Partnership Board</b>.</p>",
        "<p>We are the <strong>Family</strong> Carers.</p>",
        '<p>The <a href="/x/">Family</a> Carers met.</p>',
        "<p>Ask the GP Carers Team.</p><p>Carers&#x27; Agenda</p>",
    ],
)
def test_no_link_stands_in_the_middle_of_a_name(html: str) -> None:
    assert [word for word in linked(html) if word != "GP"] == []


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>Carers met.</p>", ["Carers"]),
        ("<p>The Carers met.</p>", ["Carers"]),
        ("<p>Joan met. Carers came. The Carers Board, a carer</p>", ["Carers"]),
        ("<p>The Carers Board is for a carer.</p>", ["carer"]),
        ("<p>Anna <br>Carers came.</p>", ["Carers"]),
        ("<li>Anna</li><li>Carers</li>", ["Carers"]),
        ("<p>Brackenford GP Board</p>", ["GP"]),
        ("<p>Brackenford carers</p>", ["carers"]),
    ],
)
def test_the_same_word_beside_a_name_is_linked(html: str, words: list[str]) -> None:
    assert linked(html) == words


def test_pieces_of_a_page_share_what_was_explained() -> None:
    explainer = Explainer(lambda: INDEX, lambda slug: f"/j/{slug}/")
    assert 'class="word"' in explainer.explain("<p>agenda</p>")
    assert explainer.explain("<p>agenda</p>") == "<p>agenda</p>"


PIECES = [
    *["<p>", "</p>", "agenda", "GP", " ", "<a>", "</a>", "<!--", "-->", "<", ">", '"', "'", "="],
    *["<h2>", "</h2>", "<script>", "</script>", "&", "&amp;", "/", "<b data-plain>", "carers"],
]


@pytest.mark.parametrize("seed", range(20))
def test_whatever_comes_nothing_else_changes_and_twice_is_once(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(100):
        linked("".join(chance.choices(PIECES, k=chance.randrange(40))))


@pytest.mark.parametrize(
    "html",
    [
        "<a " * 20_000,
        '<a "' * 20_000,
        "<!--" * 20_000,
        "<p title='" * 20_000,
        "<script>" * 10_000,
        "<b>GP" * 20_000,
        "&amp" * 20_000,
        "carer's " * 10_000,
    ],
)
def test_hostile_html_takes_no_time(html: str) -> None:
    begun = time.process_time()
    explain(html)
    assert time.process_time() - begun < 2


def render(text: str, count: int = 1) -> str:
    context = RequestContext(RequestFactory().get("/"))
    block = "{% explained %}" + text + "{% endexplained %}"
    done = Template("{% load explaining %}" + block * count)
    return str(done.render(context))


def test_the_template_tag_links_to_the_term_s_own_page(home: HomePage) -> None:
    address = reverse("easyread:jargon_word", args=["agenda"])
    assert render("<p>An agenda</p>") == (f'<p>An <a class="word" href="{address}">agenda</a></p>')


def test_many_tags_on_a_page_cost_one_query_and_explain_once(home: HomePage) -> None:
    with CaptureQueriesContext(connection) as queries:
        done = render("<p>An agenda</p>", count=3)
    assert len(queries) == 1
    assert done.count('class="word"') == 1


@pytest.mark.parametrize(("text", "cost"), [("", 0), (" \n", 0), ("<h2>An agenda</h2>", 1)])
def test_only_a_page_without_anything_costs_nothing(home: HomePage, text: str, cost: int) -> None:
    with CaptureQueriesContext(connection) as queries:
        assert render(text) == text
    assert len(queries) == cost


def test_without_a_request_a_piece_is_explained_too(home: HomePage) -> None:
    text = "{% load explaining %}{% explained %}<p>agenda</p>{% endexplained %}"
    assert 'class="word"' in Template(text).render(Context())


def test_a_changed_jargon_buster_is_seen_at_once(home: HomePage) -> None:
    assert "zyzzyva" not in render("<p>zyzzyva</p>").replace("<p>zyzzyva</p>", "")
    term = GlossaryTerm.objects.create(word="zyzzyva", slug="zyzzyva", explanation="A beetle.")
    assert 'href="/jargon-buster/zyzzyva/"' in render("<p>zyzzyva</p>")
    GlossaryTerm.objects.filter(pk=term.pk).update(word="other")
    assert 'class="word"' not in render("<p>zyzzyva</p>")
    term.delete()
    assert 'class="word"' not in render("<p>other</p>")


def test_the_terms_are_made_ready_once(home: HomePage) -> None:
    assert term_index() is term_index()


def test_a_long_page_is_explained_in_a_moment(home: HomePage) -> None:
    sentence = "<p>The board talked about the bus with the council and a carer in the hall.</p>\n"
    page = (sentence * 2000)[:60_000]
    Explainer(term_index, str).explain(page)
    begun = time.process_time()
    Explainer(term_index, str).explain(page)
    assert time.process_time() - begun < 0.15  # 60 kB; some ms, but machines may be busy
