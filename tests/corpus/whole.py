"""A sample set into a small series, and what `make-brief check` finds in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from makebrief.checks.references import check_bundle
from makebrief.content.load import load_bundle
from makebrief.errors import Diagnostic
from tests.corpus.samples import TEXT, Sample

_SERIES = """\
title: {zh: 系列新闻发布会, en: Press-Conference Series}
period: {year: 2024, half: 1}
issuer: {zh: 政府新闻办公室, en: Government Information Office}
date: 2024-07-23
departments: [statistics]
"""

_BRIEF = """\
department: {zh: 统计部门, en: Department of Statistics}
speaker: {name: {zh: 张三, en: Zhang San}, title: {zh: 通讯员, en: Correspondent}}
"""

_TITLE = "title: {zh: 工作情况, en: Report on Our Work}\nsections:\n"
_HEADING = "- heading: {zh: 总体情况, en: Overview}\n  blocks:\n"
_FILLING = "[text: {zh: 略。, en: Left out.}]"
_TABLE = "  - table:\n      caption: {zh: 主要指标, en: Main Indicators}\n"

_PLACES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        TEXT: (_TITLE + _HEADING, "  - text: PAIR\n"),
        "list": (_TITLE + _HEADING + "  - list:\n", "    - PAIR\n"),
        "quote": (_TITLE + _HEADING, "  - quote: {text: PAIR}\n"),
        "heading": (_TITLE, f"- heading: PAIR\n  blocks: {_FILLING}\n"),
        "title": (
            f"sections:\n- heading: {{zh: 总体情况, en: Overview}}\n  blocks: {_FILLING}\n",
            "title: PAIR\n",
        ),
        "cell": (
            _TITLE + _HEADING + _TABLE + "      columns: [{zh: 项目, en: Item}]\n      rows:\n",
            "      - [PAIR]\n",
        ),
        "label": (
            _TITLE + _HEADING + _TABLE + "      rows: [[1]]\n      columns:\n",
            "      - PAIR\n",
        ),
    }
)
"""Where a sample can stand in a briefing: what goes before its pairs, and around each."""


def find_in_whole(sample: Sample, glossary: str, folder: Path) -> tuple[Diagnostic, ...]:
    """The errors and warnings of a series in which nothing but the sample can be wrong."""
    before, around = _PLACES[sample.place]
    blocks = "".join(around.replace("PAIR", _pair(*each)) for each in sample.pairs)
    (folder / "series.yaml").write_text(_SERIES + glossary, encoding="utf-8")
    (folder / "statistics.yaml").write_text(_BRIEF + before + blocks, encoding="utf-8")
    found = check_bundle(load_bundle(folder))
    return tuple(each for each in found if each.severity != "hint")


def _pair(chinese: str, english: str | None) -> str:
    words = {"zh": chinese} if english is None else {"zh": chinese, "en": english}
    written = {name: each.replace("{", "{{").replace("}", "}}") for name, each in words.items()}
    return json.dumps(written, ensure_ascii=False)
