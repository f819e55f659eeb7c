"""Which items of an agenda are about money, and whether they say it in plain words. Pure.

A hint for the secretary, not a judgement: what was found wrongly is put right with one choice at
the item.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from easyread.richtext import plain_text

YES, NO = "yes", "no"  # what can be said at an item; otherwise it is looked for
CHOICES = [(YES, "Yes, it is about money"), (NO, "No, it is not about money")]

# An amount: £4,000, € 12.50, 12k, 1.1 million pounds, GBP 300, 50p.
_AMOUNT = re.compile(
    r"[£€$]\s?\d"
    r"|\b(?:GBP|EUR)\s?\d"
    r"|\b\d[\d,.]{0,20}\s?(?:k|m|bn)\b(?!\s*(?:run|walk|race|away|long|wide|high|tall|deep|from|of)\b)"
    r"|\b\d[\d,.]{0,20}\s?(?:million|thousand|hundred|billion)?\s?(?:pounds?|euros?|pence)\b"
    r"|\b\d{1,3}p\b",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"\b(?:"
    r"budget(?:s|ed|ing|ary)?"
    r"|(?:under|over)?fund(?:s|ed|ing|er|ers)?|fundrais(?:e|er|ers|ing)"
    r"|grants?|subsid(?:y|ies|ised)"
    r"|cost(?:s|ed|ing|ings|ly)?"
    r"|spend(?:s|ing)?|spent|expenditures?|underspends?|overspends?|overspent|underspent"
    r"|expenses?"
    r"|money|cash|financ(?:e|es|ial|ially|ing)"
    r"|savings?|cutbacks?"
    r"|fees?|fares?"
    r"|charge[sd]?|charging"
    r"|pay(?:s|ing|ments?)?|paid|unpaid|repay(?:s|ments?)?|payroll|wages?|salar(?:y|ies)|backpay"
    r"|pric(?:e[sd]?|ing)"
    r"|invoices?|debts?|loans?|deficits?|reserves|council tax|precept|levy|levies|rents?"
    r"|value for money|affordab(?:le|ility)|afford(?:s|ed)?"
    r"|contract (?:value|sum|price)|value of the contract|tenders?|procurement"
    r"|benefits (?:cap|rate|rates)|allowances?|bursar(?:y|ies)|donations?|sponsorship"
    r"|invest(?:s|ed|ing|ments?)?|economies|efficiency savings"
    r")\b",
    re.IGNORECASE,
)
# Sayings and names in which such a word says nothing of money.
_NOT_MEANT = re.compile(
    r"\b(?:"
    r"at (?:all|any) costs?"
    r"|(?:pays?|paid|paying) (?:no |little |close |more |special |great |particular )*"
    r"(?:attention|heed|tribute|respects?|lip service|a visit|visits|homage)"
    r"|(?:in|person in|who is in|nurse in|take|takes|took|taking) charge(?: of)?"
    r"|charge nurses?|phone charg(?:er|ers|ing)|free of charge"
    r"|charg(?:e|ed|es|ing) (?:points?|(?:a |the |your |their )?"
    r"(?:phones?|scooters?|wheelchairs?|batter(?:y|ies)|tablets?|cars?))"
    r"|charging (?:points?|stations?|cables?)"
    r"|sav(?:e|ing|ings) (?:time|lives|a life)|daylight savings?"
    r"|(?:spend|spends|spending|spent) (?:\w+ ){0,4}?"
    r"(?:time|days?|hours?|minutes?|weeks?|weekends?|evenings?|mornings?|afternoons?|nights?"
    r"|months?|years?|holidays?|lives|life|together|alone)"
    r"|tim(?:e|es) spent"
    r"|(?:we|they|i|you|he|she|who|people|members|it|to|be) can afford to (?:wait|lose)"
    r"|take[sn]? for granted|taken for granted|grant(?:ed|ing)? (?:a wish|permission|leave|access)"
    r"|(?:grants?|granted) (?:permission|leave|access)"
    r"|tender (?:care|loving)|legal tender"
    r"|make allowances? for|makes allowances? for"
    r"|no (?:extra |additional |further )?(?:cost|charge|fee)s?\b(?: (?:to|for) (?:members|you"
    r"|anyone|people|citizens|carers|those|everyone|anybody|families|residents))?"
    r"|(?:nature|game) reserves|reserves (?:a|the|your) (?:seat|place|room)"
    r"|it pays to|pay off in the end"
    r"|(?:dr|mr|mrs|ms|miss|professor|councillor) (?:price|grant|cash|levy)"
    r"|paid (?:work|jobs?|staff|employment)|unpaid (?:carers?|work|caring)"
    r")\b",
    re.IGNORECASE,
)


def is_about_money(title: str, summary: str) -> bool:
    """Whether the words of an item speak of amounts, costs, budgets, charges or pay."""
    words = f"{title}. {summary}".replace("’", "'").replace("\xa0", " ")
    if _AMOUNT.search(words):
        return True
    if not _WORDS.search(words):  # most items: looking for sayings costs more
        return False
    return bool(_WORDS.search(_NOT_MEANT.sub(" ", words)))


@dataclass(frozen=True)
class MoneyItem:
    """An item that is about money; ``explained`` says whether it has its plain words."""

    place: int  # on the page, from 0
    title: str
    explained: bool


def money_items(items: Iterable[Mapping[str, Any]]) -> list[MoneyItem]:
    """The items about money of an agenda as it is stored (`StreamValue.raw_data`)."""
    found = []
    for place, item in enumerate(items):
        value = item["value"]
        title, explained = value.get("title") or "", bool((value.get("money") or "").strip())
        if _is_meant(value, title, explained):
            found.append(MoneyItem(place, title, explained))
    return found


def _is_meant(value: Mapping[str, Any], title: str, explained: bool) -> bool:
    said = value.get("about_money") or ""
    if said in {YES, NO}:
        return bool(said == YES)
    return explained or is_about_money(title, plain_text(value.get("summary") or ""))
