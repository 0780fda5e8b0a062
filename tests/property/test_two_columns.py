"""Strangers' texts in two columns and in one, as readers of a PDF find them: whole and in order."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from makebrief.document.model import Heading, ListBlock, Paragraph
from makebrief.messages import LANGUAGES
from tests.columns import READERS, at_place, misread, parts_of, set_facing
from tests.corpus.measure import WHOLE, files_of
from tests.corpus.samples import read_samples
from tests.pdfs import set_pages, squeezed
from tests.samples import document, pair

BLOCKS = 24
ROLES = ("body", "body", "body", "question", "note", "quote", "quote-source")
HEADING = "heading"


@cache
def written() -> Mapping[bool, tuple[tuple[str, str], ...]]:
    """The clean pairs of our corpus: which are headings, and which are not."""
    samples = (each for part in WHOLE for each in read_samples(*files_of(part)) if not each.slip)
    pairs: dict[bool, list[tuple[str, str]]] = {True: [], False: []}
    for sample in samples:
        pairs[sample.place == HEADING] += ((zh, en) for zh, en in sample.pairs if en)
    return {headings: tuple(found) for headings, found in pairs.items()}


def some_blocks(seed: int) -> Iterator[Heading | Paragraph | ListBlock]:
    """Paragraphs and lists of pairs under headings, as chance has it."""
    chance = random.Random(seed)
    drawn = iter(chance.sample(written()[False], 4 * BLOCKS))
    for number in range(BLOCKS):
        texts = tuple(at_place(pair(*next(drawn)), 4 * number + item) for item in range(3))
        if chance.random() < 0.25:
            title = at_place(pair(*chance.choice(written()[True])), 4 * number + 3)
            yield Heading(chance.choice((1, 1, 2)), title, f"heading-{number}", None)
        if chance.random() < 0.25:
            yield ListBlock(numbered=chance.random() < 0.5, items=texts)
        else:
            yield Paragraph(chance.choice(ROLES), texts[0])


@pytest.mark.parametrize("seed", range(6))
def test_every_reader_finds_each_text_whole_and_in_order(seed: int, tmp_path: Path) -> None:
    pages, data = set_facing(*some_blocks(seed))

    for reader, language in product(READERS, LANGUAGES):
        assert misread(reader, pages, data, tmp_path, language) is None, reader


@pytest.mark.parametrize("seed", range(3))
def test_in_narrow_lines_poppler_finds_each_text_whole_and_the_others_in_order(
    seed: int, tmp_path: Path
) -> None:
    """Of paragraphs with blank lines between them, poppler takes one page in a hundred for a table.

    Then it reads one of its texts too late.
    """
    pages, data = set_facing(*some_blocks(seed), look="plain")

    found = squeezed(READERS["poppler"](data, tmp_path))
    for language in LANGUAGES:
        for part in parts_of(pages, language):
            assert part in found, part
        for reader in READERS.keys() - {"poppler"}:
            assert misread(reader, pages, data, tmp_path, language) is None, reader


@pytest.mark.parametrize("look", ["gongwen", "plain"])
@pytest.mark.parametrize("layout", ["alternating", "sequential", "en"])
def test_in_one_column_every_reader_finds_each_text_whole_and_in_order(
    layout: str, look: str, tmp_path: Path
) -> None:
    pages, data = set_pages(document(*some_blocks(19)), layout, look)

    for reader, language in product(READERS, LANGUAGES):
        assert misread(reader, pages, data, tmp_path, language) is None, reader
