"""Footnotes: Word's own, each with its mark, and fields where a mark comes again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from makebrief.document.footnotes import is_circled
from makebrief.document.model import Footnote, Section
from makebrief.messages import Language
from makebrief.typeface.scripts import base_of
from makebrief.word.fields import enclose_in_field
from makebrief.word.formats import fonts, language_properties
from makebrief.word.package import ElementPart, Kind
from makebrief.word.xml import Element, ignore_where_unknown, qualified, root, word, words

FOOTNOTES = Kind(CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES)
ROLE = "footnote"
_REFERENCE, _PLAIN_REFERENCE, _NUMBER = "FootnoteReference", "PlainReference", "FootnoteNumber"
"""The styles of marks, of those that are digits though others are circled, of numbers in notes."""

_SEPARATORS: Mapping[int, tuple[str, str]] = {
    -1: ("separator", "separator"),
    0: ("continuationSeparator", "continuationSeparator"),
}
_SHOWN_LAST = 90


class Footnotes:
    """The notes of a document as they are marked, numbered from 1 over all sections."""

    def __init__(self, languages: tuple[Language, ...]) -> None:
        self._plain = _PLAIN_REFERENCE if "zh" in languages else _REFERENCE
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

    def mark(self, note: Footnote, number: int) -> Element:
        """The mark of a note in the text."""
        return word("r", self._raised(note), word("footnoteReference", id=number))

    def repeated_mark(self, note: Footnote) -> list[Element]:
        """A field that shows the mark of a note that was marked before, raised by its style."""
        digits = "".join(base_of(character) or character for character in note.mark)
        shown = word("r", self._raised(note), words("t", digits))
        return enclose_in_field(rf"NOTEREF {self.bookmark(note.name)} \f \h", [shown])

    def number(self, note: Footnote) -> Iterator[Element]:
        """A note's own number, raised unless it is circled, and the tab to its text."""
        look = _circled(_NUMBER) if is_circled(note) else self._raised(note)
        yield word("r", look, word("footnoteRef"))
        yield word("r", word("tab"))

    def _raised(self, note: Footnote) -> Element:
        if is_circled(note):
            return _circled(_REFERENCE)
        return word("rPr", word("rStyle", val=self._plain), language_properties("en"))

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


def _circled(style: str) -> Element:
    """The properties of a mark in a circle; the hint takes ① from the Han face."""
    return word(
        "rPr",
        word("rStyle", val=style),
        word("rFonts", hint="eastAsia"),
        language_properties("zh"),
    )


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


def mark_styles(languages: tuple[Language, ...], han: str, latin: str) -> Iterator[Element]:
    """The styles of marks, which name the Han face alone where they are circled.

    Word goes by the hint, LibreOffice to the Latin face, which has no ①. A note that somebody
    adds in Word is marked in the first of them.
    """
    circled = (fonts(han, han),) if "zh" in languages else ()
    yield _style(_REFERENCE, "footnote reference", *circled, _superscript())
    if circled:
        yield _style(_NUMBER, "脚注编号 Footnote Number", fonts(han, han))
        plain = "脚注西文引用 Plain Footnote Reference"
        yield _style(_PLAIN_REFERENCE, plain, fonts(han, latin), _superscript())


def _superscript() -> Element:
    return word("vertAlign", val="superscript")


def _style(style_id: str, name: str, *properties: Element) -> Element:
    made = word(
        "style",
        word("name", val=name),
        word("uiPriority", val=_SHOWN_LAST),
        word("rPr", *properties),
        type="character",
        styleId=style_id,
    )
    if style_id != _REFERENCE:  # the one that Word itself has
        made.set(qualified("w:customStyle"), "1")
    return made
