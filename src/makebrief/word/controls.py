"""Content controls round the texts of the content, and the map that leads from each back home.

A control encloses the runs of one text inside its paragraph, never the paragraph itself. So the
paragraph mark stays free: Enter, Backspace across two paragraphs, deleting a whole paragraph and
dragging it elsewhere do in Word what they do in any document, and take the control with them. A
control round the paragraph would stay behind as an empty frame, hold its neighbours apart, and
hide the paragraph from programs that list a body's paragraphs. It holds rich text: one of plain
text would refuse Enter.

WPS and LibreOffice before 24 drop controls on saving. A hidden bookmark of the same name, which
costs some bytes and nobody sees, therefore says the same; each typed figure has one of its own.
"""

from __future__ import annotations

import hashlib
import uuid
from collections import Counter
from collections.abc import Iterable

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from lxml import etree
from msgspec import Struct, field

from makebrief.document.model import TEMPLATE_PATH, Text
from makebrief.messages import Language
from makebrief.word.package import ElementPart, Kind
from makebrief.word.xml import Element, ignore_where_unknown, plain_root, word, word_2012

MAP_NAMESPACE = "urn:make-brief:texts:1"
_DATASTORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_MAP = Kind(CONTENT_TYPE.XML, RELATIONSHIP_TYPE.CUSTOM_XML)
_PROPERTIES = Kind(CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
_TAG_DIGITS = 16


class Home(Struct, frozen=True):
    """Where a piece of text lives: its content path and language."""

    path: str
    language: Language


def home_path(text: Text, source: str = "") -> str:
    """The content path that a stretch of a text comes from; empty if a template put it there."""
    if source:
        return source
    composed = any(run.source for run in text.runs)
    own = not composed and not text.origin.path.startswith(TEMPLATE_PATH)
    return text.origin.path if own else ""


class _Entry(Struct):
    home: Home
    words: str
    figures: list[tuple[str, str]] = field(default_factory=list)


class Controls:
    """The controls of a document of a series, each with a tag that no other document has.

    Tags are drawn from the series, the path and the language: a paragraph that is pasted into
    another briefing is not taken for one of its own, and the same text has the same tag in
    every build.
    """

    def __init__(self, series: str) -> None:
        self.series = series
        self._entries: dict[str, _Entry] = {}
        self._printed: Counter[Home] = Counter()
        self._charts: dict[str, list[tuple[str, Text]]] = {}
        self._ids = 0

    def open(self, home: Home, words: str) -> str:
        """The tag of a text that is written now; its figures follow."""
        self._printed[home] += 1
        key = "\n".join((self.series, home.path, home.language, str(self._printed[home])))
        tag = "mb" + hashlib.sha256(key.encode()).hexdigest()[:_TAG_DIGITS]
        self._entries[tag] = _Entry(home, words)
        return tag

    def name_figure(self, tag: str, figure: str) -> str:
        """The name of a bookmark round a typed figure in the text of a tag."""
        entry = self._entries[tag]
        name = f"_{tag}f{len(entry.figures) + 1}"
        entry.figures.append((name, figure))
        return name

    def map_chart(self, name: str, cells: Iterable[tuple[str, Text]]) -> None:
        """Remembers in which cells of a chart's workbook its texts stand: no control fits there."""
        self._charts[name] = [(cell, text) for cell, text in cells if home_path(text)]

    def next_id(self) -> int:
        """An id for a control, which no other has."""
        self._ids += 1
        return self._ids

    def control(self, tag: str, runs: list[Element]) -> Element:
        """Runs in a control that shows no frame."""
        hidden = word_2012("appearance", val="hidden")
        properties = word("sdtPr", word("tag", val=tag), word("id", val=self.next_id()), hidden)
        return word("sdt", properties, word("sdtContent", *runs))

    def add_to(self, story: ElementPart) -> None:
        """Relates the map to the story, and says that older programs may ignore the frame."""
        if not self._entries and not self._charts:
            return
        ignore_where_unknown(story.element, "w15")
        part = ElementPart("/customXml/item1.xml", _MAP, self._map())
        properties = ElementPart("/customXml/itemProps1.xml", _PROPERTIES, _item_properties())
        part.relate_to(properties, _PROPERTIES.relation)
        story.relate_to(part, _MAP.relation)

    def _map(self) -> Element:
        """Tag, path, language and hash of each text, and which figures its bookmarks enclose.

        The text itself is left out: what a colleague deletes must not stay hidden in the file.
        """
        made = plain_root(MAP_NAMESPACE, "texts")
        made.set("series", self.series)
        for tag, entry in self._entries.items():
            text = etree.SubElement(
                made,
                f"{{{MAP_NAMESPACE}}}text",
                {"tag": tag, **_leads_home(entry.home, entry.words)},
            )
            for name, figure in entry.figures:
                etree.SubElement(text, f"{{{MAP_NAMESPACE}}}figure", bookmark=name, name=figure)
        for name, cells in self._charts.items():
            chart = etree.SubElement(made, f"{{{MAP_NAMESPACE}}}chart", name=name)
            for cell, words in cells:
                home = Home(home_path(words), words.language)
                etree.SubElement(
                    chart,
                    f"{{{MAP_NAMESPACE}}}cell",
                    {"at": cell, **_leads_home(home, words.plain)},
                )
        return made


def _leads_home(home: Home, words: str) -> dict[str, str]:
    return {"path": home.path, "language": home.language, "sha256": text_hash(words)}


def text_hash(words: str) -> str:
    """What a text is recognised by: the SHA-256 of its characters as they were printed."""
    return hashlib.sha256(words.encode()).hexdigest()


def _item_properties() -> Element:
    made = etree.Element(f"{{{_DATASTORE}}}datastoreItem", nsmap={"ds": _DATASTORE})
    item = uuid.uuid5(uuid.NAMESPACE_URL, MAP_NAMESPACE)
    made.set(f"{{{_DATASTORE}}}itemID", f"{{{str(item).upper()}}}")
    references = etree.SubElement(made, f"{{{_DATASTORE}}}schemaRefs")
    reference = etree.SubElement(references, f"{{{_DATASTORE}}}schemaRef")
    reference.set(f"{{{_DATASTORE}}}uri", MAP_NAMESPACE)
    return made
