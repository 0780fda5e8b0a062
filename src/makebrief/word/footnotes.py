"""Footnotes: Word's own, each with its mark, and fields where a mark comes again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from makebrief.document.footnotes import is_circled
from makebrief.document.model import Footnote, Section
from makebrief.typeface.scripts import base_of
from makebrief.word.fields import enclose_in_field
from makebrief.word.formats import language_properties
from makebrief.word.package import ElementPart, Kind
from makebrief.word.xml import Element, ignore_where_unknown, root, word, words

FOOTNOTES = Kind(CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES)
ROLE = "footnote"
_REFERENCE_STYLE = "FootnoteReference"
_SEPARATORS: Mapping[int, tuple[str, str]] = {
    -1: ("separator", "separator"),
    0: ("continuationSeparator", "continuationSeparator"),
}
_SHOWN_LAST = 90


class Footnotes:
    """The notes of a document as they are marked, numbered from 1 over all sections."""

    def __init__(self) -> None:
        self.part = ElementPart("/word/footnotes.xml", FOOTNOTES, root("w:footnotes"))
        self.notes: dict[str, Footnote] = {}
        self._numbers: dict[str, int] = {}

    def __bool__(self) -> bool:
        return bool(self._numbers)

    def open_section(self, section: Section) -> None:
        """Takes up the notes that a section's texts may mark."""
        self.notes = {note.name: note for note in section.footnotes}

    def is_new(self, name: str) -> bool:
        """Whether a note is marked for the first time."""
        return name not in self._numbers

    def add(self, name: str, paragraphs: list[Element]) -> int:
        """A note's paragraphs under a number of its own."""
        number = self._numbers[name] = len(self._numbers) + 1
        self.part.element.append(word("footnote", *paragraphs, id=number))
        return number

    def bookmark(self, name: str) -> str:
        """What the field of a mark that comes again looks for."""
        return f"_Ref_Note_{self._numbers[name]}"

    def close(self, style_id: str) -> None:
        """Puts Word's own two notes, the rules above all others, first.

        Their texts have content controls: programs that do not know their frames may ignore them.
        """
        ignore_where_unknown(self.part.element, "w15")
        for at, (number, (kind, mark)) in enumerate(_SEPARATORS.items()):
            paragraph = word("p", word("pPr", word("pStyle", val=style_id)), word("r", word(mark)))
            self.part.element.insert(at, word("footnote", paragraph, type=kind, id=number))


def footnote_reference(note: Footnote, number: int) -> Element:
    """The mark of a note in the text."""
    return word("r", _raised(note), word("footnoteReference", id=number))


def footnote_number(note: Footnote) -> Iterator[Element]:
    """A note's own number, raised unless it is circled, and the tab to its text."""
    yield word("r", None if is_circled(note) else _raised(note), word("footnoteRef"))
    yield word("r", word("tab"))


def _raised(note: Footnote) -> Element:
    """The properties of a raised mark; the hint takes ① from the Han face."""
    circled = is_circled(note)
    return word(
        "rPr",
        word("rStyle", val=_REFERENCE_STYLE),
        word("rFonts", hint="eastAsia") if circled else None,
        language_properties("zh" if circled else "en"),
    )


def repeated_mark(note: Footnote, bookmark: str) -> list[Element]:
    """A field that shows the mark of a note that was marked before, raised by its style."""
    digits = "".join(base_of(character) or character for character in note.mark)
    shown = word("r", _raised(note), words("t", digits))
    return enclose_in_field(rf"NOTEREF {bookmark} \f \h", [shown])


def footnote_properties(section: Section, *, goes_on: bool = False) -> Element | None:
    """How a section numbers its notes: from 1, or on from the pages before its wide table (P11)."""
    if not section.footnotes:
        return None
    circled = is_circled(section.footnotes[0])
    kind = "decimalEnclosedCircle" if circled else "decimal"
    restart = "continuous" if goes_on else "eachSect"
    return word("footnotePr", word("numFmt", val=kind), word("numRestart", val=restart))


def separator_settings() -> Element:
    """The settings' list of the rules above notes."""
    return word("footnotePr", *(word("footnote", id=number) for number in _SEPARATORS))


def reference_style() -> Element:
    """The style of the marks in the text."""
    return word(
        "style",
        word("name", val="footnote reference"),
        word("uiPriority", val=_SHOWN_LAST),
        word("rPr", word("vertAlign", val="superscript")),
        type="character",
        styleId=_REFERENCE_STYLE,
    )
