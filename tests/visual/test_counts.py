"""Our finished PDF, read as any PDF is read, has none of the flaws that are counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.visual.peers import set_by_typst, set_by_us
from tests.visual.reading import Counts, count_flaws
from tests.visual.texts import running_text

FLAWS = ("forbidden", "numbers", "words", "lone", "ragged", "over", "lost")


@pytest.mark.parametrize("measure", [60, 80, 100, 120, 156])
def test_running_text_has_no_flaw_at_any_measure(measure: int, tmp_path: Path) -> None:
    texts = running_text()
    counts = count_flaws(set_by_us(texts, measure, tmp_path), texts, measure)
    assert {name: getattr(counts, name) for name in FLAWS} == dict.fromkeys(FLAWS, 0), counts.places


def test_no_line_gapes_on_the_official_page(tmp_path: Path) -> None:
    texts = running_text()
    counts = count_flaws(set_by_us(texts, 156, tmp_path), texts, 156)
    assert counts.gaping == 0, counts.places


def test_the_reader_finds_flaws_where_there_are_some(tmp_path: Path) -> None:
    texts = running_text()
    theirs = count_flaws(set_by_typst(texts, 100, tmp_path), texts, 100)
    assert theirs.lost == 0
    assert theirs.numbers > 0
    moved = count_flaws(set_by_us(texts, 100, tmp_path), texts, 99)
    assert moved.over > 0
    assert count_flaws(tmp_path / "make-brief.pdf", texts[1:], 100).lost > 0


def test_counts_begin_at_nothing() -> None:
    assert all(getattr(Counts(), name) == 0 for name in FLAWS)
