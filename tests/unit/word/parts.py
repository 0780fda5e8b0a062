"""A Word file taken apart for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from makebrief.document.model import Document
from makebrief.word.render import render_word
from makebrief.word.xml import Element, qualified
from tests.unit.word.sample import house


class Parts:
    """The parts of a rendered document."""

    def __init__(self, document: Document) -> None:
        self.data = render_word(document, house(document))
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            self.blobs = {name: archive.read(name) for name in archive.namelist()}

    def root(self, name: str) -> Element:
        """A part under `word/` as an element."""
        return etree.fromstring(self.blobs[f"word/{name}.xml"])

    @property
    def story(self) -> Element:
        return self.root("document")


def all_of(element: Element, name: str) -> list[Element]:
    """All elements of a name inside an element, in order."""
    return list(element.iter(qualified(f"w:{name}")))


def first(element: Element, name: str) -> Element:
    """The first element of a name inside an element."""
    return next(element.iter(qualified(f"w:{name}")))


def value(element: Element, name: str, key: str = "val") -> str | None:
    """An attribute of the first element of a name; None if there is no such element."""
    found = next(element.iter(qualified(f"w:{name}")), None)
    return None if found is None else found.get(qualified(f"w:{key}"))


def words_of(element: Element) -> str:
    """The characters of an element's runs."""
    return "".join(each.text or "" for each in element.iter(qualified("w:t")))


def paragraphs(story: Element) -> Iterator[tuple[str, str]]:
    """The style id and the words of each paragraph."""
    for paragraph in all_of(story, "p"):
        yield value(paragraph, "pStyle") or "", words_of(paragraph)


def relation_targets(relations: bytes) -> dict[str, str]:
    """What each relationship of a part leads to."""
    return {str(each.get("Id")): str(each.get("Target")) for each in etree.fromstring(relations)}


def style(styles: Element, style_id: str) -> Element:
    """A style by its id."""
    return next(each for each in all_of(styles, "style") if _id(each) == style_id)


def style_ids(styles: Element) -> list[str]:
    """The ids of all styles."""
    return [_id(each) for each in all_of(styles, "style")]


def _id(made: Element) -> str:
    return str(made.get(qualified("w:styleId")))
