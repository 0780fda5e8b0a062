"""A Chinese text that changes alone makes its English stale, wherever both have moved."""

from __future__ import annotations

from pathlib import Path

import pytest

from makebrief.checks.chosen import choose, read_chosen
from makebrief.checks.parts import FileParts, read_parts
from makebrief.checks.twins import (
    MEMORY_FILE,
    changed_words,
    check_twins,
    confirm_twins,
    count_unconfirmed,
    essence,
    load_confirmed,
    memory_text,
)
from makebrief.content.load import load_bundle
from makebrief.errors import BriefError
from tests.samples import brief_with, first_line, hints_of, refusal, write_series

FIRST = [
    "{zh: 建成门诊48家。, en: Clinics were built.}",
    "{zh: 走访企业。, en: Firms were visited.}",
]


def files_of(folder: Path, pairs: list[str]) -> tuple[FileParts, ...]:
    brief = brief_with("\n".join(f"- text: {each}" for each in pairs))
    write_series(folder, {"statistics.yaml": brief})
    return read_parts(load_bundle(folder))


def confirm(folder: Path, pairs: list[str], *places: str) -> int:
    chosen = choose(tuple(read_chosen(each) for each in places))
    remembered, fresh = confirm_twins(files_of(folder, pairs), load_confirmed(folder), chosen)
    (folder / MEMORY_FILE).write_text(memory_text(remembered), encoding="utf-8")
    return fresh


def stale(folder: Path, pairs: list[str]) -> list[str]:
    found = check_twins(files_of(folder, pairs), load_confirmed(folder))
    return [first_line(each) for each in found]


def test_without_a_memory_nothing_is_said(tmp_path: Path) -> None:
    assert stale(tmp_path, FIRST) == []
    assert count_unconfirmed(files_of(tmp_path, FIRST), load_confirmed(tmp_path)) is None


def test_a_chinese_that_changes_alone_is_reported_at_its_english(tmp_path: Path) -> None:
    confirm(tmp_path, FIRST)
    [found] = check_twins(
        files_of(tmp_path, [FIRST[0].replace("48", "50"), FIRST[1]]), load_confirmed(tmp_path)
    )
    assert first_line(found) == (
        "statistics.yaml:9:34: warning: the Chinese has changed "
        "(“建成门诊48家。” → “建成门诊50家。”), this English has not"
    )
    assert "--accept" in hints_of(found)[0]


def test_pairs_that_move_are_recognised(tmp_path: Path) -> None:
    confirm(tmp_path, FIRST)
    moved = ["{zh: 新增一段。, en: New.}", FIRST[1], FIRST[0].replace("48", "50")]
    assert [line.split(":")[1] for line in stale(tmp_path, moved)] == ["11"]


@pytest.mark.parametrize(
    "changed",
    [
        "{zh: 建成门诊48家, en: Clinics were built.}",
        "{zh: “建成”门诊４８家！, en: Clinics were built.}",
        "{zh: 建成**门诊** 48家。, en: Clinics were built.}",
    ],
)
def test_marks_and_markup_are_no_change(tmp_path: Path, changed: str) -> None:
    confirm(tmp_path, FIRST)
    assert stale(tmp_path, [changed, FIRST[1]]) == []


def test_an_english_that_changes_is_not_stale(tmp_path: Path) -> None:
    confirm(tmp_path, FIRST)
    both = ["{zh: 建成门诊50家。, en: Fifty clinics were built.}", FIRST[1].replace("Firms", "All")]
    assert stale(tmp_path, both) == []
    assert count_unconfirmed(files_of(tmp_path, both), load_confirmed(tmp_path)) == 2


def test_one_of_two_equal_pairs_that_changes_is_stale(tmp_path: Path) -> None:
    same = ["{zh: 同上。, en: As above.}", "{zh: 同上。, en: As above.}"]
    confirm(tmp_path, same)
    assert stale(tmp_path, same) == []
    assert len(stale(tmp_path, [same[0], "{zh: 见附件。, en: As above.}"])) == 1


def test_a_new_pair_with_the_english_of_another_is_not_stale(tmp_path: Path) -> None:
    confirm(tmp_path, FIRST)
    assert stale(tmp_path, [*FIRST, "{zh: 全部走访。, en: Firms were visited.}"]) == []


def test_accepting_clears_and_only_where_it_is_asked(tmp_path: Path) -> None:
    confirm(tmp_path, FIRST)
    changed = [FIRST[0].replace("48", "50"), FIRST[1].replace("走访", "回访")]
    assert len(stale(tmp_path, changed)) == 2
    assert confirm(tmp_path, changed, "statistics:10") == 1
    assert [line.split(":")[1] for line in stale(tmp_path, changed)] == ["9"]
    assert confirm(tmp_path, changed) == 1
    assert stale(tmp_path, changed) == []
    assert confirm(tmp_path, changed) == 0


def test_what_is_gone_is_forgotten_when_its_department_is_accepted(tmp_path: Path) -> None:
    confirm(tmp_path, FIRST)
    confirm(tmp_path, FIRST[1:], "statistics")
    confirmed = load_confirmed(tmp_path) or ()
    assert "建成门诊48家。" not in {each.chinese for each in confirmed}
    assert "走访企业。" in {each.chinese for each in confirmed}


def test_the_memory_is_sorted_one_pair_a_line_and_reads_back(tmp_path: Path) -> None:
    confirm(tmp_path, FIRST)
    lines = (tmp_path / MEMORY_FILE).read_text(encoding="utf-8").splitlines()
    assert lines[1:] == sorted(lines[1:])
    assert sum("建成门诊48家。" in line for line in lines) == 1
    (tmp_path / MEMORY_FILE).write_text("\n".join(reversed(lines)), encoding="utf-8")
    assert stale(tmp_path, FIRST) == []


def test_a_line_that_is_no_pair_is_an_error_with_its_place(tmp_path: Path) -> None:
    confirm(tmp_path, FIRST)
    with (tmp_path / MEMORY_FILE).open("a", encoding="utf-8") as file:
        file.write("<<<<<<< ours\n")
    failure = refusal(lambda: load_confirmed(tmp_path))
    assert isinstance(failure, BriefError)
    assert failure.diagnostics[0].message.key == "pairs-file-broken"
    span = failure.diagnostics[0].span
    assert span is not None
    assert span.line > 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("增长-5%", "增长5%", False),
        ("增长5%", "增长5个百分点", False),
        ("1.5万", "15万", False),
        ("12,345户", "12345户", True),
        ("2024年07月", "2024年7月", True),
        ("Plan A", "plan a", True),
        ("{firms}家", "{shops}家", False),
    ],
)
def test_numbers_and_signs_count(one: str, other: str, same: bool) -> None:
    assert (essence(one) == essence(other)) is same


def test_changed_words_are_shown_with_what_stands_around() -> None:
    before, after = "一二三四五六七八48九十一二三四五", "一二三四五六七八50九十一二三四五"
    assert changed_words(before, after) == (
        "…三四五六七八48九十一二三四五",
        "…三四五六七八50九十一二三四五",
    )


def test_a_figure_beside_the_changed_words_is_shown_whole() -> None:
    before, after = "全市现有企业{firms}家，同比增长", "全市现有商户{firms}家，同比增长"
    assert changed_words(before, after) == (
        "全市现有企业{firms}…",
        "全市现有商户{firms}…",
    )
