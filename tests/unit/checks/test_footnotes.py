"""Footnotes that do not fit their marks, each with its place and a hint."""

from __future__ import annotations

from pathlib import Path

import pytest

from makebrief.checks.references import check_bundle
from makebrief.errors import Diagnostic
from tests.samples import BRIEF, SERIES, brief_with, bundle_of, first_line, hints_of

NOTE = "footnotes:\n  as_of: {zh: 截至6月底。, en: As of the end of June.}\n"


def check(folder: Path, brief: str, series: str = SERIES) -> list[Diagnostic]:
    return list(check_bundle(bundle_of(folder, brief, series)))


def brief(blocks: str) -> str:
    return NOTE + brief_with(blocks)


def test_a_note_that_both_languages_mark_is_right(tmp_path: Path) -> None:
    assert check(tmp_path, brief('- text: {zh: "甲[^as_of]。", en: "A[^as_of]."}')) == []


def test_a_note_may_be_marked_in_every_running_text(tmp_path: Path) -> None:
    written = brief(
        """
        - list: [{zh: "甲[^as_of]", en: "A[^as_of]"}]
        - quote: {text: {zh: "甲[^as_of]", en: "A[^as_of]"}}
        - qa: [{q: {zh: "甲[^as_of]", en: "A[^as_of]"}, a: {zh: "甲[^as_of]", en: "A[^as_of]"}}]
        - note: {zh: "甲[^as_of]", en: "A[^as_of]"}
        - table:
            caption: {zh: "甲[^as_of]", en: "A[^as_of]"}
            columns: [{zh: "甲[^as_of]", en: "A[^as_of]"}, {zh: 乙, en: B}]
            rows: [["62[^as_of]", {zh: "甲[^as_of]", en: "A[^as_of]"}]]
        """
    ).replace(
        "heading: {zh: 总体, en: Overview}", 'heading: {zh: "总体[^as_of]", en: "All[^as_of]"}'
    )
    assert check(tmp_path, written) == []


def test_a_mark_without_its_note_is_placed_and_the_nearest_name_offered(tmp_path: Path) -> None:
    found = check(tmp_path, brief('- text: {zh: "甲[^asof]。", en: "A[^asof]."}'))
    assert [first_line(each) for each in found] == [
        "statistics.yaml:11:22: error: there is no footnote 'asof'",
        "statistics.yaml:11:39: error: there is no footnote 'asof'",
        "statistics.yaml:2:3: warning: the footnote 'as_of' is marked nowhere and is not printed",
    ]
    assert hints_of(found[0]) == ["did you mean 'as_of'?"]


def test_a_mark_in_a_file_without_notes_says_where_to_write_one(tmp_path: Path) -> None:
    found = check(tmp_path, brief_with('- text: {zh: "甲[^a]。", en: "A[^a]."}'))
    assert hints_of(found[0]) == ["add it under footnotes: of this file: a: {zh: …, en: …}"]


@pytest.mark.parametrize(
    ("zh", "en", "lacking"),
    [
        ("甲[^as_of]。", "A.", "the English does not"),
        ("甲。", "A[^as_of].", "the Chinese does not"),
    ],
)
def test_a_mark_that_one_language_lacks_is_an_error_there(
    tmp_path: Path, zh: str, en: str, lacking: str
) -> None:
    [found] = check(tmp_path, brief(f'- text: {{zh: "{zh}", en: "{en}"}}'))
    assert first_line(found).endswith(lacking)
    assert found.severity == "error"
    assert hints_of(found) == ["write [^as_of] behind the same words in both languages"]


def test_an_untranslated_text_may_mark_a_note(tmp_path: Path) -> None:
    [found] = check(tmp_path, brief('- text: {zh: "甲[^as_of]。"}'))
    assert found.message.key == "untranslated"


def test_a_note_cannot_mark_a_note(tmp_path: Path) -> None:
    written = brief('- text: {zh: "甲[^as_of]。", en: "A[^as_of]."}').replace(
        "截至6月底。", '"截至6月底[^as_of]。"'
    )
    assert "footnote-nested" in {each.message.key for each in check(tmp_path, written)}


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        ("title: {zh: 上半年情况, en: The First Half}", "title", "footnote-repeated"),
        ("department: {zh: 统计局, en: Bureau of Statistics}", "department", "footnote-repeated"),
        ("label: {zh: 企业, en: Firms}", "label", "footnote-place"),
    ],
)
def test_what_is_repeated_or_drawn_carries_no_note(
    tmp_path: Path, before: str, after: str, key: str
) -> None:
    whole = BRIEF.replace(before, f'{after}: {{zh: "甲[^as_of]", en: "A[^as_of]"}}')
    assert {each.message.key for each in check(tmp_path, NOTE + whole)} == {key}


def test_the_series_has_notes_of_its_own(tmp_path: Path) -> None:
    series = SERIES + NOTE + 'foreword: {zh: "前言[^as_of]。", en: "Foreword[^as_of]."}\n'
    assert check(tmp_path, BRIEF, series) == []
    found = check(tmp_path, brief_with('- text: {zh: "甲[^as_of]。", en: "A[^as_of]."}'), series)
    assert {each.message.key for each in found} == {"footnote-undefined"}


@pytest.mark.parametrize("written", ["[^]", "[^1]", "[^脚注]", "[^a b]"])
def test_a_mark_whose_name_is_none_is_wrong_markup(tmp_path: Path, written: str) -> None:
    found = check(tmp_path, brief_with(f'- text: {{zh: "甲{written}", en: "A"}}'))
    assert "footnote-name" in {each.message.key for each in found}


def test_wrong_markup_of_a_text_brings_no_report_of_notes_that_it_marks(tmp_path: Path) -> None:
    found = check(tmp_path, brief('- text: {zh: "甲[^as_of]。**", en: "A[^as_of]."}'))
    assert [each.message.key for each in found] == ["markup-open"]
