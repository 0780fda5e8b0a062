"""PDF and Word say the same: every character of each is accounted for by the other, in order."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from msgspec import Struct

from makebrief.compiling import compile_document
from makebrief.content.bundle import CONSOLIDATED, Bundle
from makebrief.content.load import load_bundle
from makebrief.document.layouts import LAYOUTS
from makebrief.order import Order
from makebrief.pipeline import Workshop, furnish_workshop, set_document
from makebrief.resources import templates_folder
from makebrief.style.load import load_outfit
from makebrief.style.model import Outfit
from makebrief.template.compile import Compiler
from makebrief.word.xml import NAMESPACES, Element, qualified
from tests.pdfs import squeezed
from tests.samples import CHECKOUT
from tests.tools.programs import open_xml_errors
from tests.wordfiles import PRINTED, WordFile, word_faults

TEMPLATES = ("gongwen", "plain")
NAMES = ("development-and-reform", "regional-development", "market-regulation", CONSOLIDATED)
PAGE_NUMBER = re.compile(r"— ?\d+ ?—")
LABEL = re.compile(r"([一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+\.?|•)+")
"""What Word counts by itself and the PDF prints: numbers of headings and items, bullets."""

CONTINUED = re.compile(r"(续表\d+)?(Table\d+,continued)?")
"""What the PDF says over the rest of a table on another page; Word repeats the head alone."""


class Piece(Struct, frozen=True):
    """What stands in the Word file at one place: words, or two columns side by side.

    `around` may stand before it in the PDF: the head of its table, repeated on a new page.
    `drawn` must: the words of a chart.
    """

    words: str
    beside: str = ""
    around: str = ""
    drawn: tuple[str, ...] = ()


def plain(words: str) -> str:
    """Characters alone: a reader cannot tell the hyphen of a word at a line end from ours."""
    return squeezed(words).replace("-", "")


def shown(element: Element) -> str:
    """The characters of an element's runs, those that a field shows as well."""
    return "".join(PRINTED[each.tag] or each.text or "" for each in element.iter(*PRINTED))


def pieces_of(file: WordFile) -> Iterator[Piece]:
    """What a Word file says, in order."""
    drawn: tuple[str, ...] = ()
    for paragraph in file.story.iter(qualified("w:p")):
        for chart in paragraph.iter(qualified("c:chart")):
            drawn = (*drawn, *words_of_chart(file, str(chart.get(qualified("r:id")))))
        row = next(paragraph.iterancestors(qualified("w:tr")), None)
        words, beside, around = plain(shown(paragraph)), "", ""
        if row is not None:
            cells = row.findall(qualified("w:tc"))
            around = head_of(row)
            if is_facing(row):
                if paragraph is not next(cells[0].iter(qualified("w:p"))):
                    continue
                words, beside = (plain(shown(cell)) for cell in cells)
        if words or beside:
            yield Piece(words, beside, around, drawn)
            drawn = ()
    if drawn:
        yield Piece("", drawn=drawn)


def is_facing(row: Element) -> bool:
    """Whether a row belongs to a table of Chinese and English side by side."""
    table = next(row.iterancestors(qualified("w:tbl")))
    [style] = table.findall(f"{qualified('w:tblPr')}/{qualified('w:tblStyle')}")
    return "facing" in str(style.get(qualified("w:val"))).lower()


def head_of(row: Element) -> str:
    """The words of the rows that are repeated on each page of a row's table."""
    table = next(row.iterancestors(qualified("w:tbl")))
    repeated = (
        each for each in table if next(each.iter(qualified("w:tblHeader")), None) is not None
    )
    return plain("".join(map(shown, repeated)))


def words_of_chart(file: WordFile, relation: str) -> Iterator[str]:
    """What a chart shows: its categories, its labels and, if there are several, its series."""
    target, _ = file.relations("word/document.xml")[relation]
    chart = file.root(target)
    series = list(chart.iter(qualified("c:ser")))
    names = (each.find(f"{qualified('c:tx')}") for each in series)
    shown = [each for each in names if each is not None] if len(series) > 1 else []
    labels = (each for ser in series for each in ser.iter(qualified("c:dLbl")))
    written = f"{{{NAMESPACES['a']}}}t"
    for each in chain(shown, series[0].iter(qualified("c:cat"))):
        yield from (plain(str(value.text)) for value in each.iter(qualified("c:v")))
    for label in labels:
        yield plain("".join(str(each.text) for each in label.iter(written)))


def unaccounted(printed: str, pieces: Iterator[Piece]) -> list[str]:
    """What only one of both says, or says elsewhere."""
    found: list[str] = []
    at = 0
    for piece in pieces:
        place = place_of(piece, printed, at)
        if place is None:
            found.append(f"only in Word: {piece.words}{piece.beside}")
            continue
        start, end = place
        found += only_printed(printed[at:start], piece)
        at = end
    return found + only_printed(printed[at:], Piece(""))


def place_of(piece: Piece, printed: str, at: int) -> tuple[int, int] | None:
    """Where a piece is printed. Two columns are read line by line in turn, each with its label."""
    if not piece.beside:
        start = printed.find(piece.words, at)
        return None if start < 0 else (start, start + len(piece.words))
    for start in range(at, min(at + len(piece.around) + 20, len(printed))):
        counted = LABEL.match(printed, start)
        for label in {"", counted.group() if counted else ""}:
            left, right = label + piece.words, label + piece.beside
            if interleaved(printed[start:], left, right):
                return start, start + len(left + right)
    return None


def interleaved(printed: str, left: str, right: str) -> bool:
    """Whether two texts stand at the beginning of what is printed, each in its own order."""
    taken = {0}
    for at, character in enumerate(printed[: len(left) + len(right)]):
        taken = {
            *(n + 1 for n in taken if n < len(left) and left[n] == character),
            *(n for n in taken if at - n < len(right) and right[at - n] == character),
        }
    return len(printed) >= len(left) + len(right) and len(left) in taken


def only_printed(words: str, piece: Piece) -> list[str]:
    """What the PDF prints before a piece and Word does not count or repeat by itself."""
    missing = []
    for each in piece.drawn:
        if each not in words:
            missing.append(f"only in the chart: {each}")
        words = words.replace(each, "", 1)
    if piece.around:
        words = CONTINUED.sub("", words.replace(piece.around, ""))
    return [
        *missing,
        *([f"only in the PDF: {words}"] if words and not LABEL.fullmatch(words) else []),
    ]


@cache
def series() -> Bundle:
    return load_bundle(CHECKOUT / "briefs" / "2024-h1")


@cache
def outfit(template: str) -> Outfit:
    return load_outfit(templates_folder() / template)


@cache
def opened(template: str) -> Workshop:
    return furnish_workshop(outfit(template))


@cache
def outputs(template: str, layout: str, name: str) -> tuple[bytes, WordFile, bytes]:
    """A document of the series as PDF and as Word."""
    workshop = opened(template)
    order = Order((name,), layout, outfit(template), ("pdf", "docx"), embedding="none")
    document = compile_document(Compiler(series(), workshop.house), name, layout)
    files = set_document(document, name, series(), order, workshop).files
    return files["pdf"], WordFile(files["docx"]), files["docx"]


def printed_by(pdf: bytes) -> str:
    """What the pages say, without their numbers."""
    pages = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            pages.append(PAGE_NUMBER.sub("", page.get_textpage().get_text_range()))
    return plain("".join(pages))


def bookmarks_of(pdf: bytes) -> str:
    """The titles of a PDF's bookmarks, one after the other."""

    def titles(items: list[pikepdf.OutlineItem]) -> Iterator[str]:
        for item in items:
            yield item.title
            yield from titles(item.children)

    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as outline:
        return plain("".join(titles(outline.root)))


def headings_of(file: WordFile) -> Iterator[Piece]:
    """The paragraphs that Word's contents and navigation know as headings, and their twins."""
    for paragraph in file.story.iter(qualified("w:p")):
        marks = paragraph.iter(qualified("w:bookmarkStart"))
        if any(str(each.get(qualified("w:name"))).startswith("_Toc") for each in marks):
            yield Piece(plain(shown(paragraph)))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("template", TEMPLATES)
class TestEveryDocument:
    def test_says_the_same_in_both_outputs(self, template: str, layout: str, name: str) -> None:
        pdf, word, _ = outputs(template, layout, name)
        assert unaccounted(printed_by(pdf), pieces_of(word)) == []

    def test_has_the_same_headings_in_both(self, template: str, layout: str, name: str) -> None:
        pdf, word, _ = outputs(template, layout, name)
        headings = list(headings_of(word))
        assert headings
        assert unaccounted(bookmarks_of(pdf), iter(headings)) == []

    def test_is_a_sound_word_file(
        self, template: str, layout: str, name: str, tmp_path: Path
    ) -> None:
        _, _, data = outputs(template, layout, name)
        (tmp_path / "made.docx").write_bytes(data)
        assert word_faults(data) == []
        assert open_xml_errors(tmp_path / "made.docx") == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_page_in_the_index_is_a_field_that_leads_to_its_figure(layout: str) -> None:
    _, word, _ = outputs("gongwen", layout, CONSOLIDATED)
    words = word.bookmarked()
    charts = {name for name in words if name.startswith("_Ref_Chart")}
    lines = [
        each
        for each in word.story.iter(qualified("w:p"))
        if any("IndexEntry" in str(mark.get(qualified("w:val"))) for mark in each.iter(STYLE))
    ]
    pages = [(line, targets) for line in lines if (targets := pages_led_to(line))]

    assert len(pages) > 20
    for line, targets in pages:
        after_the_tab = shown(line).rpartition("\t")[2]
        assert len(targets) == len(re.findall(r"\d+", after_the_tab))
        assert len(targets) == len(set(targets))
        assert all(words[target] or target in charts for target in targets)


STYLE = qualified("w:pStyle")


def pages_led_to(line: Element) -> list[str]:
    """The bookmarks whose pages a line says."""
    told = (each.text or "" for each in line.iter(qualified("w:instrText")))
    return [each.split()[1] for each in told if each.split()[0] == "PAGEREF"]


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("一、甲乙丙62家", []),
        ("一、甲乙丙63家", ["only in Word: 62家", "only in the PDF: 63家"]),
        ("一、乙丙62家", ["only in Word: 甲"]),
        ("一、乙丙甲62家", ["only in the PDF: 一、乙丙"]),
        ("一、甲丁乙丙62家", ["only in the PDF: 丁"]),
    ],
)
def test_what_only_one_says_is_found(printed: str, found: list[str]) -> None:
    accounted = unaccounted(printed, iter([Piece("甲"), Piece("乙丙"), Piece("62家")]))
    assert [each for each in found if each not in accounted] == []
    assert bool(accounted) == bool(found)


def test_columns_are_read_line_by_line_in_turn() -> None:
    assert interleaved("甲乙ab丙丁cd", "甲乙丙丁", "abcd")
    assert not interleaved("甲丙ab乙丁cd", "甲乙丙丁", "abcd")
    assert not interleaved("甲乙ab丙丁", "甲乙丙丁", "abcd")
