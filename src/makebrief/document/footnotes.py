"""The footnotes of a section numbered as their marks come, each with the mark that is printed."""

from __future__ import annotations

from msgspec.structs import replace

from makebrief.document.model import Footnote, Section, Text, Texts
from makebrief.document.walk import rebuild, texts_of

_FIRST_CIRCLED = "①"
_LAST_CIRCLED = 20
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def number_footnotes(section: Section, prefix: str) -> Section:
    """A section whose footnotes are those its texts mark, in that order, named after `prefix`.

    Numbers begin anew in each section, not on each page: a note has the same number in the PDF
    and in Word, whose pages end elsewhere, and people can speak of note ③ of a department.
    """
    if not section.footnotes:
        return section
    known = {note.name: note for note in section.footnotes}
    marked = (run.footnote for text in texts_of(section.blocks) for run in text.runs)
    order = [name for name in dict.fromkeys(marked) if name in known]
    numbered = {
        name: replace(
            known[name], name=f"{prefix}-{number}", mark=footnote_mark(number, known[name])
        )
        for number, name in enumerate(order, 1)
    }
    blocks = rebuild(section.blocks, lambda texts: tuple(_marked(text, numbered) for text in texts))
    return replace(section, blocks=blocks, footnotes=tuple(numbered.values()))


def footnote_mark(number: int, note: Footnote) -> str:
    """① as far as Chinese has them (Word ends at ⑳, too), a raised number after that.

    A note that is printed in English alone has a raised number.
    """
    if is_circled(note) and number <= _LAST_CIRCLED:
        return chr(ord(_FIRST_CIRCLED) + number - 1)
    return str(number).translate(_RAISED)


def is_circled(note: Footnote) -> bool:
    """Whether a note is numbered in circles, as Chinese notes are."""
    return note.texts[0].language == "zh"


def without_footnotes(texts: Texts) -> Texts:
    """Texts without the marks of footnotes, for where nobody could look the notes up."""
    return tuple(
        replace(text, runs=tuple(run for run in text.runs if run.footnote is None))
        if any(run.footnote for run in text.runs)
        else text
        for text in texts
    )


def _marked(text: Text, numbered: dict[str, Footnote]) -> Text:
    if not any(run.footnote in numbered for run in text.runs):
        return text
    runs = (
        replace(run, text=note.mark, footnote=note.name)
        if (note := numbered.get(run.footnote or ""))
        else run
        for run in text.runs
    )
    return replace(text, runs=tuple(runs))
