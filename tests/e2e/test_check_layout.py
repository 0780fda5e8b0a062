"""`make-brief check --layout`: what the finished pages of a series break, as a user sees it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.commands import Office
from tests.samples import brief_with

HOME = "2024 上半年"
FOUR_LINES = "extends: gongwen\npage: {lines: 4}\n"
NARROW = (
    "extends: gongwen\n"
    "page: {margins: {top: 37, bottom: 35, left: 28, right: 142}, characters: 7}\n"
)
LONG = brief_with(
    '- text: {zh: "共1234567890123456789012345家。", en: "There are 1234567890123456789012345."}'
)


def house(office: Office, style: str) -> str:
    """A template of the user's own that differs from the official look in its style."""
    folder = office.folder / "house"
    folder.mkdir()
    (folder / "style.yaml").write_text(style, encoding="utf-8")
    return "house"


def write_brief(office: Office, written: str) -> Path:
    path = office.briefs / HOME / "statistics.yaml"
    path.write_text(written, encoding="utf-8")
    return path


def test_pages_that_break_nothing(small_office: Office) -> None:
    run = small_office.run("check", "--layout")
    assert (run.code, run.err) == (0, "")
    assert "nothing is wrong" in run.out
    assert small_office.files("out") == []


def test_the_series_of_the_repository(office: Office) -> None:
    run = office.run("check", "--layout", "--json")
    assert run.code == 0
    assert [row for row in json.loads(run.out) if row["severity"] == "error"] == []


def test_a_broken_shall_fails(small_office: Office) -> None:
    template = house(small_office, FOUR_LINES)
    assert small_office.run("check", "-t", template).code == 0
    run = small_office.run("check", "--layout", "-t", template)
    assert run.code == 1
    assert "error: statistics, page 1: the first page shows no body text: " in run.err
    assert "(P6: GB/T 9704 7.3.3)" in run.err


def test_in_chinese(small_office: Office) -> None:
    template = house(small_office, FOUR_LINES)
    run = small_office.run("check", "--layout", "-t", template, MAKE_BRIEF_LANG="zh")
    assert "statistics 第 1 页：首页没有显示正文：" in run.err
    assert "（P6，GB/T 9704 7.3.3）" in run.err


def test_json_has_the_rule_its_clause_the_document_the_page_and_the_words(
    small_office: Office,
) -> None:
    write_brief(small_office, LONG)
    run = small_office.run("check", "--layout", "--json", "-t", house(small_office, NARROW))
    rows = [row for row in json.loads(run.out) if row.get("rule") == "L3"]
    row = next(row for row in rows if row["document"] == "statistics")
    assert row["code"] == "layout-l3"
    assert row["source"] == "GB/T 15835; CLREQ 3.1.5.2"
    assert row["page"] >= 1
    assert "｜" in row["words"]
    assert row["file"] == f"briefs/{HOME}/statistics.yaml"
    assert row["line"] == 9
    assert row["severity"] == "hint"
    assert row["hints"][0]["en"].startswith("no line can end rightly here")
    assert {row["document"] for row in rows} == {"statistics", "consolidated"}


def test_hints_do_not_fail_even_when_strict(small_office: Office) -> None:
    write_brief(small_office, LONG)
    run = small_office.run(
        "check", "--layout", "--strict", "--json", "-t", house(small_office, NARROW)
    )
    severities = {row["severity"] for row in json.loads(run.out)}
    assert "hint" in severities
    assert run.code == int(severities != {"hint"})


def test_pages_are_not_laid_out_while_the_content_is_wrong(small_office: Office) -> None:
    write_brief(small_office, brief_with('- text: {zh: "{nobody}", en: a}'))
    run = small_office.run("check", "--layout", "--json", "-t", house(small_office, FOUR_LINES))
    assert [row["code"] for row in json.loads(run.out)] == ["figure-undefined"]
