"""The pieces of YAML in the documentation: each stands in a series or a style that loads."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import indent

import pytest

from makebrief.checks.references import check_bundle
from makebrief.content.load import load_bundle
from makebrief.content.parse import parse_source
from makebrief.reference import CHECKOUT
from makebrief.resources import templates_folder
from makebrief.style.load import load_style
from tests.unit.docs.documents import SHIPPED_SERIES, Block, all_blocks

SERIES = "series.yaml"
BRIEF = "market-regulation.yaml"
PIECES = [each for each in all_blocks("yaml") if each.mark.startswith("check: ")]
STYLES = [each for each in all_blocks("yaml") if "extends:" in each.text]
COMMENTS = [each for each in all_blocks("yaml") if each.text.startswith("# yaml-language-server")]


def name_of(block: Block) -> str:
    return f"{block.document}: {block.text.strip()[:30]}"


def in_blocks(text: str, piece: str) -> str:
    """A section with the piece as its blocks, after all others."""
    return f"{text}\n  - heading: {{zh: 例, en: Example}}\n    blocks:\n{indent(piece, ' ' * 6)}"


def in_sections(text: str, piece: str) -> str:
    return f"{text}\n{indent(piece, '  ')}"


def in_field(field: str) -> Callable[[str, str], str]:
    """Puts the piece in place of a field at the top of the file."""

    def put(text: str, piece: str) -> str:
        lines = text.split("\n")
        start = next(at for at, line in enumerate(lines) if line.startswith(f"{field}:"))
        after = (at for at in range(start + 1, len(lines)) if lines[at][:1].strip())
        end = next(after, len(lines))
        return "\n".join([*lines[:start], f"{field}:", indent(piece, "  "), *lines[end:]])

    return put


def in_totals(text: str, piece: str) -> str:
    return text.replace("totals:\n", f"totals:\n{indent(piece, '  ')}")


def in_figures(text: str, piece: str) -> str:
    return text.replace("figures:\n", f"figures:\n{indent(piece, '  ')}", 1)


def in_footnotes(text: str, piece: str) -> str:
    """The notes of a piece before all else, and its section after all others."""
    notes, _, sections = piece.partition("sections:\n")
    own = text.replace("footnotes:\n", notes) if "footnotes:\n" in text else notes + text
    return f"{own}\n{sections}"


def at_the_end(field: str) -> Callable[[str, str], str]:
    return lambda text, piece: f"{text}\n{field}:\n{indent(piece, '  ')}"


HOMES: Mapping[str, tuple[str, Callable[[str, str], str]]] = {
    "blocks": (BRIEF, in_blocks),
    "sections": (BRIEF, in_sections),
    "pairs": (BRIEF, at_the_end("next_steps")),
    "footnotes": (BRIEF, in_footnotes),
    "glossary": (SERIES, in_field("glossary")),
    "totals": (SERIES, in_totals),
    "figures": (BRIEF, in_figures),
    "title": (BRIEF, in_field("title")),
    "formal": (BRIEF, lambda text, piece: f"{text}\n{piece}"),
}


@pytest.mark.parametrize("piece", PIECES, ids=name_of)
def test_piece_of_content_loads_in_the_shipped_series(piece: Block, tmp_path: Path) -> None:
    folder = tmp_path / "series"
    shutil.copytree(CHECKOUT / SHIPPED_SERIES, folder)
    file, put = HOMES[piece.mark.removeprefix("check: ")]
    before = (folder / file).read_text(encoding="utf-8")
    (folder / file).write_text(put(before, piece.text), encoding="utf-8")

    assert check_bundle(load_bundle(folder)) == ()


@pytest.mark.parametrize("style", STYLES, ids=name_of)
def test_style_loads(style: Block, tmp_path: Path) -> None:
    (tmp_path / "style.yaml").write_text(style.text, encoding="utf-8")

    load_style(tmp_path, templates_folder())


def test_no_yaml_is_left_untried() -> None:
    whole = [each for each in all_blocks("yaml") if each.file]
    tried = {*PIECES, *STYLES, *COMMENTS, *whole}
    assert [each.text for each in all_blocks("yaml") if each not in tried] == []


@pytest.mark.parametrize("comment", COMMENTS, ids=name_of)
def test_schema_is_named_as_the_shipped_series_names_it(comment: Block) -> None:
    series = CHECKOUT / SHIPPED_SERIES / SERIES
    assert series.read_text(encoding="utf-8").startswith(comment.text)


def test_every_piece_is_what_its_heading_says() -> None:
    for piece in PIECES:
        assert parse_source(piece.text, piece.document).data
