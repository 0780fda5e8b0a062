"""What gathers on the desk while the story is written: every part's share of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from msgspec import Struct

from makebrief.document.model import Chart, Document, Picture, Table
from makebrief.messages import Language
from makebrief.word.comments import Comments
from makebrief.word.controls import Controls
from makebrief.word.figures import Figures
from makebrief.word.footnotes import Footnotes
from makebrief.word.house import House
from makebrief.word.numbering import Lists
from makebrief.word.package import ElementPart, Kind, bytes_part
from makebrief.word.stylesheet import StyleSheet
from makebrief.word.xml import Element, word

DOCUMENT = Kind(CONTENT_TYPE.WML_DOCUMENT_MAIN, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
_PNG = Kind(CONTENT_TYPE.PNG, RELATIONSHIP_TYPE.IMAGE)
_JPEG = Kind(CONTENT_TYPE.JPEG, RELATIONSHIP_TYPE.IMAGE)
_JPEG_MARK = b"\xff\xd8"


class Lead(Struct):
    """What the next paragraph begins with: blank lines, or a new page."""

    lines: int = 0
    new_page: bool = False

    def __bool__(self) -> bool:
        return bool(self.lines or self.new_page)


class Desk:
    """The story, and the styles, lists, links, pictures, comments and characters that it uses."""

    def __init__(self, document: Document, house: House, part: ElementPart) -> None:
        self.document = document
        self.house = house
        self.part = part
        self.sheet = StyleSheet(house, document)
        self.lists = Lists(house.style, house.faces)
        self.comments = Comments(document.date)
        self.controls = Controls(house.series)
        self.footnotes = Footnotes(document.languages)
        self.figures = Figures()
        self.characters: set[str] = set()
        self.story: list[Element] = []
        self.lead = Lead()
        self._bookmarks = 0
        self._drawings = 0
        self._charts = 0
        self._links: dict[tuple[str, str], str] = {}
        self._pictures: dict[bytes, str] = {}
        self._captions: dict[str, tuple[Language, ...]] | None = None

    def take_lead(self) -> Lead:
        """The lead for the paragraph that is written now; the next has none."""
        lead, self.lead = self.lead, Lead()
        return lead

    def next_drawing(self) -> int:
        """An id for a drawing."""
        self._drawings += 1
        return self._drawings

    def next_chart(self) -> int:
        """A number for a chart's part."""
        self._charts += 1
        return self._charts

    def enclose_in_bookmark(self, name: str, runs: list[Element]) -> list[Element]:
        """Runs with a bookmark around them."""
        self._bookmarks += 1
        return [
            word("bookmarkStart", id=self._bookmarks, name=name),
            *runs,
            word("bookmarkEnd", id=self._bookmarks),
        ]

    def caption_language(self, anchor: str, language: Language) -> Language:
        """The language of the caption that a reference in a language leads to: its own, if any."""
        if self._captions is None:
            self._captions = {
                block.label.anchor: tuple(text.language for text in block.caption)
                for section in self.document.sections
                for block in section.blocks
                if isinstance(block, Table | Chart | Picture) and block.label.anchor
            }
        languages = self._captions.get(anchor, (language,))
        return language if language in languages else languages[0]

    def link(self, address: str) -> str:
        """The relationship to a web address."""
        key = str(self.part.partname), address
        found = self._links.get(key)
        if found is None:
            found = self.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            self._links[key] = found
        return found

    @contextmanager
    def writing_in(self, part: ElementPart) -> Iterator[None]:
        """While it lasts, links belong to another part than the story."""
        story, self.part = self.part, part
        try:
            yield
        finally:
            self.part = story

    def picture(self, data: bytes) -> str:
        """The relationship to a picture; the same bytes are stored once."""
        digest = hashlib.sha256(data).digest()
        found = self._pictures.get(digest)
        if found is None:
            jpeg = data.startswith(_JPEG_MARK)
            kind, extension = (_JPEG, "jpeg") if jpeg else (_PNG, "png")
            name = f"/word/media/image{len(self._pictures) + 1}.{extension}"
            found = self.part.relate_to(bytes_part(name, kind, data), kind.relation)
            self._pictures[digest] = found
        return found
