"""Characters that nobody sees: left out of the text, and said where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from makebrief.checks.references import check_bundle
from makebrief.content.models import TextBlock
from makebrief.content.walk import walk
from makebrief.errors import Diagnostic
from tests.samples import brief_with, bundle_of, first_line, hints_of


def read(folder: Path, words: str) -> tuple[str, list[Diagnostic]]:
    """A text as it is printed, and what is said of it that nobody sees."""
    bundle = bundle_of(folder, brief_with(f'- text: {{zh: "{words}", en: "A"}}'))
    [(_, block)] = walk(bundle.content("statistics"), TextBlock)
    found = (each for each in check_bundle(bundle) if each.message.key == "invisible-character")
    return block.text.zh, list(found)


@pytest.mark.parametrize(
    ("character", "named", "left"),
    [
        ("\u200b", "a character without width (U+200B)", ""),
        ("\u2060", "a character without width (U+2060)", ""),
        ("\ufeff", "a character without width (U+FEFF)", ""),
        ("\u202e", "a mark of writing direction (U+202E)", ""),
        ("\u200f", "a mark of writing direction (U+200F)", ""),
        ("\u2066", "a mark of writing direction (U+2066)", ""),
        ("\u00ad", "a soft hyphen (U+00AD)", ""),
        ("\u00a0", "a no-break space (U+00A0)", " "),
        ("\u202f", "a no-break space (U+202F)", " "),
        ("\t", "a tab (U+0009)", " "),
        ("\U000e0041", "an invisible character (U+E0041)", ""),
    ],
)
def test_it_is_left_out_with_a_warning_that_names_it(
    tmp_path: Path, character: str, named: str, left: str
) -> None:
    words, [found] = read(tmp_path, f"alpha{character}beta")
    assert words == f"alpha{left}beta"
    message = f"the text holds {named}, which is left out"
    assert first_line(found) == f"statistics.yaml:9:26: warning: {message}"
    assert len(hints_of(found)) == 1


def test_one_that_the_yaml_names_by_its_number_is_found_as_well(tmp_path: Path) -> None:
    words, [found] = read(tmp_path, "\\u200b甲\\u200b乙")
    assert words == "甲乙"
    assert found.message.key == "invisible-character"


def test_what_people_see_stays(tmp_path: Path) -> None:
    assert read(tmp_path, "张　三，CO₂ m² ㎡ ① 25℃ 5‰") == ("张　三，CO₂ m² ㎡ ① 25℃ 5‰", [])
