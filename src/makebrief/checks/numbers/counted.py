"""What equal numbers count, if the English counts a thing that the Chinese does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from makebrief.checks.numbers.reading import Number
from makebrief.checks.numbers.twins import Twins
from makebrief.checks.numbers.units import UNITS


class Things(Struct, frozen=True):
    """Things of a kind: their English names, and what shows them in Chinese.

    Wherever Chinese names such a thing, one of the characters stands; `counters` are the counter
    words that count it, beside those that count anything.
    """

    nouns: tuple[str, ...]
    characters: frozenset[str]
    counters: str


def _things(nouns: str, characters: str, counters: str) -> Things:
    return Things(tuple(nouns.split()), frozenset(characters), counters)


_THINGS = (
    _things("households families", "户家庭居", "户家"),
    _things(
        "people persons residents individuals",
        "人名位民众口者员生师客工老孩童士手兵属友家例岁患",
        "人名位例",
    ),
    _things("enterprises companies firms businesses", "企业公司商厂家店户主体单位行", "家户"),
    _things("factories", "厂企业", "家座所"),
    _things("schools", "校学园院班高初中幼", "所家"),
    _things("hospitals clinics", "医院诊卫", "家所"),
    _things("vehicles cars buses coaches taxis trucks lorries", "车辆巴", "辆台部"),
    _things("routes lines", "线路列航", "条"),
    _things("stations stops", "站", "座处家所"),
    _things("bridges", "桥", "座"),
    _things("tunnels", "隧", "座条"),
    _things("villages", "村庄屯寨", "座"),
    _things("towns townships counties", "镇乡县", ""),
    _things("cities", "市城都", "座"),
    _things("provinces", "省", ""),
    _things("countries", "国", ""),
    _things("trains", "列车班", "列班趟次"),
    _things("flights", "航班飞架", "班架次条"),
    _things("ships vessels boats", "船舰艘轮艇", "艘条只"),
    _things("trees", "树株木苗植", "株棵"),
    _things("jobs posts", "岗业职位", "人"),
    _things("patents", "专利", "件项"),
    _things("students pupils", "生学童人班孩", "人名位"),
    _things("teachers", "师教人", "人名位"),
    _things("doctors nurses", "医护师人", "人名位"),
    _things("farmers", "农民户人", "人名位户"),
    _things("workers", "工员人者业", "人名位"),
    _things("patients", "患病人例者", "人名位例"),
    _things("visitors tourists passengers", "人客游旅", "人名位"),
    _things("books volumes", "书册卷本图", "册本部种套卷"),
    _things("films", "片影部", "部场"),
    _things("performances shows concerts", "演场剧节秀会", "场台部次"),
    _things("exhibitions", "展", "场次期项"),
    _things("matches", "赛场", "场项次"),
    _things("beds", "床", "张"),
    _things("flats homes houses apartments", "房套户居宅家屋", "套户间栋幢家处"),
    _things("lifts", "梯", "部台"),
    _things("reservoirs lakes", "库湖", "座处"),
    _things("rivers", "河江溪川流水", "条"),
    _things("wells", "井", "眼口处座"),
    _things("shops stores", "店铺商门", "家户间"),
    _things("restaurants", "餐馆饭店", "家处"),
    _things("museums libraries", "馆博书", "家座所"),
    _things("calls", "电话热线通诉呼来警救答询", "个次起件通"),
    _things("cases", "案例件起宗病患诊事", "件起例宗"),
    _things("projects", "项工程目", "项"),
)

_BY_NOUN: Mapping[str, Things] = MappingProxyType(
    {noun: each for each in _THINGS for noun in each.nouns}
)
_STRICT, _LOOSE = "户人名位辆家所条座场", "批件起例次艘架列株头只份项册台"
"""Counter words of things that the nouns of others never name (场 counts no company), and more."""

_COUNTER = re.compile(rf"[余多]?(?!人次)([{_STRICT}{_LOOSE}])(?!级)")
_NOUN_PHRASE = re.compile(r"(?: [A-Za-z'’-]+)+")
_BEHIND = frozenset(
    (
        "of", "in", "at", "on", "for", "with", "from", "to", "by", "and", "or", "were", "was",
        "are", "is", "have", "had", "has", "that", "which", "who", "under", "across", "than",
        "during", "through", "since", "will", "can", "including", "over", "around", "throughout",
    )
)  # fmt: skip
"""Words before which a noun phrase ends."""

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
        if each.zh.optional and each.en.optional:
            continue
        if each.en.kind == "quantity" and each.zh.kind == "count":
            if _measures(each.en) and _COUNTER.match(chinese, each.zh.end):
                yield each.zh, each.en
        elif each.en.kind == "count" and each.zh.kind in {"count", "quantity"}:
            words = _noun_phrase(english, each.en.end)
            things = _BY_NOUN.get(words[-1].lower()) if words else None
            if things and (_measures(each.zh) or not _counts(chinese, each.zh, things)):
                counted = " ".join((each.en.words, *words))
                yield each.zh, replace(each.en, words=counted)


def _measures(number: Number) -> bool:
    """Whether a number in digits measures a length, an area, a weight: anything but time."""
    unit = UNITS.get(number.unit)
    timed = unit is None or unit.dimension in {"months", "seconds"}
    return not timed and number.words[:1].isdigit()


def _counts(chinese: str, number: Number, things: Things) -> bool:
    """Whether a number of a Chinese text may count things of a kind."""
    if things.characters.isdisjoint(chinese):
        return False
    counter = _COUNTER.match(chinese, number.end)
    return counter is None or counter[1] in _LOOSE or counter[1] in things.counters


def _noun_phrase(english: str, start: int) -> list[str]:
    """The words right behind a number, up to a mark or a word that begins something else."""
    found = _NOUN_PHRASE.match(english, start)
    words: list[str] = []
    for word in found.group().split() if found else ():
        if word in _BEHIND:
            break
        words.append(word)
    while words and words[-1].endswith(_PARTICIPLES):
        words.pop()
    return words if len(words) <= _MOST_WORDS else []


_PARTICIPLES = ("ed", "ing")
"""How words end that stand behind their noun: 65 people affected."""
