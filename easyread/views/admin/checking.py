"""What the editor asks while somebody writes: advice for each row, and pictures for its words."""

import json
from typing import Any

from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from easyread import selectors
from easyread.checking import ENDING
from easyread.permissions import can_write_easy_reads
from easyread.plainwords import Block, BlockKind, check_document
from easyread.selectors.checks import advice_of, counts_of
from easyread.views.admin.pictures import as_json

LONGEST_ROW = 20_000  # characters: some 3,000 words
MOST_ROWS = 400
LONGEST_BODY = 4_000_000  # bytes
MOST_PICTURES = 4
TOO_LONG = (
    "This row is too long to check: it has {words} words. Nothing is lost. "
    "Easy read has a row for each idea: cut this into rows of one or two sentences."
)


@require_POST
def check(request: HttpRequest) -> JsonResponse:
    """Advice on rows, and on the whole where ``whole`` is asked for.

    The body is JSON: ``{"rows": [{"key", "kind", "text", "bold", "has_picture"}], "whole": bool}``.
    Answers 400 with a sentence where it is something else.
    """
    if not can_write_easy_reads(request.user):
        raise Http404
    try:
        asked = _asked(request)
    except ValueError as problem:
        return JsonResponse({"problem": str(problem)}, status=400)
    rows, whole = asked["rows"], bool(asked.get("whole"))
    blocks = [_block(row) for row in rows]
    report = check_document([*blocks, ENDING], vocabulary=selectors.vocabulary())
    pictures = selectors.suggest_for([block.text[:500] for block in blocks])
    answer: dict[str, Any] = {
        "rows": {
            row["key"]: {
                "advice": _too_long(row) or advice_of(findings),
                "pictures": [as_json(picture) for picture in proposed[:MOST_PICTURES]],
            }
            for row, findings, proposed in zip(
                rows, report.blocks[: len(rows)], pictures, strict=True
            )
        }
    }
    if whole:
        answer["whole"] = {
            "sentences": report.sentences,
            "advice": advice_of(report.whole),
            "counts": counts_of(report),
        }
    return JsonResponse(answer)


def _asked(request: HttpRequest) -> dict[str, Any]:
    if int(request.META.get("CONTENT_LENGTH") or 0) > LONGEST_BODY:
        raise ValueError("This is too much to check at once. Nothing is lost.")
    try:
        asked = json.loads(request.body)
    except (ValueError, RecursionError) as problem:
        raise ValueError("This could not be read.") from problem
    rows = asked.get("rows") if isinstance(asked, dict) else None
    if not isinstance(rows, list) or not all(_is_row(row) for row in rows):
        raise ValueError("This could not be read.")
    if len(rows) > MOST_ROWS:
        raise ValueError(
            f"This has {len(rows)} rows, too many to check at once. Nothing is lost. "
            "An easy read has at most 24 pages: make it shorter, or make two."
        )
    return asked


def _is_row(row: Any) -> bool:
    if not isinstance(row, dict):
        return False
    texts = all(isinstance(row.get(name), str) for name in ("key", "kind", "text"))
    bold = row.get("bold", [])
    return texts and isinstance(bold, list) and all(isinstance(word, str) for word in bold)


def _block(row: dict[str, Any]) -> Block:
    known = {kind.value for kind in BlockKind}
    return Block(
        kind=BlockKind(row["kind"] if row["kind"] in known else "idea"),
        text=row["text"] if len(row["text"]) <= LONGEST_ROW else "",
        bold=frozenset(word.strip().lower() for word in row.get("bold", [])),
        has_picture=bool(row.get("has_picture")),
    )


def _too_long(row: dict[str, Any]) -> list[dict[str, str]]:
    if len(row["text"]) <= LONGEST_ROW:
        return []
    words = f"{len(row['text'].split()):,}"
    return [{"severity": "strong", "words": "", "advice": TOO_LONG.format(words=words)}]
