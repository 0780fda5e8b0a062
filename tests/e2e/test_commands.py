"""Help, usage errors and the commands that write no documents."""

from __future__ import annotations

import json
import re

import pytest

from makebrief import __version__
from tests.commands import Office
from tests.samples import BRIEF, CHECKOUT, SERIES, brief_with

HOME = "2024 上半年"
COMMANDS = ["build", "check", "schema", "fonts"]


def test_help_names_the_commands_and_the_options_of_the_default_one(small_office: Office) -> None:
    run = small_office.run("--help")
    assert (run.code, run.err) == (0, "")
    for word in (
        *COMMANDS,
        "--format",
        "--report",
        "--department",
        "--layout",
        "--template",
        "--output",
        "--strict",
    ):
        assert word in run.out


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_in_both_languages(small_office: Office, command: str) -> None:
    english = small_office.run(command, "--help")
    chinese = small_office.run(command, "--help", MAKE_BRIEF_LANG="zh")
    assert english.code == chinese.code == 0
    assert not re.search("[\u4e00-\u9fff]", english.out)
    for line in chinese.out.splitlines():
        if re.match(r"  +[A-Za-z]{4,} [a-z]+ [a-z]+", line):
            pytest.fail(f"this line of the Chinese help is English: {line}")
    assert re.search("[\u4e00-\u9fff]", chinese.out)
    assert "help-" not in english.out + chinese.out


def test_help_follows_the_locale(small_office: Office) -> None:
    run = small_office.run("--help", MAKE_BRIEF_LANG="", LANG="zh_CN.UTF-8")
    assert "用法" in run.out


def test_output_is_utf8_whatever_the_locale(small_office: Office) -> None:
    run = small_office.run(
        "--help", MAKE_BRIEF_LANG="zh", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert run.code == 0
    assert "用法" in run.out


def test_the_version(small_office: Office) -> None:
    run = small_office.run("--version")
    assert run.code == 0
    assert __version__ in run.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--formt", "pdf"], ["--formt", "did you mean '--format'?"]),
        (["--zzzz"], ["there is no option --zzzz"]),
        (["build", "--zzzz"], ["there is no option --zzzz"]),
        (["-z"], ["-z"]),
        (["-f", "doc"], ["'doc' is not one of: pdf, docx"]),
        (["-r", "everything"], ["departments, consolidated, all"]),
        (["-l", "columns"], ["'columns' is not one of: alternating,"]),
        (["-f"], ["needs a value"]),
        (["-j", "0"], ["0"]),
        (["-j", "many"], ["many"]),
        (["one", "two"], ["two"]),
        (["schema", "nothing"], ["'nothing' is not one of: series, brief"]),
        (["check", "--strct"], ["did you mean '--strict'?"]),
    ],
)
def test_a_usage_error_says_what_is_wrong_and_where_help_is(
    small_office: Office, arguments: list[str], words: list[str]
) -> None:
    run = small_office.run(*arguments)
    assert run.code == 2
    assert run.out == ""
    assert run.err.startswith("error: ")
    assert "--help" in run.err.splitlines()[-1]
    assert len(run.err.splitlines()) == 2
    for word in words:
        assert word in run.err


@pytest.mark.parametrize(
    "arguments", [["--zzzz"], ["-f", "doc"], ["one", "two"], ["-j", "0"], ["-f"]]
)
def test_usage_errors_are_chinese_for_a_chinese_user(
    small_office: Office, arguments: list[str]
) -> None:
    run = small_office.run(*arguments, MAKE_BRIEF_LANG="zh")
    assert run.code == 2
    for line in run.err.splitlines():
        assert re.search("[\u4e00-\u9fff]", line), line
    assert "unexpected" not in run.err


def test_a_misspelled_command_says_what_it_took_it_for(small_office: Office) -> None:
    run = small_office.run("chekc")
    assert run.code in {1, 2}
    assert "'chekc'" in run.err
    assert "Traceback" not in run.err


def test_check_says_that_all_is_well(small_office: Office) -> None:
    run = small_office.run("check")
    assert (run.code, run.err) == (0, "")
    assert "nothing is wrong" in run.out
    assert small_office.files("out") == []


def test_check_finds_characters_that_no_font_has(small_office: Office) -> None:
    brief = small_office.briefs / HOME / "statistics.yaml"
    brief.write_text(BRIEF.replace("There", "\U0001f600 There"), encoding="utf-8")
    run = small_office.run("check")
    assert run.code == 1
    assert "U+1F600" in run.err


def test_check_prints_json_for_programs(small_office: Office) -> None:
    brief = brief_with('- text: {zh: 尚未翻译}\n- text: {zh: "{nobody}", en: a}')
    (small_office.briefs / HOME / "statistics.yaml").write_text(brief, encoding="utf-8")
    run = small_office.run("check", "--json")
    assert run.code == 1
    assert run.err == ""
    rows = json.loads(run.out)
    assert {row["code"]: row["severity"] for row in rows} == {
        "figure-undefined": "error",
        "untranslated": "warning",
    }
    row = next(row for row in rows if row["code"] == "figure-undefined")
    assert (row["file"], row["line"]) == (f"briefs/{HOME}/statistics.yaml", 10)
    assert set(row) == {"severity", "code", "file", "line", "column", "message", "hints"}
    assert set(row["message"]) == {"zh", "en"}
    assert "'nobody'" in row["message"]["en"]


def test_check_json_of_what_is_right_is_an_empty_list(small_office: Office) -> None:
    run = small_office.run("check", "--json")
    assert (run.code, json.loads(run.out), run.err) == (0, [], "")


def test_check_json_also_when_the_series_is_unreadable(small_office: Office) -> None:
    (small_office.briefs / HOME / "series.yaml").write_text("a: [", encoding="utf-8")
    run = small_office.run("check", "--json")
    assert run.code == 1
    assert [row["code"] for row in json.loads(run.out)] == ["yaml-syntax"]


def test_check_json_of_a_series_that_is_not_there(small_office: Office) -> None:
    run = small_office.run("check", "--json", "nowhere")
    assert run.code == 1
    assert [row["code"] for row in json.loads(run.out)] == ["series-absent"]


def test_check_warns_and_fails_only_when_strict(small_office: Office) -> None:
    brief = brief_with("- text: {zh: 尚未翻译}")
    (small_office.briefs / HOME / "statistics.yaml").write_text(brief, encoding="utf-8")
    assert small_office.run("check").code == 0
    assert small_office.run("check", "--strict").code == 1


def test_check_takes_the_series_of_its_argument(small_office: Office) -> None:
    run = small_office.run("check", f"briefs/{HOME}")
    assert run.code == 0


@pytest.mark.parametrize("name", ["series", "brief"])
def test_schema_prints_a_schema(small_office: Office, name: str) -> None:
    run = small_office.run("schema", name)
    assert (run.code, run.err) == (0, "")
    assert json.loads(run.out)["$schema"].startswith("https://json-schema.org/")


@pytest.mark.parametrize("name", ["series", "brief"])
def test_the_published_schemas_are_fresh(small_office: Office, name: str) -> None:
    published = CHECKOUT / "briefs" / f"{name}.schema.json"
    assert published.read_text(encoding="utf-8") == small_office.run("schema", name).out


def test_fonts_says_what_is_embedded_and_what_a_text_would_lack(small_office: Office) -> None:
    run = small_office.run("fonts", "聊城A")
    assert run.code == 0
    for word in ("Jianbao FangSong", "仿宋", "OFL", "has every character", "聊 (U+804A)"):
        assert word in run.out


def test_fonts_fails_when_no_font_has_a_character(small_office: Office) -> None:
    run = small_office.run("fonts", "聊\U0001f600")
    assert run.code == 1
    assert "no font has: \U0001f600 (U+1F600)" in run.out


def test_fonts_prints_json_for_programs(small_office: Office) -> None:
    rows = json.loads(small_office.run("fonts", "--json", "聊A").out)
    lacks = {row["face"]: row["lacks"] for row in rows}
    assert lacks["serif"] == ["聊"]
    assert lacks["song"] == []
    assert all({"file", "licence", "official"} <= set(row) for row in rows)


def test_findings_are_chinese_for_a_chinese_user(small_office: Office) -> None:
    (small_office.briefs / HOME / "series.yaml").write_text(
        SERIES.replace("issuer:", "isuer:"), encoding="utf-8"
    )
    run = small_office.run("check", MAKE_BRIEF_LANG="zh")
    assert run.code == 1
    assert f"briefs/{HOME}/series.yaml:3:1: 错误" in run.err
    for line in run.err.splitlines():
        assert re.search("[\u4e00-\u9fff]", line.replace(HOME, "")), line


def test_python_is_not_needed_in_the_path(small_office: Office) -> None:
    assert small_office.run("-f", "pdf", "-q", PATH="").code == 0


def test_official_fonts_have_no_faces_to_embed(small_office: Office) -> None:
    run = small_office.run("--official-fonts", "--embed-fonts", "edit")
    assert run.code == 2
    assert "--embed-fonts" in run.err
