"""What equal numbers count, if the English counts a thing that the Chinese does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from makebrief.checks.numbers.reading import Number
from makebrief.checks.numbers.things import BY_NOUN, Things
from makebrief.checks.numbers.twins import Twins
from makebrief.checks.numbers.units import UNITS

_STRICT, _LOOSE = "户人名位辆家所条座场套", "批件起例次艘架列株头只份项册台"
"""Counter words of things that the nouns of others never name (场 counts no company), and more."""

_OBJECTS = "笔张篇枚幅颗匹盏瓶本"
"""Counter words that count neither people nor places."""

_COUNTER = re.compile(rf"[余多]?(?![人台车架艘件户]次)([{_STRICT}{_LOOSE}{_OBJECTS}])(?!级)")
_COUNTING = frozenset(_STRICT + _LOOSE + "栋幢间张本部支篇款处口眼块片棵匹盏枚个")
"""Counter words: behind them stands no length, area or weight."""

_NAMED = re.compile(
    "[余多]?个?(国家|省份?|城市|地级市|县区|区县|乡镇|街道|社区|(?:行政)?村|学校|医院)(?=[的和及与、，。；）参加获实完]|$)"
)
"""What is counted, where it is named right behind its number and in words that leave no choice."""

_PLACES = frozenset("座处所家")
"""Counter words of places, of which one can often stand for another."""

_PEOPLE_AND_PLACES = _PLACES | frozenset("人名位户")

_STANDING_IN = ("地", "者", "方", "端")
"""What stands for things that were named: 两地, 三者."""

_NOUN_PHRASE = re.compile(r"(?: [A-Za-z'’-]+)+")
_BEHIND = frozenset(
    (
        "of", "in", "at", "on", "for", "with", "from", "to", "by", "and", "or", "were", "was",
        "are", "is", "have", "had", "has", "that", "which", "who", "under", "across", "than",
        "during", "through", "since", "will", "can", "including", "over", "around", "throughout",
        "said", "say", "says", "told", "took", "take", "takes", "won", "win", "made", "make", "got",
        "left", "became", "passed", "met", "need", "must", "may", "could", "would", "should", "do",
        "did", "their", "its", "his", "her", "our", "your", "they", "we", "it",
    )
)  # fmt: skip
"""Words before which a noun phrase ends."""

_IN_A_NAME = re.compile(
    r"\b(?:Figure|Table|Chart|Map|Annex|Appendix|Article|Chapter|Section|Part|Page|Item|Note|Box|Line"
    r"|Phase|Stage|Step|Grade|Class|Category|Level|Room|Hall|Zone|Berth|Gate|Day|Week|Round|No\.) $"
)
"""Words whose number counts nothing: as Figure 1 shows."""

_HOMES_OF = re.compile(r"\b(?:homes?|famil(?:y|ies)|households?) of $")
"""What is counted though people are named: the homes of 3,500 elderly people are 3500户."""

_PEOPLES_HOMES = re.compile("[人员者童][^，。；]{0,12}户|户[^，。；]{0,6}[人员者童]")

_MOST_WORDS = 5
"""How many words a noun phrase has behind its number, at most."""


def find_other_counted(
    twins: Sequence[Twins], chinese: str, english: str
) -> Iterator[tuple[Number, Number]]:
    """Each Chinese number with the English one that counts what the Chinese does not.

    That is a thing of which no character stands in the text, or that the counter word right behind
    the number never counts; or one counts and the other measures. Figures that both texts name are
    settled: they say what they count.
    """
    for each in twins:
        if (each.zh.optional and each.en.optional) or _are_homes(each, chinese, english):
            continue
        if each.en.kind == "quantity" and each.zh.kind == "count":
            if _measures(each.en) and chinese[each.zh.end : each.zh.end + 1] in _COUNTING:
                yield each.zh, each.en
        elif each.en.kind == "count" and each.zh.kind in {"count", "quantity"}:
            words = noun_phrase(english, each.en)
            last = next((at for at, word in enumerate(words) if word in BY_NOUN), -1)
            things = _things_of(words, last) if last >= 0 else None
            if things and (_measures(each.zh) or not _counts(chinese, each.zh, things)):
                counted = " ".join((each.en.words, *words[: last + 1]))
                yield each.zh, replace(each.en, words=counted)


def _things_of(words: list[str], last: int) -> Things:
    """What a noun names, with the word before it if both are one noun: car parks."""
    both = " ".join(words[max(0, last - 1) : last + 1])
    return BY_NOUN.get(both) or BY_NOUN[words[last]]


def _are_homes(twins: Twins, chinese: str, english: str) -> bool:
    """Whether homes are counted by the people in them: 老年人家庭3500户."""
    here, there = twins.zh.start, twins.en.start
    return bool(
        _HOMES_OF.search(english, max(0, there - 16), there)
        and _PEOPLES_HOMES.search(chinese, max(0, here - 14), twins.zh.end + 8)
    )


def _measures(number: Number) -> bool:
    """Whether a number in digits measures a length, an area, a weight: anything but time."""
    unit = UNITS.get(number.unit)
    timed = unit is None or unit.dimension in {"months", "seconds"}
    return not timed and number.words[:1].isdigit()


def _counts(chinese: str, number: Number, things: Things) -> bool:
    """Whether a number of a Chinese text may count things of a kind."""
    if chinese.startswith(_STANDING_IN, number.end):
        return True
    named = _NAMED.match(chinese, number.end)
    if things.characters.isdisjoint(named[1] if named else chinese):
        return False
    counter = counter_of(chinese, number)
    if counter in _PLACES and not _PLACES.isdisjoint(things.counters):
        return True
    if counter in things.counters:
        return True
    if counter in _OBJECTS:
        return _PEOPLE_AND_PLACES.isdisjoint(things.counters)
    return counter == "" or counter in _LOOSE


def counter_of(chinese: str, number: Number) -> str:
    """The counter word right behind a number; none behind a bound, nor that of a rank: 后三位."""
    ranked = chinese[max(0, number.start - 1) : number.start] in set("前后第")
    if ranked or number.words[-1:] in _BOUND_ENDS:
        return ""
    found = _COUNTER.match(chinese, number.end)
    return found[1] if found else ""


_BOUND_ENDS = frozenset("上下内右")
"""How 以上, 以下, 以内 and 左右 end."""


def noun_phrase(english: str, number: Number) -> list[str]:
    """The words right behind a number, up to a mark or a word that begins something else.

    There are none behind a number in a name.
    """
    before = max(0, number.start - 16), number.start
    if _IN_A_NAME.search(english, *before):
        return []
    found = _NOUN_PHRASE.match(english, number.end)
    words: list[str] = []
    for word in found.group().split() if found else ():
        if word.endswith(("’s", "’", "'s")):
            return []
        if word in _BEHIND or len(words) == _MOST_WORDS:
            break
        words.append(word)
    return words
