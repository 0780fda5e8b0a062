"""The commands and whole files of the documentation, done in a folder as a newcomer does them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pdfminer.high_level import extract_text

from makebrief.reference import CHECKOUT, DOCUMENTS, read_examples
from tests.unit.docs.documents import (
    SHIPPED_SERIES,
    commands,
    read_blocks,
    run_make_brief,
    write_example,
)

WITH_COMMANDS = [name for name in DOCUMENTS if any(map(commands, read_blocks(name)))]


@pytest.fixture
def newcomer(tmp_path: Path) -> Path:
    shutil.copytree(CHECKOUT / SHIPPED_SERIES, tmp_path / SHIPPED_SERIES)
    return tmp_path


@pytest.mark.parametrize("document", WITH_COMMANDS)
def test_a_newcomer_who_follows_a_document_meets_no_complaint(
    document: str, newcomer: Path
) -> None:
    for block in read_blocks(document):
        if block.file:
            write_example(block, newcomer)
        for arguments in commands(block):
            run = run_make_brief(arguments, newcomer)

            assert (run.returncode, run.stderr) == (0, ""), arguments


def test_first_briefing_says_what_the_readme_says(newcomer: Path) -> None:
    for block in read_blocks("README.md"):
        if block.file:
            write_example(block, newcomer)

    assert run_make_brief("briefs/first --format pdf", newcomer).returncode == 0

    words = "".join(extract_text(newcomer / "out/first/health.pdf").split())
    assert "新建社区门诊48家，卫生投入超2.6亿元" in words
    assert "built48clinicsandspentoverRMB260million" in words


def test_short_template_needs_nothing_but_a_style(newcomer: Path) -> None:
    short = next(each for each in read_blocks("templates/README.md") if "short/" in each.mark)
    write_example(short, newcomer)
    (newcomer / "short/style.yaml").write_text("extends: plain\n", encoding="utf-8")

    run = run_make_brief("--template short --format pdf", newcomer)

    assert (run.returncode, run.stderr) == (0, "")


def test_both_readmes_show_the_same_files_and_the_same_installation() -> None:
    english, chinese = (CHECKOUT / name for name in ("README.md", "README.zh.md"))
    assert read_examples(english) == read_examples(chinese)
    installation = read_blocks("README.md")[0]
    assert installation.mark == "command: run"
    assert installation.text in [each.text for each in read_blocks("README.zh.md")]
