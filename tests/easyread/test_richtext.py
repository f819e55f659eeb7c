"""No word of an editor's HTML is lost and none is joined to another, however it is written."""

import random
import time
from collections.abc import Iterable, Iterator
from itertools import accumulate

import pytest

from easyread.printing.arranging import paragraphs_of
from easyread.richtext import Run, blocks_of, lines_of, plain_text

IN_A_LINE = ("abbr", "b", "em", "i", "mark", "small", "span", "strong", "sub", "u")
ENDING_A_LINE = (
    *("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h6", "table", "tr", "td", "th"),
    *("section", "article", "blockquote"),
)
UNREAD = ("<!-- gone -->", "<script>'</p>gone'</script>", "<style>gone{}</style>", "<?gone?>")
SEEDS = range(60)
BASE = "https://boards.example/"


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("", []),
        (" \n ", []),
        ("<p></p><p>&nbsp;</p><ul><li></li></ul>", []),
        ("words", ["words"]),
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("<P>One.<P>Two.", ["One.", "Two."]),
        ("<ul><li>Who<ul><li>When</li></ul></li></ul>", ["Who", "When"]),
        ("<table><tr><th>Who</th><th>When</th></tr></table>", ["Who", "When"]),
        ("<table><tr><td>Who<td>When<tr><td>Mo<td>May</table>", ["Who", "When", "Mo", "May"]),
        ("<dl><dt>Who</dt><dd>When</dd></dl>", ["Who", "When"]),
        ("<h2>Who</h2>When<h3>Where</h3>", ["Who", "When", "Where"]),
        ("<div>Who<div>When</div>Where</div>Why", ["Who", "When", "Where", "Why"]),
        ("<p>Who<br>When<br/>Where<BR />Why</p>", ["Who", "When", "Where", "Why"]),
        ("<p><br><br>Who<br></p>", ["Who"]),
        ("<p>Who<hr/>When</p>", ["Who", "When"]),
        ('<p>Who<embed embedtype="image" id="1"/>When</p>', ["Who", "When"]),
        ("<main>Who</main><made-up>When</made-up>", ["Who", "When"]),
        ("<p>un<b>believ</b><i>ab</i>le</p>", ["unbelievable"]),
        ("<p>super<wbr>cali</p>", ["supercali"]),
        ("<p>The <b>carers </b> board </p>", ["The carers board"]),
        ("<p>many\n\t spaces&nbsp; here</p>", ["many spaces here"]),
        ("<p>Fish &amp; chips, &pound;9, caf&eacute; &#8217;</p>", ["Fish & chips, £9, café ’"]),
        ("<p>&lt;b&gt; &amp;amp; &unknown; AT&T</p>", ["<b> &amp; &unknown; AT&T"]),
        ("<p>a < b, 5 <6, 7> 3</p>", ["a < b, 5 <6, 7> 3"]),
        ("<p title='a > b'>Who</p>", ["Who"]),
        ("<p>Who<!-- not this -->le</p>", ["Whole"]),
        ("<style>p{}</style><p>Who</p><script>if (a < b) {}</script>When", ["Who", "When"]),
        ("<head><title>Not this</title></head><body>Who</body>", ["Who"]),
        ("<style>p{}</style></b>Who", ["Who"]),
        ("<noscript>no</noscript><template><p>no</p></template><p>Who</p>", ["Who"]),
        ("<svg><title>no</title><text>no</text></svg><iframe><p>no</iframe>Who", ["Who"]),
        ("</p>Who</div><p>When</b></p>", ["Who", "When"]),
        ("<p>Who<ul><li>When</li></ul>Where</p>Why", ["Who", "When", "Where", "Why"]),
        ("<p>Łódź, 你好 and 😀</p>", ["Łódź, 你好 and 😀"]),
        ("<meta charset='latin1'><p>Łódź</p>", ["Łódź"]),
        ("<p>\ud800 and \0 stay</p>", ["? and \ufffd stay"]),
    ],
)
def test_what_one_reads(html: str, lines: list[str]) -> None:
    assert [line.words for line in lines_of(html)] == lines
    assert plain_text(html) == "\n".join(lines)


def test_a_block_keeps_its_kind_and_its_breaks() -> None:
    html = (
        "<h2>Buses</h2><p>On<br>time</p><ul><li>One<ol><li><p>Two</p></li></ol>Three</li></ul>"
        "<table><tr><td>Who</td></tr></table>"
    )
    assert [(block.kind, block.words) for block in blocks_of(html)] == [
        *[("h2", "Buses"), ("p", "On\ntime"), ("li", "One"), ("li", "Two"), ("li", "Three")],
        ("td", "Who"),
    ]


@pytest.mark.parametrize(
    ("html", "bold"),
    [
        ("<p>The <b>carers</b> and <strong>the board</strong></p>", ["carers", "the board"]),
        ("<p><b>quo</b><strong>rum</strong></p>", ["quorum"]),
        ("<p><b>the <a href='/x/'>plan</a></b></p>", ["the plan"]),
        ("<p><b><i>fish</i> &amp; <b>chips</b></b> no</p>", ["fish & chips"]),
        ("<p><b> </b>no<b></b></p>", []),
        ("<p><b>one<br>two</b></p><p>no</p>", ["one", "two"]),
    ],
)
def test_phrases_in_bold(html: str, bold: list[str]) -> None:
    assert [phrase for line in lines_of(html) for phrase in line.bold] == bold


def test_where_links_lead() -> None:
    [block] = blocks_of('<p>See <a>nothing</a>, <a href="/x/">this <b>page</b></a>.</p>')
    assert block.address == "/x/"
    assert block.lines[0].runs == (
        *(Run("See nothing, "), Run("this ", address="/x/"), Run("page", True, "/x/"), Run(".")),
    )
    assert blocks_of("<p>No link</p>")[0].address == ""


@pytest.mark.parametrize(
    ("html", "printed"),
    [
        ('<a href="/x/">More</a> here', "More (boards.example/x/) here"),
        ('<a href="/x/">More </a>here', "More (boards.example/x/) here"),
        ('<a href="https://a.example">a.example</a>', "a.example"),
        ('<a href="mailto:a@b.example">Write</a>', "Write (a@b.example)"),
        ('<a href="javascript:x">More</a>, <a>less</a>', "More, less"),
        ('<a href="/x/">One</a> <a href="/x/">two</a>', f"One ({BASE[8:]}x/) two ({BASE[8:]}x/)"),
    ],
)
def test_on_paper_links_are_spelt_out(html: str, printed: str) -> None:
    [words] = paragraphs_of(f"<p>{html}</p>", base=BASE)
    assert "".join(run.text for run in words) == printed


def ends(texts: Iterable[str]) -> set[int]:
    """After how many letters each of them ends."""
    return set(accumulate(len("".join(text.split())) for text in texts))


@pytest.mark.parametrize("seed", SEEDS)
def test_no_word_is_lost_or_joined_to_another(seed: int) -> None:
    """In a soup of tags: ends without beginnings, beginnings without ends, wrong order."""
    draw = random.Random(seed)
    html, expected = "", [""]
    for number in range(draw.randint(1, 120)):
        match draw.randrange(6):
            case 0 | 1:
                html += f"w{number}é&amp;"
                expected[-1] += f"w{number}é&"
            case 2:
                html += draw.choice((" ", "\n", "&nbsp;", " \t "))
                expected[-1] += " "
            case 3:
                html += draw.choice(("<{}>", "</{}>")).format(draw.choice(IN_A_LINE))
            case 4:
                html += draw.choice(UNREAD)
            case _:
                tag = draw.choice(("<{}>", "<{} class='a > b'>", "</{}>", "<br>", "<hr/>"))
                html += tag.format(draw.choice(ENDING_A_LINE))
                expected.append("")
    lines = [line.words for line in lines_of(html)]
    assert "".join(" ".join(lines).split()) == "".join(" ".join(expected).split())
    assert ends(expected) <= ends(lines) | {0}, html
    assert ends(" ".join(expected).split()) <= ends(" ".join(lines).split())


def blocks(draw: random.Random, depth: int) -> Iterator[tuple[str, str]]:
    """Pieces of well-formed HTML, each with what is to be read of it."""
    for _ in range(draw.randint(1, 4)):
        yield draw.choice((("a<b>b</b>c", "abc"), ("d ", "d "), ("<br/>", "\n"), ("<i/>", "")))
        if depth:
            tag = draw.choice(("div", "section", "li", "td", "dd", "blockquote"))
            yield f"<{tag}>", "\n"
            yield from blocks(draw, depth - 1)
            yield f"</{tag}>", "\n"


@pytest.mark.parametrize("seed", SEEDS)
def test_lines_end_where_blocks_do_and_nowhere_else(seed: int) -> None:
    pieces = list(blocks(random.Random(seed), 4))
    expected = "".join(text for _, text in pieces).split("\n")
    read = [line.words for line in lines_of("".join(html for html, _ in pieces))]
    assert read == [line.strip() for line in expected if line.strip()]


def written(draw: random.Random, manner: tuple[bool, str], depth: int) -> Iterator[tuple[str, Run]]:
    """Pieces of HTML, each with what is to be read of it."""
    for _ in range(draw.randint(1, 4)):
        kind = draw.randrange(4) if depth else 0
        if kind == 0:
            word = draw.choice(("board", "carers’", " ", "at ten. ", " £9"))
            yield word, Run(word, *manner)
        elif kind == 1:
            tag = draw.choice(("b", "strong"))
            yield f"<{tag}>", Run("")
            yield from written(draw, (True, manner[1]), depth - 1)
            yield f"</{tag}>", Run("")
        elif kind == 2 and not manner[1]:
            yield '<a href="/x/?a=1&amp;b=2">', Run("")
            yield from written(draw, (manner[0], "/x/?a=1&b=2"), depth - 1)
            yield "</a>", Run("")
        else:
            yield "<i>", Run("")
            yield from written(draw, manner, depth - 1)
            yield "</i>", Run("")


@pytest.mark.parametrize("seed", SEEDS)
def test_every_letter_keeps_its_manner(seed: int) -> None:
    pieces = list(written(random.Random(seed), (False, ""), 5))
    expected = [
        (letter, run.is_bold, run.address)
        for _, run in pieces
        for letter in run.text
        if not letter.isspace()
    ]
    lines = lines_of("<p>" + "".join(html for html, _ in pieces) + "</p>")
    runs = [run for line in lines for run in line.runs]
    assert [
        (letter, run.is_bold, run.address)
        for run in runs
        for letter in run.text
        if not letter.isspace()
    ] == expected
    assert all(run.text for run in runs)
    words = "".join(run.text for run in runs)
    assert words == " ".join("".join(run.text for _, run in pieces).split())


@pytest.mark.parametrize(
    "piece", ["<p>w ", "<div>w ", "<b>w ", "<li>w", "w</p>", "<a ", "<!--", "&amp; ", "<", "</"]
)
def test_a_long_page_is_read_at_once_and_to_its_end(piece: str) -> None:
    count = 20_000
    begun = time.process_time()
    words = plain_text(piece * count)
    assert words.count("w") == (count if "w" in piece else 0)
    assert time.process_time() - begun < 5
