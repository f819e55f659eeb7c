"""The 39 rules of easy read that this project keeps to, and who can check each of them.

Where a rule comes from: GOV = GOV.UK on accessible formats, DH = Department of Health, AU =
Australian Style Manual, PIF = Patient Information Forum, PS = Photosymbols, EU = Inclusion Europe,
DUD = Dudley NHS, LS = Leichte Sprache, WCAG = Web Content Accessibility Guidelines 2.2.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Checked(StrEnum):
    """Who can tell whether a rule is kept."""

    TEXT = "text"  # the program, from the words of one block
    DOCUMENT = "document"  # the program, from the whole easy read
    TEMPLATE = "template"  # nobody needs to: the page and the PDF are made that way
    PERSON = "person"  # only a reader


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, in our own words."""

    number: int
    title: str
    source: str
    checked: Checked


RULES: tuple[Rule, ...] = (
    Rule(1, "Sentences have at most 15 words", "GOV, DH, PIF, PS", Checked.TEXT),
    Rule(2, "A sentence has one idea", "GOV", Checked.TEXT),
    Rule(3, "Each sentence starts on a new line", "LS", Checked.TEXT),
    Rule(4, "No sentence inside another sentence", "LS", Checked.TEXT),
    Rule(5, "Sentences say who does it", "GOV, PIF", Checked.TEXT),
    Rule(6, "Everyday words", "all", Checked.TEXT),
    Rule(7, "A hard word is bold, and explained at once", "AU, GOV", Checked.TEXT),
    Rule(8, "Hard words are in a word list at the end", "AU, GOV", Checked.DOCUMENT),
    Rule(9, "Full words, not first letters", "GOV, EU", Checked.TEXT),
    Rule(10, "The same word for the same thing", "EU", Checked.DOCUMENT),
    Rule(11, "No figures of speech, no foreign words", "EU", Checked.PERSON),
    Rule(12, "Names, rather than “it” and “they”", "PIF", Checked.TEXT),
    Rule(13, "Speak to the reader, and say what is, not what is not", "PS", Checked.TEXT),
    Rule(14, "No percentages and no big numbers", "EU", Checked.TEXT),
    Rule(15, "Numbers as figures", "EU", Checked.TEXT),
    Rule(16, "Dates in full, and times as people say them", "EU", Checked.TEXT),
    Rule(17, "No Roman numbers, no footnotes, no “e.g.”", "EU", Checked.TEXT),
    Rule(18, "No words that only fill", "GOV", Checked.TEXT),
    Rule(19, "Questions only in headings", "AU", Checked.TEXT),
    Rule(20, "Each idea has words and a picture", "DH", Checked.DOCUMENT),
    Rule(21, "Pictures left, words right, on a phone too", "DH, AU, PIF, DUD", Checked.TEMPLATE),
    Rule(22, "The picture shows the idea, and shows adults", "PIF", Checked.PERSON),
    Rule(23, "Pictures are large", "DH", Checked.TEMPLATE),
    Rule(24, "Letters are large", "GOV, DH, AU, PIF, PS, DUD", Checked.TEMPLATE),
    Rule(25, "Plain letters without serifs", "GOV, DH", Checked.TEMPLATE),
    Rule(26, "Lines begin at the left", "GOV, DH", Checked.TEMPLATE),
    Rule(27, "Room between the lines", "GOV, DH", Checked.TEMPLATE),
    Rule(28, "No columns, and no word in two parts", "EU", Checked.TEMPLATE),
    Rule(29, "No words in capitals, no italics, no underlining", "GOV, EU", Checked.TEXT),
    Rule(30, "An idea stays on one page", "AU", Checked.TEMPLATE),
    Rule(31, "Page numbers as large as the words", "AU", Checked.TEMPLATE),
    Rule(32, "At most 24 pages", "GOV, DH", Checked.DOCUMENT),
    Rule(33, "A section has at most 5 sentences", "PS", Checked.DOCUMENT),
    Rule(34, "A beginning and an end that always say the same", "AU", Checked.DOCUMENT),
    Rule(35, "Long web addresses stand on paper only", "AU", Checked.TEXT),
    Rule(36, "Out on the same day as the full version", "AU", Checked.DOCUMENT),
    Rule(37, "Checked by people with a learning disability", "EU, PIF", Checked.PERSON),
    Rule(38, "Not childish, and nothing lost", "DUD, AU", Checked.PERSON),
    Rule(39, "Everybody can use the page", "WCAG", Checked.TEXT),
)
