"""Numbers that both texts state, but that seem to have changed places in the English.

Translators change the order of numbers when the sentence wants it: 3批120名干部 is 120 officials in
three groups. They do not do so between statements that stand side by side in both languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from makebrief.checks.numbers.owners import are_with_their_things, is_of_each
from makebrief.checks.numbers.reading import Number
from makebrief.checks.numbers.twins import DATES, Twins

_SIDE_BY_SIDE = "[，；。、和及与]"
_PART = "其中"
_RISEN_FROM = "[由从][^，；。]*$"
_RANGED = r"[^，。；、：]{0,4}(?:[至到—–～~-]|――)[^，。；、：]{0,6}"
"""What stands between the ends of a range: 9级至, 日8时至13."""

_RANGED_ENGLISH = r"[^,;.]{0,14}(?:[–—-]|\b(?:to|until|till)\b ?)[^,;.]{0,9}"
_COORDINATED = r"(?:, |; |\. |\b(?:and|or|while|whereas|but)\b)(?P<last>[^,;]*)$"
_DEPENDENT = (
    r"\b(?:topping|passing|exceeding|surpassing|crossing|beating"
    r"|in|at|from|among|against|than|across|(?<!dealt )with|within|compared|aged"
    r"|(?<!rise )(?<!increase )(?<!growth )(?<!fall )(?<!drop )(?<!decrease )of)\b"
)
"""Words by which one number depends on another: 470 km long with 12 stations."""

_NEAR = 4
"""How many words before a number may hold the one by which it depends."""

_PARTICIPLE = r"[a-z]+ed (?:by|with|from|through|at) "
"""What begins right behind a comma and depends on what precedes it: , financed by RMB 1 billion."""

_WHEN = r"\b(?:in|on|by|from|of|until|since)(?: (?:early|late|the end of))?[ -](?:mid-)?$"
"""What stands before a date, whatever it depends on."""

_FURTHER = r"^with (?:an? )?(?:further|another|additional) "
"""What coordinates though it begins with `with`."""

_LIKE_THE_OTHERS = r"\b(?:those|that) of "
"""What stands for the things of another: and those of farm products."""

_PART_ENGLISH = r"\b(?:includ\w+|(?:of|among) (?:which|whom|them|these))\b"
_OPENING = re.compile(
    r"(?:^|[.;] )(?:[A-Z]\w+ed|Covering|Costing|Counting|Measuring|Spanning|Weighing|Made|Built"
    r"|With|At|Under) [^.;,]*"
    r"\b(?:of|for|at|with|by) [a-z ]*$"
)
"""Words before the subject of a sentence, whose numbers stand in an order of their own."""

_OF_THEM = (" of them", " of these", " of which", " of whom")
"""What stands behind a number that is part of one before, wherever that is."""

_OF_ALL = r"\b[Oo]f (?:the |these |its |a total of )?$"
_FROM = r"\b[Ff]rom(?: [^ ,;]+){0,4} $"
_TO = r" to(?: [^ ,;]+){0,4} $"
_BOUND = (
    r"\b(?:(?:no |not |never |not to )?(?:more|less|fewer|exceed\w*|higher|lower|longer|shorter)"
    r"(?: than)?|over|at (?:least|most)|up to|nearly|about|around) $"
)
"""What bounds a number, and does not make it depend on one before."""


def find_exchanged(
    twins: Sequence[Twins], chinese: str, english: str
) -> Iterator[tuple[Number, Number]]:
    """Each Chinese number with the English one that stands in its place; twins as in Chinese."""
    places = [each.en.start for each in twins]
    if places == sorted(places):
        return
    ordered = sorted((each for each in twins if not _stands_by(each, chinese)), key=_measure)
    for _, group in groupby(ordered, key=_measure):
        for one, next_ in pairwise(group):
            if one.en.start < next_.en.start or are_with_their_things(one, next_, chinese, english):
                continue
            if english.startswith(_OF_THEM, one.en.end) or _opens(next_.en, english):
                continue
            if _are_exchanged(one, next_, chinese, english):
                yield one.zh, next_.en


def _opens(number: Number, english: str) -> bool:
    """Whether a number stands in what opens a sentence before its subject: Made on a budget of."""
    return _OPENING.search(english[max(0, number.start - 80) : number.start]) is not None


def _stands_by(twins: Twins, chinese: str) -> bool:
    """Whether a number names a grade and counts nothing, 四星级, or is a whole: 每10万人."""
    graded = chinese.startswith(("星", "级", "等"), twins.zh.end)
    return graded or is_of_each(twins, chinese)


def _measure(twins: Twins) -> tuple[str, str]:
    return twins.zh.kind, "" if twins.zh.kind in DATES else twins.zh.unit


def _are_exchanged(one: Twins, next_: Twins, chinese: str, english: str) -> bool:
    """Whether two numbers stand side by side in both languages, in different orders."""
    between = chinese[one.zh.end : next_.zh.start]
    before_english = english[max(0, next_.en.start - 40) : next_.en.start]
    between_english = english[next_.en.end : one.en.start]
    if re.fullmatch(_RANGED, between) and re.fullmatch(_RANGED_ENGLISH, between_english):
        return True
    if not re.search(_SIDE_BY_SIDE, between):
        return bool(
            re.search(_RISEN_FROM, chinese[max(0, one.zh.start - 40) : one.zh.start])
            and re.search(_FROM, before_english)
            and re.search(_TO, between_english)
        )
    part = re.search(_PART_ENGLISH, between_english) or re.search(_OF_ALL, before_english)
    if _PART in between:
        return part is not None
    coordinated = re.search(_COORDINATED, between_english)
    if coordinated is None:
        return False
    last = coordinated["last"]
    if one.zh.kind in DATES:
        last = re.sub(_WHEN, "", last)
    last = re.sub(_BOUND, "", last)
    if chinese[one.zh.start - 1] in "由从":
        last = last.removesuffix("from ")
    alike = _without_parallel(last, before_english)
    if (alike != last and last.endswith("by ")) or _both_compare(one, next_, english):
        return True
    last = re.sub(_LIKE_THE_OTHERS, "", re.sub(_FURTHER, "", alike))
    nearest = " ".join(last.split()[-_NEAR:])
    return not re.search(_DEPENDENT, nearest) and not re.match(_PARTICIPLE, last)


def _both_compare(one: Twins, next_: Twins, english: str) -> bool:
    """Whether both numbers say by how much, with one word: 94 higher, and 286 higher."""
    here = _COMPARATIVE.match(english, one.en.end)
    there = _COMPARATIVE.match(english, next_.en.end)
    return bool(here and there and here.group() == there.group())


_COMPARATIVE = re.compile(" (?:more|fewer|less|higher|lower|longer|shorter|faster)\\b")


def _without_parallel(last: str, before: str) -> str:
    """Words before a number without the last, if the number before has it too: within, within."""
    word = before.rpartition(" ")[0].rpartition(" ")[2]
    return last.removesuffix(f"{word} ") if word.isalpha() else last
