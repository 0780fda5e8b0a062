"""English words of a way or a side, if the Chinese says but the opposite: below for 高于."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from makebrief.checks.numbers.reading import Number, words_found


class _Sense(Struct, frozen=True):
    """English words; Chinese words one of which a text has that means any of them, however it may
    be used; and the Chinese words of the opposite."""

    english: re.Pattern[str]
    meant: re.Pattern[str]
    opposite: re.Pattern[str]


def _sense(english: str, meant: str, opposite: str) -> _Sense:
    return _Sense(re.compile(rf"\b{english}\b"), re.compile(meant), re.compile(opposite))


_FELL = _sense(
    r"(?:fell|fall(?:en|ing|s) (?:by|to|from)|declin(?:e|ed|es|ing)|decreas(?:e|ed|es|ing)"
    r"|dropp(?:ed|ing)|shrank|shrunk|shrinking|lower(?:ed|ing)|loses?|lost"
    r"|reduc(?:ed|es|ing|tions?)|fewer(?! than)|down (?:to|by|from|[^,.;]{0,12}\d))",
    "[降减跌落缩压负窄亏损免慢缓弱短失丢掉停轻衰死逝亡零]|少(?!年)|退(?!休|役|伍|税|费|耕|捕)|[节俭]省|节[约减]|低(?!保|收|碳|空|龄)|下[滑调浮行挫]",
    "增[长加至幅收产]?|新增|净增|上[升涨调]|提[高升]|扩[大至]|[升涨]|回升|[偏多高]出|翻番|加快",
)
_ROSE = _sense(
    r"(?:rose|risen|rises|rising|increas(?:e|ed|es|ing)|grew|grown|growth|climb(?:ed|ing)"
    r"|jumped|surged|gained|raised|higher(?! than)|up (?:by|from))",
    "[增提升涨扩翻倍强快加暖募筹养育种植攀登创超优丰延反获]|高(?!校|中|新|层|质|标|速公|考|职|龄)"
    "|多(?!家|个|项|种|样|年)|[壮做]大|大幅|上[涨调浮扬行]|[成生助拉]长|发展|[举掀拿拉]起|取得|赢得",
    "下[降跌滑调]|减少|降|减(?![贫税负免排碳灾费])|回落|缩[短小减]|压[缩减]|收窄|跌",
)
_BELOW = _sense(
    "below(?= )", "[下低不未少负短小差劣内减零]", "以上|规上|[高多大]于|[偏高多]出|偏[高多大]|超|高"
)
_ABOVE = _sense(
    r"above(?= )(?! all)(?! [^,;]{0,16}\d (?:and|but) (?:up to|below|under))",
    "[上高超过优逾多大余突满]",
    "以下|[低少小]于|偏[低少]|不[足到]|低",
)
_LESS_THAN = _sense(
    "(?:less|fewer|lower|slower|smaller|narrower) than (?:the|that|those|last|in)",
    "[小低少慢短弱窄]|不[及如]",
    "[大高多快]于|超过",
)
_A_YEAR_LATER = _sense("a year later", "后|[次翌明来]年|一年", "同比|[去上]年|同期")
_LATER = _sense(
    "(?<!or )(?<!years )(?<!months )(?<!days )later(?! (?:this|in|stages?)\\b)",
    "[后晚迟推延缓次翌明再下末来稍随过又内底]",
    "提[前早]|早于|[去上]年|同比",
)
_EARLIER = _sense(
    "earlier", "[前早先去上同比往昔提初曾已原]", "推迟|延[后迟]|晚于|[次翌]年|[天日月年周时]后"
)
_FROM_LAST = _sense(
    "(?:(?:from|to) (?:the )?(?:last|bottom)|last but one)(?! (?:year|month|week|quarter)\\b)",
    "倒数|[末后低垫底]",
    "第[0-9一二三四五六七八九十]+[位名]",
)
_SENSES = (_FELL, _ROSE, _BELOW, _ABOVE, _LESS_THAN, _A_YEAR_LATER, _LATER, _EARLIER, _FROM_LAST)


def find_opposites(chinese: str, english: str) -> Iterator[tuple[Number, Number]]:
    """The Chinese words of a way with the English ones of the opposite."""
    for each in _SENSES:
        if each.meant.search(chinese):
            continue
        here = each.opposite.search(chinese)
        there = here and each.english.search(english)
        if here and there:
            yield words_found(here), words_found(there)
            return
