"""Numbers that in English belong to each other's things: ages, speeds, units, what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from msgspec import Struct

from makebrief.checks.numbers.counted import counter_of, noun_phrase
from makebrief.checks.numbers.reading import Number
from makebrief.checks.numbers.things import BY_NOUN, Things
from makebrief.checks.numbers.twins import Twins

_MOST = 8
"""How many numbers two texts may share for each to be held against each other."""


class _Mark(Struct, frozen=True):
    """What shows that a number is of a kind: what stands right before it, or right behind it."""

    before_zh: re.Pattern[str]
    after_zh: re.Pattern[str]
    before_en: re.Pattern[str]
    after_en: re.Pattern[str]

    def is_on(self, twins: Twins, chinese: str, english: str) -> tuple[bool, bool]:
        """Whether words right round the Chinese number show the kind, and round the English one."""
        return (
            _is_beside(twins.zh, chinese, self.before_zh, self.after_zh),
            _is_beside(twins.en, english, self.before_en, self.after_en),
        )


def _is_beside(number: Number, text: str, before: re.Pattern[str], after: re.Pattern[str]) -> bool:
    last = number.start + number.words.find("岁") if "岁" in number.words else number.end
    earlier = before.search(text, max(0, number.start - 24), number.start)
    return earlier is not None or after.match(text, last) is not None


_AGE = _Mark(
    re.compile("龄[^，。；\\d]{0,4}$"),
    re.compile(r"(?:[^\d，。；]{0,2}[至到—–～-]\d+)?周?岁"),
    re.compile(
        r"\b(?:(?:aged?|ages|age of)(?: [a-z]+| \w+(?:[–-]| to| and| or))?|under|over"
        r"|oldest (?:of whom )?(?:is|was|being)) ?$"
    ),
    re.compile(r"(?:(?:(?:-| )years?)(?:-| )|-)olds?\b|(?:(?:-| )years?)? of age\b"),
)
_SPEED = _Mark(
    re.compile(r"[时车航]速[^，。；]{0,4}(?:\d(?:[\d.]*公里)?[^，。；\d]{0,6}到)?$"),
    re.compile("(?!)"),
    re.compile(r"\bspeeds? of (?:up to )?$"),
    re.compile(r"(?: to \d[\d.]*)?(?:[ -]?(?:kilomet\w+|km|miles))?(?:/h| (?:per|an) hour)\b"),
)
_MARKS = (("岁", _AGE), ("速", _SPEED))
"""Marks, each with a character without which no Chinese text has it."""

_BY_WHICH = _Mark(
    re.compile("(?:[多高少低快慢大小出]|增加|增长|提高|减少|下降|降低|[上下][调涨跌浮])了?$"),
    re.compile("(?!)"),
    re.compile(r"\b(?:up|down|by|rise of|increase of|growth of|fall of|drop of|decrease of) $"),
    re.compile(
        r" ?(?:percentage points |[a-z]+ )?(?:more|fewer|less|higher|lower|longer|shorter|faster)\b"
    ),
)
"""What shows that a number is the difference of two others: 比去年多1200人."""


def find_strangers(
    twins: Sequence[Twins], chinese: str, english: str
) -> Iterator[tuple[Number, Number]]:
    """The first Chinese number with its English one, if what that is of is another's in Chinese."""
    twins = [each for each in twins if not is_of_each(each, chinese)]
    if not 1 < len(twins) <= _MOST:
        return
    found = (
        _by_unit(twins) or _by_mark(twins, chinese, english) or _by_thing(twins, chinese, english)
    )
    if found:
        yield found.zh, found.en


def is_owned(twins: Twins, chinese: str, english: str) -> bool:
    """Whether a number is an age or a speed in both languages, whatever its place."""
    return any(
        character in chinese and mark.is_on(twins, chinese, english) == (True, True)
        for character, mark in _MARKS
    )


def are_with_their_things(one: Twins, other: Twins, chinese: str, english: str) -> bool:
    """Whether two numbers count in English what stands by them in Chinese, and not by the other."""
    here, there = _by(one.zh, chinese), _by(other.zh, chinese)
    things = _counted(one.en, english), _counted(other.en, english)
    return any(things) and all(
        each is None or (not each.characters.isdisjoint(own) and each.characters.isdisjoint(others))
        for each, own, others in zip(things, (here, there), (there, here), strict=True)
    )


def is_of_each(twins: Twins, chinese: str) -> bool:
    """Whether a Chinese number is that of which something is said: 每10万人."""
    return chinese.endswith("每", 0, twins.zh.start)


def is_difference(twins: Twins, chinese: str, english: str) -> bool:
    """Whether a number is in both languages the difference of two others."""
    return _BY_WHICH.is_on(twins, chinese, english) == (True, True)


def _by_unit(twins: Sequence[Twins]) -> Twins | None:
    """The number that is measured in Chinese by what another is in English, and the reverse."""
    moved = [each for each in twins if _measure(each.zh) != _measure(each.en)]
    for one, other in permutations(moved, 2):
        here, there = _measure(one.zh), _measure(other.zh)
        if (_measure(one.en), _measure(other.en)) == (there, here):
            return one
    return None


def _measure(number: Number) -> str:
    return number.unit if number.kind == "quantity" else number.kind


def _by_mark(twins: Sequence[Twins], chinese: str, english: str) -> Twins | None:
    """The number that alone is of a kind in Chinese, and in English another alone."""
    for character, mark in _MARKS:
        if character in chinese:
            shown = [mark.is_on(each, chinese, english) for each in twins]
            if (False, True) in shown and (True, False) in shown:
                return twins[shown.index((True, False))]
    return None


def _by_thing(twins: Sequence[Twins], chinese: str, english: str) -> Twins | None:
    """The number that counts in English what stands by another in Chinese, and not by it.

    What the other counts in English has to stand by the one; or the one has a counter word that
    counts no such thing.
    """
    things = [_counted(each.en, english) for each in twins]
    if not any(things):
        return None
    words = [_by(each.zh, chinese) for each in twins]
    for one, counted in enumerate(things):
        if counted is None or not counted.characters.isdisjoint(words[one]):
            continue
        for other, others in enumerate(things):
            if counted.characters.isdisjoint(words[other]):
                continue
            if others is None:
                counter = counter_of(chinese, twins[one].zh)
                strange = counter != "" and counter in _PARTICULAR
                moved = strange and counter not in counted.counters
            else:
                moved = others.characters.isdisjoint(words[other])
                moved = moved and not others.characters.isdisjoint(words[one])
            if moved:
                return twins[one]
    return None


_PARTICULAR = "户名位辆家所条座场列艘架株"
"""Counter words that count few kinds of things."""


def _counted(number: Number, english: str) -> Things | None:
    """What an English number counts, if it is a thing that is known."""
    named = [BY_NOUN[word] for word in noun_phrase(english, number) if word in BY_NOUN]
    return named[-1] if named else None


def _by(number: Number, chinese: str) -> str:
    """What a Chinese number is said of: behind it, or before it if nothing but a counter is."""
    behind = _BEHIND.match(chinese, number.end)
    words = number.words + (behind.group() if behind else "")
    if behind and len(behind.group()) > 1:
        return words
    before = _BEFORE.search(chinese, max(0, number.start - 14), number.start)
    return (before.group() if before else "") + words


_BEHIND = re.compile(r"[^\d，。；、：（）！？]{0,10}")
_BEFORE = re.compile(r"[^\d，。；、：（）！？]*$")
