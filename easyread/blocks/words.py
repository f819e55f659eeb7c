"""Rich text as a block."""

from typing import Any

from wagtail import blocks

from easyread.richtext import plain_text


class WordsBlock(blocks.RichTextBlock):
    """The search finds each word: Wagtail's own reader joins those of nested entries of lists."""

    def get_searchable_content(self, value: Any) -> list[str]:
        return [plain_text(value.source)]
