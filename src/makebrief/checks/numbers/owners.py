"""Numbers that in English belong to each other's things: ages, speeds, units, what is counted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
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
    last = number.end - (number.words[-1:] == "岁")
    earlier = before.search(text, max(0, number.start - 24), number.start)
    return earlier is not None or after.match(text, last) is not None


_AGE = _Mark(
    re.compile("(?!)"),
    re.compile(r"(?:[^\d，。；]{0,2}[至到—–～-]\d+)?周?岁"),
    re.compile(
        r"\b(?:(?:aged?|ages|age of)(?: [a-z]+| \w+(?:[–-]| to| and| or))?|under|over"
        r"|oldest (?:of whom )?(?:is|was|being)) ?$"
    ),
    re.compile(r"(?:(?:-| )years?)?(?:-| )(?:olds?|of age)\b"),
)
_SPEED = _Mark(
    re.compile("[时车航]速[^，。；]{0,4}$"),
    re.compile("(?!)"),
    re.compile(r"\bspeeds? of (?:up to )?$"),
    re.compile(r"[ -]?(?:kilomet\w+|km|miles)(?:/h| (?:per|an) hour)\b"),
)
_MARKS = (_AGE, _SPEED)


def find_strangers(
    twins: Sequence[Twins], chinese: str, english: str
) -> Iterator[tuple[Number, Number]]:
    """The first Chinese number with its English one, if what that is of is another's in Chinese."""
    if not 1 < len(twins) <= _MOST:
        return
    tests: tuple[_Test, ...] = (_by_unit, _by_mark, _by_thing)
    for one, other in permutations(twins, 2):
        if any(test(one, other, chinese, english) for test in tests):
            yield one.zh, one.en
            return


_Test = Callable[[Twins, Twins, str, str], bool]


def _by_unit(one: Twins, other: Twins, _chinese: str, _english: str) -> bool:
    """Whether each number is measured in Chinese by what the other is in English."""
    here, there = _measure(one.zh), _measure(other.zh)
    return here != there and (_measure(one.en), _measure(other.en)) == (there, here)


def _measure(number: Number) -> str:
    return number.unit if number.kind == "quantity" else number.kind


def _by_mark(one: Twins, other: Twins, chinese: str, english: str) -> bool:
    """Whether one number alone is of a kind in Chinese, and in English the other alone."""
    return any(
        each.is_on(one, chinese, english) == (True, False)
        and each.is_on(other, chinese, english) == (False, True)
        for each in _MARKS
    )


def _by_thing(one: Twins, other: Twins, chinese: str, english: str) -> bool:
    """Whether a number counts in English what stands by the other in Chinese, and not by it.

    What the other counts in English has to stand by the one; or the one has a counter word that
    counts no such thing.
    """
    things = _counted(one.en, english)
    if things is None:
        return False
    by_one, by_other = _by(one.zh, chinese), _by(other.zh, chinese)
    if not things.characters.isdisjoint(by_one) or things.characters.isdisjoint(by_other):
        return False
    others = _counted(other.en, english)
    if others is None:
        counter = counter_of(chinese, one.zh)
        return counter != "" and counter in _PARTICULAR and counter not in things.counters
    here, there = others.characters.isdisjoint(by_one), others.characters.isdisjoint(by_other)
    return there and not here


_PARTICULAR = "户名位辆家所条座场列艘架株"
"""Counter words that count few kinds of things."""


def _counted(number: Number, english: str) -> Things | None:
    """What an English number counts, if it is a thing that is known."""
    named = [BY_NOUN[word] for word in noun_phrase(english, number.end) if word in BY_NOUN]
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
