"""Pages into the bytes of a PDF file."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from makebrief.document.model import Document, Texts
from makebrief.layout.marks import Page
from makebrief.pdf.paint import Painter
from makebrief.typeface.face import Typefaces

_LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en-GB"}
_JOINT = " "

rl_config.useA85 = 0
"""Page content as bytes; ReportLab would write it as text, a quarter larger and slower."""


class _Sheet(Canvas):
    """A canvas whose pages begin empty: the stock one names Helvetica, unembedded, on each."""

    def _make_preamble(self) -> None:
        self._preamble = ""


def render_pdf(document: Document, pages: tuple[Page, ...], faces: Typefaces) -> bytes:
    """The pages as a PDF with embedded fonts, outline and metadata; equal input, equal bytes."""
    buffer = BytesIO()
    canvas: Any = _Sheet(buffer, pageCompression=1, invariant=1)
    canvas.setTitle(_joined(document.title))
    canvas.setAuthor(_joined(document.author))
    canvas.setSubject(_joined(document.subject))
    canvas.setCreator("make-brief")
    catalog = canvas._doc.Catalog
    catalog.Lang = pdfdoc.PDFString(_LANGUAGE_TAGS[document.languages[0]])
    canvas.setViewerPreference("DisplayDocTitle", "true")
    painter = Painter(canvas, faces)
    for page in pages:
        painter.paint_page(page)
    canvas.save()
    return buffer.getvalue()


def _joined(texts: Texts) -> str:
    return _JOINT.join(text.plain for text in texts)
