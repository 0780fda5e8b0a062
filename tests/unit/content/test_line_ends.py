"""Texts written over several lines: one line everywhere but in a title."""

from __future__ import annotations

from pathlib import Path

import pytest

from makebrief.content.parse import parse_source
from makebrief.content.written import one_line, with_line_ends
from makebrief.document.model import Heading
from makebrief.document.walk import iterate
from makebrief.template.compile import Compiler
from tests.samples import BRIEF, bundle_of, workshop


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("聊城市发展和改革委员会\n区域科\n", "聊城市发展和改革委员会\n区域科"),
        ("First Half:\nProgress of 2024\n", "First Half: \nProgress of 2024"),
        ("  一  \n\n二", "一\n二"),
        ("只有一行\n", "只有一行"),
    ],
)
def test_line_ends_come_back_where_the_author_wrote_them(written: str, shown: str) -> None:
    assert with_line_ends(one_line(written), written) == shown


def test_only_texts_on_several_lines_are_kept_as_written() -> None:
    source = parse_source('a: |\n  一\n  二\nb: 一\nc: >\n  一\n  二\nd: "一\\n二"\n', "x.yaml")
    assert source.texts_with_line_ends() == {("a",): "一\n二\n", ("d",): "一\n二"}


def test_a_titles_own_lines_reach_the_document(tmp_path: Path) -> None:
    brief = BRIEF.replace(
        "title: {zh: 上半年情况, en: The First Half}",
        "title:\n  zh: |\n    上半年\n    情况\n  en: |\n    The First Half:\n    Facts\n",
    )
    compiler = Compiler(bundle_of(tmp_path, brief), workshop().house)
    document = compiler.department("statistics")
    title = next(iter(iterate(document, Heading)))
    assert [(each.plain, each.breaks) for each in title.texts] == [
        ("上半年情况", (3,)),
        ("The First Half: Facts", (16,)),
    ]
