"""PDF files as three readers see them."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pikepdf
import pypdfium2
from pdfminer.high_level import extract_text
from PIL import Image

from makebrief.document.arrange import arrange
from makebrief.document.model import Document
from makebrief.layout.layout import layout_document
from makebrief.layout.marks import Page
from makebrief.pdf.render import render_pdf
from tests.samples import OFFICIAL, context
from tests.tools.programs import find_program


def render(document: Document, layout: str = "alternating") -> bytes:
    """A document as PDF in the shipped official look."""
    return set_pages(document, layout)[1]


def set_pages(
    document: Document, layout: str = "alternating", look: str = OFFICIAL
) -> tuple[tuple[Page, ...], bytes]:
    """A document in a shipped look, as pages and as PDF."""
    used = context(look)
    arranged = arrange(document, layout, used.style.spanning)
    pages = layout_document(arranged, used)
    return pages, render_pdf(arranged, pages, used.faces)


def text_by_poppler(data: bytes, folder: Path, *options: str) -> str:
    """What pdftotext reads; with `-raw`, in the order in which the pages were written."""
    file = folder / "read.pdf"
    file.write_bytes(data)
    command = [find_program("pdftotext"), *options, "-enc", "UTF-8", str(file), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def shown_by_poppler(data: bytes, folder: Path) -> list[Image.Image]:
    """The pages in grey as poppler shows them, at 144 dpi."""
    file = folder / "shown.pdf"
    file.write_bytes(data)
    command = [find_program("pdftoppm"), "-r", "144", "-gray", str(file), str(folder / "shown")]
    subprocess.run(command, capture_output=True, check=True)
    pages = sorted(folder.glob("shown-*.pgm"))
    return [Image.open(io.BytesIO(page.read_bytes())) for page in pages]


def text_by_pdfium(data: bytes) -> str:
    """What the engine of Chrome reads."""
    with pypdfium2.PdfDocument(data) as opened:
        pages = []
        for page in opened:
            words = page.get_textpage()
            pages.append(words.get_text_range())
            words.close()
            page.close()
    return "\n".join(pages)


def text_by_pdfminer(data: bytes) -> str:
    """What pdfminer reads."""
    return extract_text(io.BytesIO(data))


def open_pdf(data: bytes) -> pikepdf.Pdf:
    """A PDF file for looking inside; keep it while its objects are in use."""
    return pikepdf.open(io.BytesIO(data))


def fonts_of(opened: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Every font that a page names."""
    found = {}
    for page in opened.pages:
        for font in page.resources.get("/Font", pikepdf.Dictionary()).values():
            found[font.objgen] = font
    return list(found.values())


def squeezed(words: str) -> str:
    """Text without white space, to compare what readers break into lines differently.

    A soft hyphen is no part of a word; pdfium reports it, at a line's end, as U+FFFE.
    """
    return "".join(words.replace("\xad", "").replace("\ufffe", "").split())
