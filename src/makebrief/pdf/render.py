"""Pages into the bytes of a PDF file."""

from __future__ import annotations

from makebrief.document.model import Document, Texts
from makebrief.layout.marks import Page
from makebrief.pdf.paint import Painter
from makebrief.pdf.sheets import Sheets
from makebrief.typeface.face import Typefaces

_LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en-GB"}
_JOINT = " "


def render_pdf(document: Document, pages: tuple[Page, ...], faces: Typefaces) -> bytes:
    """The pages as a PDF with embedded fonts, outline and metadata; equal input, equal bytes."""
    sheets = Sheets(_LANGUAGE_TAGS[document.languages[0]])
    sheets.describe(
        title=_joined(document.title),
        author=_joined(document.author),
        subject=_joined(document.subject),
    )
    painter = Painter(sheets, faces)
    for page in pages:
        painter.paint_page(page)
    return sheets.save()


def _joined(texts: Texts) -> str:
    return _JOINT.join(text.plain for text in texts)
