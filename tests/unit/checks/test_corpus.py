"""Well-written pairs give no finding; each slip gives its own, at its very characters."""

from __future__ import annotations

from pathlib import Path

import pytest

from makebrief.checks.parts import read_parts
from makebrief.checks.references import check_files
from makebrief.errors import Diagnostic
from makebrief.reference_words import PAIR_RULES
from tests.samples import SERIES, brief_with, bundle_of
from tests.unit.checks.corpus import CLEAN, GLOSSARY, SLIPS


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def findings(folder: Path, chinese: str, english: str) -> tuple[Diagnostic, ...]:
    brief = brief_with(f"- list:\n  - {{zh: {quoted(chinese)}, en: {quoted(english)}}}")
    bundle = bundle_of(folder, brief, SERIES + GLOSSARY)
    return check_files(bundle, read_parts(bundle))


def words_at(found: Diagnostic, folder: Path) -> str:
    """What stands in the file where a finding points."""
    assert found.span is not None
    lines = Path(found.span.file).read_text(encoding="utf-8").split("\n")
    return lines[found.span.line - 1][found.span.column - 1 :].lstrip('"\\')


@pytest.mark.parametrize(("chinese", "english"), CLEAN)
def test_a_well_written_pair_gives_no_finding(tmp_path: Path, chinese: str, english: str) -> None:
    assert [each.text("en") for each in findings(tmp_path, chinese, english)] == []


@pytest.mark.parametrize(("key", "words", "chinese", "english"), SLIPS)
def test_a_slip_is_found_where_it_stands(
    tmp_path: Path, key: str, words: str, chinese: str, english: str
) -> None:
    found = [
        each
        for each in findings(tmp_path, chinese, english)
        if not each.message.key.startswith("number-")  # these slips also change what is counted
    ]
    keys = {each.message.key for each in found}
    assert keys == {key}
    assert words_at(found[0], tmp_path).startswith(words.lstrip('"\\'))
    assert all(each.hints for each in found)


def test_every_slip_has_its_rule_in_the_guide() -> None:
    assert {key for key, *_ in SLIPS} <= set(PAIR_RULES)


def test_the_corpus_is_large_enough() -> None:
    assert len(CLEAN) >= 60
    assert len(SLIPS) >= 60
