"""Elements of the Word vocabularies, built and written out."""

from __future__ import annotations

from functools import cache

from lxml import etree

Element = etree._Element

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
_MAIN = {"w": NAMESPACES["w"]}
_MAIN_TAG = f"{{{NAMESPACES['w']}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@cache
def qualified(name: str) -> str:
    """A prefixed name (`w:p`) as lxml wants it."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def root(name: str, *children: Element | None) -> Element:
    """The root element of a part, with every prefix declared."""
    return _fill(etree.Element(qualified(name), nsmap=NAMESPACES), children)


def plain_root(namespace: str, name: str) -> Element:
    """The root element of a part that has one vocabulary, without a prefix."""
    return etree.fromstring(f'<{name} xmlns="{namespace}"/>')


def word(name: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """An element of the main vocabulary with its attributes; a child may be None."""
    made = etree.Element(_MAIN_TAG + name, None, _MAIN)
    for key, value in attributes.items():
        made.set(_MAIN_TAG + key, str(value))
    for child in children:
        if child is not None:
            made.append(child)
    return made


def drawing(name: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """An element of the drawing vocabularies, whose attributes have no namespace."""
    made = etree.Element(qualified(name), nsmap=NAMESPACES)
    for key, value in attributes.items():
        made.set(key, str(value))
    return _fill(made, children)


def word_2012(name: str, **attributes: str | int) -> Element:
    """An element of the vocabulary that Word 2013 brought."""
    prefixes = {"w15": NAMESPACES["w15"]}
    made = etree.Element(qualified(f"w15:{name}"), nsmap=prefixes)
    for key, value in attributes.items():
        made.set(qualified(f"w15:{key}"), str(value))
    return made


def ignore_where_unknown(made: Element, prefix: str) -> None:
    """Tells programs that do not know a vocabulary to pass over it in a part."""
    made.set(qualified("mc:Ignorable"), prefix)


def related(made: Element, key: str, relation: str) -> Element:
    """An element with an attribute that names a relationship."""
    made.set(qualified(f"r:{key}"), relation)
    return made


def on_off(name: str, value: bool) -> Element:
    """A property that is plainly on or plainly off."""
    return word(name) if value else word(name, val="0")


def words(name: str, text: str) -> Element:
    """An element that holds characters (`w:t`, `w:instrText`) with their spaces kept."""
    made = word(name)
    made.set(_SPACE, "preserve")
    made.text = text
    return made


def part_bytes(made: Element) -> bytes:
    """A part as it lies in the file."""
    etree.cleanup_namespaces(made, keep_ns_prefixes=["w", "r"])
    return etree.tostring(made, xml_declaration=True, encoding="UTF-8", standalone=True)


def _fill(made: Element, children: tuple[Element | None, ...]) -> Element:
    for child in children:
        if child is not None:
            made.append(child)
    return made
