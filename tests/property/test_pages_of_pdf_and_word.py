"""LibreOffice sets our Word files on the pages of our PDFs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pypdfium2

from makebrief.compiling import compile_document
from makebrief.content.bundle import CONSOLIDATED
from makebrief.content.load import load_bundle
from makebrief.order import Order
from makebrief.pipeline import Workshop, furnish_workshop, set_document
from makebrief.resources import templates_folder
from makebrief.style.load import load_outfit
from makebrief.style.model import Outfit
from makebrief.template.compile import Compiler
from makebrief.word.xml import qualified
from tests.property.test_pdf_and_word import PAGE_NUMBER, shown
from tests.samples import CHECKOUT
from tests.tools.programs import as_pdf
from tests.wordfiles import WordFile

DEPARTMENTS = ("development-and-reform", "regional-development", "market-regulation")
DOCUMENTS = (
    *((layout, name) for layout in ("alternating", "facing") for name in DEPARTMENTS),
    ("alternating", CONSOLIDATED),
)
SAME_PAGE = 0.95
SHORTEST, KEY = 8, 24
"""Paragraphs are looked for by so many characters; shorter ones stand in too many places."""


def test_paragraphs_begin_on_the_same_pages(tmp_path: Path) -> None:
    """In one call of LibreOffice, which takes the first file's faces for all: whole ones."""
    made = {(layout, name): outputs(layout, name, tmp_path) for layout, name in DOCUMENTS}
    files = [tmp_path / f"{layout}-{name}.docx" for layout, name in DOCUMENTS]
    for file, (_, word) in zip(files, made.values(), strict=True):
        file.write_bytes(word)
    shares = {}
    for printed, (key, (ours, word)) in zip(as_pdf(*files), made.items(), strict=True):
        theirs = printed.read_bytes()
        words = list(beginnings(WordFile(word)))
        pages = zip(pages_of(words, ours), pages_of(words, theirs), strict=True)
        assert len(words) > 40
        assert abs(count(ours) - count(theirs)) <= 1
        shares[key] = sum(one == other for one, other in pages if one) / len(words)

    assert {key: share for key, share in shares.items() if share < SAME_PAGE} == {}


@cache
def workshop() -> tuple[Outfit, Workshop]:
    """The shipped official look."""
    outfit = load_outfit(templates_folder() / "gongwen")
    return outfit, furnish_workshop(outfit)


def outputs(layout: str, name: str, kept: Path) -> tuple[bytes, bytes]:
    """A document of the shipped series as PDF and as Word."""
    outfit, opened = workshop()
    series = load_bundle(CHECKOUT / "briefs" / "2024-h1")
    order = Order((name,), layout, outfit, ("pdf", "docx"), kept)
    document = compile_document(Compiler(series, opened.house), name, layout)
    files = set_document(document, name, series, order, opened).files
    return files["pdf"], files["docx"]


def beginnings(file: WordFile) -> Iterator[str]:
    """What each paragraph begins with, without the pages that fields say behind a tab."""
    for paragraph in file.story.iter(qualified("w:p")):
        words = plain(shown(paragraph).partition("\t")[0])
        if len(words) >= SHORTEST:
            yield words[:KEY]


def plain(words: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"[\W_]", "", words)


def count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def pages_of(words: list[str], pdf: bytes) -> list[int | None]:
    """The page on which each of some words stands, from where those before it stand."""
    starts: list[int] = []
    printed = ""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            starts.append(len(printed))
            printed += plain(PAGE_NUMBER.sub("", page.get_textpage().get_text_range()))
    at = 0
    pages: list[int | None] = []
    for each in words:
        places = [found.start() for found in re.finditer(re.escape(each), printed)]
        if not places:
            pages.append(None)
            continue
        at = min(places, key=lambda place: abs(place - at))
        pages.append(bisect_right(starts, at))
    return pages


def test_a_paragraph_is_found_where_those_before_it_are(tmp_path: Path) -> None:
    """The judge itself: a heading stands in the contents list and over its text."""
    pdf, word = outputs("alternating", CONSOLIDATED, tmp_path)
    words = list(beginnings(WordFile(word)))
    pages = [page for page in pages_of(words, pdf) if page]

    twice = [each for each in words if words.count(each) == 2]
    assert twice
    assert pages == sorted(pages), "what is read later does not stand on an earlier page"
