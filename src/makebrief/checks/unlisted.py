"""Names of organs, places and plans in Chinese texts that the glossary lacks, as hints (E5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from makebrief.checks.parts import FileParts
from makebrief.checks.terms import TermFinder
from makebrief.content.models import Term
from makebrief.content.printed import FIGURE, printed
from makebrief.content.scalars import place_of
from makebrief.errors import Diagnostic
from makebrief.messages import say

_SUSPECT = re.compile(
    "《|[市县区省镇][、，。；：（”》]|[市县区省镇]$|委员会|[局厅]|办公室|公司|集团|大学|学院|医院|协会|商会|联合会|研究院"
)
_ORGANS = (
    "委员会|管理局|监督局|统计局|财政局|审计局|教育局|公安局|民政局|司法局|交通运输局|水利局|农业农村局"
    "|商务局|文化和旅游局|卫生健康局|应急管理局|行政审批服务局|医疗保障局|税务局|气象局|厅|人民政府"
    "|办公室|有限责任公司|有限公司|集团|大学|学院|医院|研究院|协会|商会|联合会"
)
_NO_NAME = "的了与在对向为由将被把从及同等以到各是有这那该其本我全多数每某新老并让使据由经按"
_EDGES = rf"\x00-\x7f、，。；：？！（）《》“”‘’—…·{FIGURE}"
_LEAST_TITLE = 6
"""Shorter titles, such as 《条例》 and 《实施方案》, take up a longer one."""

_COMMON = (
    "我市 全市 本市 各市 外市 城市 都市 超市 股市 上市 夜市 门市 楼市 地市 "
    "县市 我县 全县 本县 各县 外县 我区 全区 各区 城区 社区 园区 地区 小区 "
    "街区 景区 校区 灾区 山区 库区 郊区 省区 片区 新区 辖区 农区 城镇 乡镇 "
    "集镇 村镇 各镇 我省 全省 各省 外省 本省 邻省 跨省 试点省 试点县 试点市 强县 "
    "强镇 强市 大县 大省 大市 县区 市区 市县 老区 专区 林区 牧区 矿区 厂区 "
    "港区 营区 军区 战区 特区 选区 禁区 误区 自治区 开发区 "
)
_COMMON_PLACES = frozenset(_COMMON.split())
_COMMON_ENDS = ("省区", "试点省", "试点县")


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(r"《([^《》]{2,60})》")


@cache
def _organs() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|(?<=[、，。；：（“《省市县区]))(?P<name>[^{_NO_NAME}{_EDGES}]{{2,14}}?(?:{_ORGANS}))"
        rf"(?=[、，。；：（）”》{FIGURE}]|$)"
    )


@cache
def _places() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|(?<=[、，。；：（“省市]))(?P<name>[^{_NO_NAME}{_EDGES}]{{1,3}}[市县区省镇])"
        rf"(?=[、，。；：（）”》{FIGURE}]|$)"
    )


def check_unlisted(files: tuple[FileParts, ...], terms: tuple[Term, ...]) -> Iterator[Diagnostic]:
    """A hint for each name that the glossary lacks, where it first stands; none without one."""
    if not terms:
        return
    finder = TermFinder(terms)
    told: set[str] = set()
    for file in files:
        for path, pair in file.pairs():
            if not _SUSPECT.search(pair.zh):
                continue
            text = printed(pair.zh)
            for at, name in _names(text.text):
                if name in told or _is_known(text.text, at, name, finder):
                    continue
                told.add(name)
                start = text.place(at, at + 1)[0]
                span = place_of(file.source, (*path, "zh"), pair.zh, start)
                message = say("name-unknown", name=name.replace(FIGURE, "…"))
                yield Diagnostic("hint", message, span, (say("hint-name-unknown"),))


def _names(text: str) -> Iterator[tuple[int, str]]:
    for found in _titles().finditer(text):
        if len(found[1].partition("（")[0]) >= _LEAST_TITLE:
            yield found.start(1), found[1]
    for pattern in (_organs(), _places()):
        for found in pattern.finditer(text):
            if not found["name"].endswith(_COMMON_ENDS) and found["name"] not in _COMMON_PLACES:
                yield found.start("name"), found["name"]


def _is_known(text: str, at: int, name: str, finder: TermFinder) -> bool:
    """Whether a glossary term covers a name, but for a kind of place or a bracket at its end."""
    end = at + len(name)
    for mention in finder.mentions(text):
        if mention.at <= at < mention.end:
            rest = text[mention.end : end]
            return len(rest) <= 1 or rest[0] in "（〔" or mention.end >= end
        if at <= mention.at and mention.end >= end:
            return True
    return False
