"""Captions with their numbers as SEQ fields, in the bookmarks that references in texts lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable

from makebrief.document.captions import label_of
from makebrief.document.model import Chart, Picture, Table, Text
from makebrief.word.desk import Desk
from makebrief.word.fields import enclose_in_field
from makebrief.word.text import Setting, generated_runs, reference_bookmark, set_text
from makebrief.word.xml import Element

ROLE = "table-note"
_NOT_IN_A_NAME = re.compile(r"\W")


def write_caption(desk: Desk, block: Table | Chart | Picture, settings: Iterable[Setting]) -> None:
    """A caption, a paragraph a language, each in its setting."""
    for text, setting in zip(block.caption, settings, strict=False):
        paragraph = set_text(desk, text, setting)
        for at, run in enumerate(_label(desk, block, text), 1):
            paragraph.insert(at, run)
        desk.story.append(paragraph)


def write_caption_below(desk: Desk, block: Chart | Picture, *, kept: bool = False) -> None:
    """A caption under what it names, and on its page; `kept` on the page of what follows, too."""
    last = len(block.caption) - 1
    settings = [
        Setting(
            "caption", desk.sheet.caption_below(text.language), keep_with_next=kept or at < last
        )
        for at, text in enumerate(block.caption)
    ]
    write_caption(desk, block, settings)


def write_remarks(desk: Desk, remarks: tuple[Text, ...]) -> None:
    """Notes and sources under a table or chart, together on a page, air under the last."""
    for at, text in enumerate(remarks, 1):
        last = at == len(remarks)
        style_id = desk.sheet.last(ROLE, text.language) if last else None
        setting = Setting(ROLE, style_id, keep_with_next=not last)
        desk.story.append(set_text(desk, text, setting))


def _label(desk: Desk, block: Table | Chart | Picture, text: Text) -> list[Element]:
    """`表1　`: a new table or figure typed in Word counts on, and all after it count anew."""
    captions, language = desk.house.style.captions, text.language
    label = label_of(block, language, captions)
    if label is None:
        return []

    def written(words: str) -> list[Element]:
        return generated_runs(desk, words, text, "caption") if words else []

    name = _NOT_IN_A_NAME.sub("", label.before) or "Table"
    number = enclose_in_field(rf"SEQ {name} \* ARABIC", written(str(label.number)))
    runs = [*written(label.before), *number, *written(label.after)]
    if block.label.anchor:
        runs = desk.enclose_in_bookmark(reference_bookmark(block.label.anchor, language), runs)
    return [*runs, *written(captions.words(language).joint)]
