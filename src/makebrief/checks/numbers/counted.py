"""What equal numbers count, if the English counts a thing that the Chinese never names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from makebrief.checks.numbers.reading import Number
from makebrief.checks.numbers.twins import Twins

_SHOWN: Mapping[str, str] = MappingProxyType(
    {
        "households families": "户家庭居",
        "people persons residents individuals": "人名位民众口者员生师客工老孩童士手兵属友家例岁患",
        "enterprises companies firms businesses factories": "企业公司商厂家店户主体单位行",
        "schools": "校学园院班高初中幼",
        "hospitals clinics": "医院诊卫",
        "vehicles cars buses coaches taxis trucks lorries": "车辆巴",
        "routes lines": "线路列航",
        "stations stops": "站",
        "bridges": "桥",
        "tunnels": "隧",
        "villages": "村庄屯寨",
        "towns townships": "镇乡",
        "counties": "县",
        "cities": "市城都",
        "provinces": "省",
        "countries": "国",
        "trains": "列车班",
        "flights": "航班飞架",
        "ships vessels boats": "船舰艘轮艇",
        "trees": "树株木苗植",
        "jobs posts": "岗业职位",
        "patents": "专利",
        "students pupils": "生学童人班孩",
        "teachers": "师教人",
        "doctors nurses": "医护师人",
        "farmers": "农民户人",
        "workers": "工员人者业",
        "patients": "患病人例者",
        "visitors tourists passengers": "人客游旅",
        "books volumes": "书册卷本图",
        "films": "片影部",
        "performances shows concerts": "演场剧节秀会",
        "exhibitions": "展",
        "matches": "赛场",
        "beds": "床",
        "flats homes houses apartments": "房套户居宅家屋",
        "lifts": "梯",
        "reservoirs": "库",
        "rivers": "河江溪川流水",
        "lakes": "湖",
        "wells": "井",
        "shops stores": "店铺商门",
        "restaurants": "餐馆饭店",
        "museums libraries": "馆博书",
        "calls": "电话热线通诉呼来警救答询",
        "cases": "案例件起宗病患诊事",
        "projects": "项工程目",
    }
)  # fmt: skip
"""Nouns, and the characters of which one stands wherever Chinese names such a thing."""

_CHARACTERS: Mapping[str, frozenset[str]] = MappingProxyType(
    {noun: frozenset(shown) for nouns, shown in _SHOWN.items() for noun in nouns.split()}
)
_NOUN_PHRASE = re.compile(r"(?: [A-Za-z’-]+)+")
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
    """Each Chinese number with the English one that counts what no character of the text shows."""
    for each in twins:
        if each.zh.kind == each.en.kind == "count":
            words = _noun_phrase(english, each.en.end)
            shown = _CHARACTERS.get(words[-1].lower()) if words else None
            if shown and shown.isdisjoint(chinese):
                counted = " ".join((each.en.words, *words))
                yield each.zh, replace(each.en, words=counted)


def _noun_phrase(english: str, start: int) -> list[str]:
    """The words right behind a number, up to a mark or a word that begins something else."""
    found = _NOUN_PHRASE.match(english, start)
    words: list[str] = []
    for word in found.group().split() if found else ():
        if word in _BEHIND:
            break
        words.append(word)
    return words if len(words) <= _MOST_WORDS else []
