"""What is wrong with a Word file although the Open XML validator finds it right."""

from __future__ import annotations

import hashlib
import io
import itertools
import posixpath
import re
import uuid
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from lxml import etree

from makebrief.word.carried import obfuscate
from makebrief.word.controls import MAP_NAMESPACE
from makebrief.word.xml import NAMESPACES, Element, qualified

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
LONGEST_TAG = 64
LONGEST_BOOKMARK = 40
FONT_HEADERS = (b"\x00\x01\x00\x00", b"true")
STYLE_MARKS = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
PRINTED = {qualified("w:t"): "", qualified("w:br"): "\n", qualified("w:tab"): "\t"}
TARGETS = re.compile(r"(?:PAGEREF|REF|NOTEREF) (\S+)")


class WordFile:
    """A Word file taken apart: its parts as bytes and, where they are XML, as elements."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.names = archive.namelist()
            self.blobs = {name: archive.read(name) for name in self.names}
        self._roots: dict[str, Element] = {}

    def root(self, name: str) -> Element:
        """A part as an element."""
        if name not in self._roots:
            self._roots[name] = etree.fromstring(self.blobs[name])
        return self._roots[name]

    @property
    def story(self) -> Element:
        return self.root("word/document.xml")

    @property
    def texts(self) -> list[Element]:
        """The parts that the content's texts stand in: the body, and the notes under it."""
        notes = "word/footnotes.xml"
        return [self.story, *([self.root(notes)] if notes in self.blobs else [])]

    @cached_property
    def stories(self) -> dict[str, Element]:
        """The parts that people write in: the body, footers, headers, notes, comments."""
        kinds = ("document", "footer", "header", "footnotes", "endnotes", "comments")
        return {
            name: self.root(name)
            for name in self.names
            if name.startswith("word/") and posixpath.basename(name).startswith(kinds)
            and name.endswith(".xml") and name.count("/") == 1
        }  # fmt: skip

    def relations(self, part: str) -> dict[str, tuple[str, bool]]:
        """Where a part's relationships lead, and whether out of the file."""
        folder, name = posixpath.split(part)
        file = posixpath.join(folder, "_rels", f"{name}.rels")
        if file not in self.blobs:
            return {}
        found = {}
        for each in self.root(file):
            outside = each.get("TargetMode") == "External"
            target = str(each.get("Target"))
            inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[str(each.get("Id"))] = (target if outside else inside, outside)
        return found

    @cached_property
    def map(self) -> Element | None:
        """The map from controls to the content."""
        for name in self.names:
            if name.startswith("customXml/") and name.endswith(".xml"):
                root = self.root(name)
                if root.tag == f"{{{MAP_NAMESPACE}}}texts":
                    return root
        return None

    def controls(self) -> dict[str, list[Element]]:
        """The content controls by their tags."""
        found: dict[str, list[Element]] = {}
        for part in self.texts:
            for control in part.iter(qualified("w:sdt")):
                tag = control.find(f"{qualified('w:sdtPr')}/{qualified('w:tag')}")
                if tag is not None:
                    found.setdefault(value_of(tag), []).append(control)
        return found

    def bookmarked(self) -> dict[str, str]:
        """The characters inside each bookmark of the body and its notes."""
        open_names: dict[str, str] = {}
        words: dict[str, str] = {}
        for element, own in (each for part in self.texts for each in printed(part)):
            if element.tag == qualified("w:bookmarkStart"):
                name = str(element.get(qualified("w:name")))
                open_names[str(element.get(qualified("w:id")))] = name
                words[name] = ""
            elif element.tag == qualified("w:bookmarkEnd"):
                open_names.pop(str(element.get(qualified("w:id"))), None)
            elif own:
                for name in open_names.values():
                    words[name] += own
        return words


def value_of(element: Element, key: str = "w:val") -> str:
    """An attribute of an element."""
    return str(element.get(qualified(key)))


def words_in(element: Element) -> str:
    """The characters of an element's runs; a line break is one too."""
    return "".join(words for _, words in printed(element))


def printed(part: Element) -> Iterator[tuple[Element, str]]:
    """Each element inside a part with the characters that it prints and that an author wrote.

    What a field shows is no author's: inside texts, the mark of a note that comes again.
    """
    shown_by_field = 0
    for element in part.iter():
        if element.tag == qualified("w:fldChar"):
            shown_by_field += {"separate": 1, "end": -1}.get(value_of(element, "w:fldCharType"), 0)
        words = ""
        if element.tag in PRINTED and not shown_by_field:
            words = PRINTED[element.tag] or element.text or ""
        yield element, words


def word_faults(data: bytes) -> list[str]:
    """All that is wrong with a file; empty if nothing is."""
    file = WordFile(data)
    return [f"{check.__name__.strip('_')}: {fault}" for check in CHECKS for fault in check(file)]


def _package(file: WordFile) -> Iterator[str]:
    for name, count in Counter(file.names).items():
        if count > 1:
            yield f"{name} lies in it {count} times"
    types = file.root("[Content_Types].xml")
    defaults = {str(each.get("Extension")) for each in types.iter(f"{{{TYPES}}}Default")}
    overrides = {str(each.get("PartName")) for each in types.iter(f"{{{TYPES}}}Override")}
    for name in file.names[1:]:
        if f"/{name}" not in overrides and name.rpartition(".")[2] not in defaults:
            yield f"{name} has no content type"
    for name in overrides:
        if name.lstrip("/") not in file.blobs:
            yield f"{name} has a content type but is not there"


def _relations(file: WordFile) -> Iterator[str]:
    reached = set()
    for name in ("", *file.names):
        known = file.relations(name)
        for target, outside in known.values():
            reached.add(target)
            if not outside and target not in file.blobs:
                yield f"{name} leads to {target}, which is not there"
        if name.endswith(".xml") and not name.startswith("[") and known:
            for element in file.root(name).iter():
                for key, relation in element.attrib.items():
                    if str(key).startswith(f"{{{NAMESPACES['r']}}}") and relation not in known:
                        yield f"{name} names the relationship {relation!r}, which it has not"
    for name in file.names[1:]:
        if name not in reached and not name.endswith(".rels"):
            yield f"nothing leads to {name}"


def _controls(file: WordFile) -> Iterator[str]:
    ids = Counter(
        value_of(each)
        for story in file.stories.values()
        for properties in story.iter(qualified("w:sdtPr"))
        for each in properties.iter(qualified("w:id"))
    )
    yield from (f"{number} control ids {name}" for name, number in ids.items() if number > 1)
    yield from (f"the control id {name}" for name in ids if int(name) <= 0)
    for tag, controls in file.controls().items():
        if len(tag) > LONGEST_TAG or (len(controls) > 1 and not _round_a_note(controls)):
            yield f"the tag {tag} on {len(controls)} controls"


def _round_a_note(controls: Sequence[Element]) -> bool:
    """Whether controls are two parts of a text with the mark of a note between them."""
    first, *others = controls
    between = itertools.takewhile(lambda each: each not in others, first.itersiblings())
    return len(others) == 1 and any(
        True for each in between for _ in each.iter(qualified("w:footnoteReference"))
    )


def _map(file: WordFile) -> Iterator[str]:
    controls = file.controls()
    entries = [] if file.map is None else list(file.map.iter(f"{{{MAP_NAMESPACE}}}text"))
    words = file.bookmarked()
    known = {str(entry.get("tag")) for entry in entries}
    yield from (f"the map lacks {tag}" for tag in controls.keys() - known)
    for entry in entries:
        tag = str(entry.get("tag"))
        for printed in ("".join(map(words_in, controls[tag])), words.get(f"_{tag}", "")):
            if hashlib.sha256(printed.encode()).hexdigest() != entry.get("sha256"):
                yield f"{entry.get('path')} reads {printed!r}"
        for figure in entry:
            if not words.get(str(figure.get("bookmark"))):
                yield f"the figure {figure.get('name')} of {entry.get('path')} has no bookmark"


def _bookmarks(file: WordFile) -> Iterator[str]:
    names: Counter[str] = Counter()
    for part, story in file.stories.items():
        opened: set[str] = set()
        closed: set[str] = set()
        for element in story.iter(qualified("w:bookmarkStart"), qualified("w:bookmarkEnd")):
            number = value_of(element, "w:id")
            if element.tag == qualified("w:bookmarkEnd"):
                if number not in opened or number in closed:
                    yield f"{part} closes the bookmark {number}"
                closed.add(number)
                continue
            name = value_of(element, "w:name")
            names[name] += 1
            if number in opened or len(name) > LONGEST_BOOKMARK:
                yield f"{part} opens the bookmark {number}, {name}"
            opened.add(number)
        yield from (f"{part} leaves the bookmark {number} open" for number in opened - closed)
    yield from (f"{count} bookmarks {name}" for name, count in names.items() if count > 1)


def _fields(file: WordFile) -> Iterator[str]:
    follows = {"begin": ("separate", "end"), "separate": ("end",)}
    names = {value_of(each, "w:name") for each in file.story.iter(qualified("w:bookmarkStart"))}
    for part, story in file.stories.items():
        open_fields: list[str] = []
        for element in story.iter(qualified("w:fldChar"), qualified("w:instrText")):
            if element.tag == qualified("w:instrText"):
                if not open_fields or open_fields[-1] != "begin":
                    yield f"{part} has an instruction outside of a field"
                for target in TARGETS.findall(element.text or ""):
                    if target not in names:
                        yield f"{part} refers to {target}, which is not there"
                continue
            kind = value_of(element, "w:fldCharType")
            if kind == "begin":
                open_fields.append(kind)
            elif not open_fields or kind not in follows[open_fields[-1]]:
                yield f"{part} has a field's {kind} out of place"
            elif kind == "end":
                open_fields.pop()
            else:
                open_fields[-1] = kind
        yield from (f"{part} leaves a field open" for _ in open_fields)
        for link in story.iter(qualified("w:hyperlink")):
            anchor = link.get(qualified("w:anchor"))
            if anchor and anchor not in names:
                yield f"{part} links to {anchor}, which is not there"


def _fonts(file: WordFile) -> Iterator[str]:
    if "word/fontTable.xml" not in file.blobs:
        return
    relations = file.relations("word/fontTable.xml")
    for font in file.root("word/fontTable.xml"):
        for entry in font:
            key = entry.get(qualified("w:fontKey"))
            if key is None:
                continue
            target, _ = relations[value_of(entry, "r:id")]
            data = obfuscate(file.blobs[target], uuid.UUID(str(key)))
            if not data.startswith(FONT_HEADERS):
                yield f"{target} begins with {data[:4]!r}"
            tables = int.from_bytes(data[4:6], "big")
            for at in range(12, 12 + 16 * tables, 16):
                start, size = (int.from_bytes(data[at + 8 + k : at + 12 + k]) for k in (0, 4))
                if start + size > len(data):
                    yield f"{target} ends inside its table {data[at : at + 4]!r}"


def _styles(file: WordFile) -> Iterator[str]:
    styles = file.root("word/styles.xml").iter(qualified("w:style"))
    known = {(value_of(each, "w:type"), value_of(each, "w:styleId")) for each in styles}
    lists = set()
    if "word/numbering.xml" in file.blobs:
        numbering = file.root("word/numbering.xml")
        lists = {value_of(each, "w:numId") for each in numbering.iter(qualified("w:num"))}
    for part, story in file.stories.items():
        for mark, kind in STYLE_MARKS.items():
            for each in story.iter(qualified(f"w:{mark}")):
                if (kind, value_of(each)) not in known:
                    yield f"{part} cites the {kind} style {value_of(each)}"
        for each in story.iter(qualified("w:numId")):
            if value_of(each) not in {*lists, "0"}:
                yield f"{part} is numbered by the list {value_of(each)}"


def _comments(file: WordFile) -> Iterator[str]:
    known = set()
    if "word/comments.xml" in file.blobs:
        comments = file.root("word/comments.xml").iter(qualified("w:comment"))
        known = {value_of(each, "w:id") for each in comments}
    for mark in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        found = [value_of(each, "w:id") for each in file.story.iter(qualified(f"w:{mark}"))]
        if len(found) != len(set(found)) or set(found) != known:
            yield f"comments {sorted(known)}, but {mark} {sorted(found)}"


def _tables(file: WordFile) -> Iterator[str]:
    for table in file.story.iter(qualified("w:tbl")):
        columns = len(table.findall(f"{qualified('w:tblGrid')}/{qualified('w:gridCol')}"))
        for row in table.findall(qualified("w:tr")):
            cells = row.findall(qualified("w:tc"))
            spans = [each.find(f".//{qualified('w:gridSpan')}") for each in cells]
            width = sum(1 if span is None else int(value_of(span)) for span in spans)
            if width != columns:
                yield f"a row of {width} cells in a grid of {columns}"
            if any(each[-1].tag != qualified("w:p") for each in cells):
                yield "a cell that does not end in a paragraph"


def _drawings(file: WordFile) -> Iterator[str]:
    ids = Counter(each.get("id") for each in file.story.iter(qualified("wp:docPr")))
    yield from (f"{count} drawings {name}" for name, count in ids.items() if count > 1)
    for each in file.story.iter(qualified("wp:docPr")):
        if not each.get("descr"):
            yield f"the drawing {each.get('name')} has no text in place of it"


CHECKS: tuple[Callable[[WordFile], Iterator[str]], ...] = (
    _package,
    _relations,
    _controls,
    _map,
    _bookmarks,
    _fields,
    _fonts,
    _styles,
    _comments,
    _tables,
    _drawings,
)
