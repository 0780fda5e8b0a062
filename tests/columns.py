"""Two columns: texts set in them, and what readers of the PDF find."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from makebrief.document.model import Heading, ListBlock, Origin, Paragraph, Texts
from makebrief.errors import Span
from makebrief.layout.marks import Page
from makebrief.messages import Language
from tests.lines import placed_lines, words_of
from tests.pdfs import set_pages, squeezed, text_by_pdfium, text_by_pdfminer, text_by_poppler
from tests.samples import OFFICIAL, document

Reader = Callable[[bytes, Path], str]


IN_THE_ORDER_WRITTEN: dict[str, Reader] = {
    "pdfium": lambda data, _: text_by_pdfium(data),
    "poppler-raw": lambda data, folder: text_by_poppler(data, folder, "-raw"),
}
READERS: dict[str, Reader] = {
    **IN_THE_ORDER_WRITTEN,
    "poppler": text_by_poppler,
    "pdfminer": lambda data, _: text_by_pdfminer(data),
}


def at_place(texts: Texts, place: int) -> Texts:
    """A pair of texts that stands at a place of its own."""
    origin = Origin(f"statistics:sections[0].blocks[{place}].text.zh", Span("statistics.yaml"))
    return tuple(replace(each, origin=origin) for each in texts)


def set_facing(
    *blocks: Heading | Paragraph | ListBlock, look: str = OFFICIAL
) -> tuple[tuple[Page, ...], bytes]:
    """Blocks in two columns of a shipped look, as pages and as PDF."""
    return set_pages(document(*blocks), "facing", look)


def misread(
    reader: str, pages: tuple[Page, ...], data: bytes, folder: Path, language: Language
) -> str | None:
    """The first text of pages that a reader does not find whole behind the ones before it."""
    read, at = squeezed(READERS[reader](data, folder)), 0
    for part in parts_of(pages, language):
        at = read.find(part, at)
        if at < 0:
            return part
        at += len(part)
    return None


def parts_of(pages: tuple[Page, ...], language: Language) -> list[str]:
    """The texts of pages in one language, as far as each stands on one page."""
    parts: dict[tuple[int, str], str] = {}
    for page in pages:
        for line in placed_lines(page):
            if line.language == language and line.origin:
                place = (page.number, line.origin.path)
                parts[place] = parts.get(place, "") + squeezed(words_of(line))
    return list(parts.values())
