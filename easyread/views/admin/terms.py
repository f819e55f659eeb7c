"""Where the screens of the jargon buster differ from Wagtail's own."""

from typing import Any

from wagtail.snippets.views.snippets import CreateView, DeleteView

from easyread.models import GlossaryTerm

LONGEST_WORD = 80


class ExplainWordView(CreateView):
    """A new term; ``?word=`` is filled in."""

    def get_initial(self) -> dict[str, Any]:
        word = self.request.GET.get("word", "").replace("\0", "")[:LONGEST_WORD]
        return {**super().get_initial(), "word": word}


class DeleteTermView(DeleteView):
    """Says where the word is used before it goes."""

    @property
    def confirmation_message(self) -> str:
        term: GlossaryTerm = self.object
        if not term.pages_using:
            return f"Do you want to delete “{term.word}”? It is on no public page."
        pages = "1 public page" if term.pages_using == 1 else f"{term.pages_using} public pages"
        return (
            f"“{term.word}” is on {pages}. If you delete it, nobody explains it there any more, "
            "and links to its own page lead nowhere. Do you want to delete it?"
        )
