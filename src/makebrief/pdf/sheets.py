"""The sheets of a PDF file, made of ReportLab's objects: content, pictures, links, places, outline.

ReportLab's canvas is made for drawing: it names an unembedded Helvetica on every page, and takes
longer to read than to write a briefing's pages.
"""

from __future__ import annotations

from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc

from makebrief.pdf.font import CompositeFont

Box = tuple[float, float, float, float]
"""Left, bottom, right and top of a rectangle on a sheet, in pt from its lower left corner."""

rl_config.useA85 = 0
"""Page content as bytes; ReportLab would write it as text, a quarter larger and slower."""


class Sheets:
    """A PDF file in the making: what is added belongs to the sheet that ends next."""

    def __init__(self, language: str) -> None:
        self.document = _empty_document(language)
        self._places: dict[str, Any] = {}
        self._links = 0
        self._begin()

    def describe(self, title: str, author: str, subject: str) -> None:
        """What the file says of itself."""
        self.document.setTitle(title)
        self.document.setAuthor(author)
        self.document.setSubject(subject)
        self.document.setCreator("make-brief")

    def _begin(self) -> None:
        self._pictures: list[str] = []
        self._annotations: list[Any] = []

    def end(self, content: str, size: tuple[float, float], rotation: int = 0) -> None:
        """Ends a sheet of a size in pt, shown turned by so many degrees clockwise."""
        page: Any = pdfdoc.PDFPage()
        page.pagewidth, page.pageheight = size
        page.Rotate = rotation
        page.hasImages = 1
        page.setCompression(1)
        page.setPageTransition(None)
        page.setStream(["", content, " "])
        page.XObjects = self.document.xobjDict(self._pictures) if self._pictures else None
        page.Annots = self._annotations
        page.ExtGState = None
        page._shadingUsed = {}
        self.document.addPage(page)
        self._begin()

    def add_font(self, font: CompositeFont) -> None:
        """Has a font written into the file with the glyphs that it will have in the end."""
        self.document.fontMapping[f"makebrief:{font.name}"] = f"/{font.name}"
        self.document.delayedFonts.append(font)

    def has_picture(self, name: str) -> bool:
        """Whether a picture of a name is in the file."""
        return bool(self.document.hasForm(name))

    def add_picture(self, name: str, picture: Any) -> None:
        """Puts a picture into the file, to be shown on any sheet."""
        self.document.addForm(name, picture)

    def show_picture(self, name: str) -> str:
        """What shows a picture in the content of this sheet."""
        self._pictures.append(name)
        return f"/{self.document.getXObjectName(name)} Do"

    def link_to_place(self, box: Box, name: str) -> None:
        """A rectangle that leads to a place of the file, which may be marked later."""
        self._annotate(
            pdfdoc.LinkAnnotation(
                Rect=box, Contents="", Destination=self._place(name), Border=_no_border()
            )
        )

    def link_to_address(self, box: Box, address: str) -> None:
        """A rectangle that leads to an address of the web."""
        action = pdfdoc.PDFDictionary()
        action["Type"] = pdfdoc.PDFName("Action")
        action["S"] = pdfdoc.PDFName("URI")
        action["URI"] = pdfdoc.PDFString(address)
        link = pdfdoc.PDFDictionary()
        link["Type"] = pdfdoc.PDFName("Annot")
        link["Subtype"] = pdfdoc.PDFName("Link")
        link["Rect"] = pdfdoc.PDFArray(box)
        link["A"] = action
        link["Border"] = _no_border()
        self._annotate(link)

    def _annotate(self, annotation: Any) -> None:
        self._links += 1
        name = f"NUMBER{self._links}"
        self.document.addAnnotation(name, annotation)
        self._annotations.append(self.document.refAnnotation(name))

    def mark_place(self, name: str, top: float | None) -> None:
        """A place that links and the outline lead to: so high on this sheet, or all of it."""
        place = self._place(name)
        self.document.inPage()
        if top is None:
            place.fit()
        else:
            place.xyz(0, top, "null")
        place.setPage(self.document.thisPageRef())

    def add_to_outline(self, title: str, place: str, level: int) -> None:
        """An entry of the outline, at most one level below the one before."""
        self.document.outline.addOutlineEntry(place, level, title)

    def _place(self, name: str) -> Any:
        return self._places.setdefault(name, pdfdoc.Destination(name))

    _bookmarkReference = _place  # noqa: N815 - ReportLab's outline calls it so

    def save(self) -> bytes:
        """The bytes of the file; the same whenever and wherever it is made."""
        data: bytes = self.document.GetPDFData(self)
        return data


def _empty_document(language: str) -> Any:
    document: Any = pdfdoc.PDFDocument(compression=1, invariant=1)
    catalog = document.Catalog
    catalog.Lang = pdfdoc.PDFString(language)
    catalog.ViewerPreferences = pdfdoc.ViewerPreferencesPDFDictionary()
    catalog.ViewerPreferences["DisplayDocTitle"] = "true"
    return document


def _no_border() -> Any:
    return pdfdoc.PDFArray([0, 0, 0])
