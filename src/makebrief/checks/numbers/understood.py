"""What a text leaves to be understood of its numbers: a limit, a currency, an hour, an age."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from msgspec.structs import replace

from makebrief.checks.numbers.numerals import SMALL_WORDS
from makebrief.checks.numbers.reading import EXACTLY, Bound, Number, bare, with_unit_of

_SIDES: dict[str, frozenset[Bound]] = {
    "under": frozenset({"under", "at_most"}),
    "over": frozenset({"over", "at_least"}),
}
_PLURALS = {
    f"{word[:-1]}ve" if word.endswith("f") else f"{word}e" if word.endswith("x") else word: value
    for word, value in SMALL_WORDS.items()
    if value > 1
}
AGES = rf"\b(?P<ages>(?P<age_side>under|over)-(?P<age>\d{{1,3}}|{'|'.join(_PLURALS)})s)\b"
"""Those under or over an age: under-threes, the over-60s."""

_LIMITS: tuple[frozenset[Bound], ...] = (frozenset({"at_most"}), frozenset({"at_least"}))
_Limits = tuple[tuple[re.Pattern[str], Bound], ...]
LIMITED_CHINESE: _Limits = (
    (re.compile("上限|封顶|天花板|红线|限[流额量购载报速高重员]|[日天人户车次]限"), "at_most"),
    (re.compile("下限|底线|门槛"), "at_least"),
)
LIMITED_ENGLISH: _Limits = (
    (
        re.compile(r"\b(?:ceilings?|caps?|capped|(?:upper )?limits?|limited to|maximum)\b"),
        "at_most",
    ),
    (re.compile(r"\b(?:floors?|lower limits?|minimum|thresholds?)\b"), "at_least"),
)
"""Words by which any number of a sentence may be a limit: 45 and 50 are the ceilings."""

ANY_BOUND: frozenset[Bound] = frozenset(
    {"", "over", "nearly", "about", "at_least", "under", "at_most"}
)
_HEDGE_BEFORE = re.compile(
    r"\b(?:shy of|in excess|barely|hardly|scarcely|seldom|rarely|upwards|beyond|no one|nobody"
    r"|(?:was|were|is|are)n['’]t|not even|none|not one|without|all but"
    r"|give or take|a good|anything up|better than)\b[^,.;:\d]{0,16}$"
)
_HEDGE_BEHIND = re.compile(
    r"[^,.;:\d]{0,12}\b(?:or two|or so|or thereabouts|give or take|and then some|and counting"
    r"|if that)\b"
)
"""Words that bound a number in one way or another, too seldom to be told apart."""

_UP_TO = re.compile(
    r",? (?:and|but) (?:up to(?: and including)?|below|under|less than|not (?:more|over|exceeding))"
    r"(?: than)? (?:RMB |US\$|\$|¥)?"
)
"""What stands between the ends of a range: above 220 and up to 300."""

_CHANGED = re.compile(r"\b(?:from|to|than|against|instead of|not) $")
_HOUR = re.compile(r"([01]?\d|2[0-4])\.([0-5]\d)")
_AT_AN_HOUR = re.compile(
    r"\b(?:[Aa]t|than|[Ff]rom|to|until|till|[Bb]y|[Bb]efore|[Aa]fter|and|[Bb]etween)(?: [a-z]+)? $"
)


def understand(numbers: Sequence[Number], text: str) -> Iterator[Number]:
    """Numbers with what they may mean beside what they say."""
    found = limited(_bounded_alike(_between(numbers, text), text), text, LIMITED_ENGLISH)
    yield from _with_units_before(_as_hours(_hedged(found, text), text), text)


def read_ages(text: str, token: re.Match[str]) -> Iterator[Number]:
    """The age that people are under or over."""
    written = token["age"].lower()
    value = int(written) if written.isdigit() else _PLURALS[written]
    bounds = _SIDES[token["age_side"].lower()]
    yield Number("quantity", Fraction(value), *token.span(), unit="year", bounds=bounds)


def _between(numbers: Sequence[Number], text: str) -> list[Number]:
    """Numbers of which two may be limits, aged between 18 and 55, or the ends of a range."""
    found = list(numbers)
    for at, (low, high) in enumerate(pairwise(numbers)):
        if _UP_TO.fullmatch(text, low.end, high.start):
            measured = with_unit_of(low, high) if bare(low) else low
            found[at] = replace(measured, bounds=low.bounds | EXACTLY)
            found[at + 1] = replace(high, bounds=high.bounds | EXACTLY)
            continue
        if text[low.end : high.start] == " and " and text.endswith("between ", 0, low.start):
            found[at] = replace(low, bounds=low.bounds | {"at_least"})
            found[at + 1] = replace(high, bounds=high.bounds | {"at_most", "under"})
    return found


def _bounded_alike(numbers: Sequence[Number], text: str) -> Iterator[Number]:
    """Numbers of which one behind `or` may have the limit of the one before it.

    Not exceed 45 in primary schools or 50 in others limits both.
    """
    limit: frozenset[Bound] = frozenset()
    for each in numbers:
        behind = text.endswith((" or ", " and "), 0, each.start) and each.bounds == EXACTLY
        yield replace(each, bounds=each.bounds | limit) if behind and limit else each
        if not behind:
            limit = each.bounds if each.bounds in _LIMITS else frozenset()


def limited(numbers: Iterable[Number], text: str, words_of: _Limits) -> Iterator[Number]:
    """Numbers that may be limits, if the text speaks of one."""
    limits = frozenset(bound for words, bound in words_of if words.search(text))
    for each in numbers:
        may_be = limits and each.bounds == EXACTLY and each.kind != "year"
        yield replace(each, bounds=each.bounds | limits) if may_be else each


def _hedged(numbers: Iterator[Number], text: str) -> Iterator[Number]:
    """Numbers that are bounded by words of any meaning."""
    for each in numbers:
        hedged = each.bounds == EXACTLY and (
            _HEDGE_BEFORE.search(text, max(0, each.start - 40), each.start)
            or _HEDGE_BEHIND.match(text, each.end)
        )
        yield replace(each, bounds=ANY_BOUND) if hedged else each


def _as_hours(numbers: Iterator[Number], text: str) -> Iterator[Number]:
    """Numbers of which one may be an hour: no earlier than 8.20."""
    for each in numbers:
        hour = _HOUR.fullmatch(text, each.start, each.end) if each.kind == "count" else None
        if hour and _AT_AN_HOUR.search(text, 0, each.start):
            value = Fraction(60 * int(hour[1]) + int(hour[2]))
            yield replace(each, others=(*each.others, replace(each, kind="time", value=value)))
        else:
            yield each


def _with_units_before(numbers: Iterator[Number], text: str) -> Iterator[Number]:
    """Numbers of which one may be in a unit said before: 5,300 yuan a month, up from 4,100."""
    said: dict[tuple[str, str], Number] = {}
    for each in numbers:
        if said and bare(replace(each, others=())) and _is_alone(each, text):
            units = (with_unit_of(each, one) for one in said.values())
            yield replace(each, others=(*each.others, *units))
            continue
        if each.kind in _WITH_UNITS:
            said[each.kind, each.unit] = each
        yield each


def _is_alone(number: Number, text: str) -> bool:
    """Whether a number is what another became, or stands before nothing that it counts."""
    changed = _CHANGED.search(text, max(0, number.start - 16), number.start)
    return changed is not None or _NOTHING_COUNTED.match(text, number.end) is not None


_WITH_UNITS = frozenset({"money", "percent", "points", "quantity", "ratio"})
_NOTHING_COUNTED = re.compile(
    r"[,.;:)]|$| (?:in|at|last|on|per|for|by|from|now|today|and|or|to|with|while|but|this|when|off"
    r"|each|before|earlier|over|under|a (?:year|month|week|day))\b"
)
