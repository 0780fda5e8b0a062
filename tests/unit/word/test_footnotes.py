"""Footnotes as Word has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from makebrief.document.model import Document, Footnote, Paragraph, Run, Section
from makebrief.word.xml import Element, qualified
from tests.tools.programs import open_xml_errors
from tests.unit.word.parts import (
    Parts,
    all_of,
    first,
    paragraphs,
    relation_targets,
    style,
    value,
    words_of,
)
from tests.unit.word.sample import NOTES, body, document, every_block, noted, pair, text

WORD_S_OWN = 2
"""The rules above notes, which are notes, too."""


def with_notes(*names: str, layout: str = "alternating") -> Document:
    """A document whose only paragraph marks notes, in this order."""
    runs = [Run("", footnote=name) for name in names]
    texts = (text("zh", "词", *runs), text("en", "Word", *runs))
    notes = tuple(
        Footnote(name, pair(f"注{name}", f"Note {name}")) for name in dict.fromkeys(names)
    )
    return document(Section("body", (Paragraph("body", texts),), notes), layout=layout)


def notes_of(parts: Parts) -> list[list[tuple[str, str]]]:
    """The style and the words of each paragraph of each note that the author wrote."""
    written = all_of(parts.root("footnotes"), "footnote")[WORD_S_OWN:]
    return [list(paragraphs(note)) for note in written]


def test_a_note_is_a_real_footnote_in_the_styles_of_its_languages() -> None:
    parts = Parts(with_notes("a", "b"))
    assert [[words for _, words in note] for note in notes_of(parts)] == [
        ["注a", "Note a"],
        ["注b", "Note b"],
    ]
    used = {name for note in notes_of(parts) for name, _ in note}
    names = {value(style(parts.root("styles"), each), "name") for each in used}
    assert "footnote text" in names
    assert len(names) == 2
    references = [each.get(qualified("w:id")) for each in all_of(parts.story, "footnoteReference")]
    assert references == ["1", "2"]


def test_a_mark_that_comes_again_is_a_field_that_leads_to_the_first() -> None:
    parts = Parts(with_notes("a", "b", "a"))
    assert len(notes_of(parts)) == 2
    asked = [words.text or "" for words in all_of(parts.story, "instrText")]
    fields = [each.split()[1] for each in asked if "NOTEREF" in each]
    marks = {str(each.get(qualified("w:name"))) for each in all_of(parts.story, "bookmarkStart")}
    assert len(fields) == 4, "once more in Chinese, and three times in English"
    assert set(fields) <= marks
    assert words_of(parts.story) == "词①Word①②①"


def test_english_marks_are_raised_by_their_style_alone() -> None:
    parts = Parts(with_notes("a", "b", "a", layout="en"))
    assert words_of(parts.story) == "Word1"
    assert value(first(parts.story, "footnotePr"), "numFmt") == "decimal"
    raised = style(parts.root("styles"), "FootnoteReference")
    assert value(raised, "vertAlign") == "superscript"


def test_circled_marks_name_the_han_face_alone_for_programs_that_know_no_hint() -> None:
    parts = Parts(with_notes("a", layout="sequential"))
    styles = parts.root("styles")

    def faces(part: Element, mark: str) -> list[tuple[str | None, str | None]]:
        runs = [run for run in all_of(part, "r") if all_of(run, mark)]
        used = [style(styles, value(run, "rStyle") or "") for run in runs]
        return [
            (value(each, "rFonts", "ascii"), value(each, "rFonts", "eastAsia")) for each in used
        ]

    circled, plain = faces(parts.story, "footnoteReference")
    own, _ = faces(parts.root("footnotes"), "footnoteRef")
    assert circled == own
    assert circled[0] == circled[1]
    assert plain[1] == circled[1] != plain[0]


@pytest.mark.parametrize(
    ("layout", "kinds"),
    [
        ("alternating", ["decimalEnclosedCircle"]),
        ("facing", ["decimalEnclosedCircle"]),
        ("sequential", ["decimalEnclosedCircle", "decimal"]),
        ("zh", ["decimalEnclosedCircle"]),
        ("en", ["decimal"]),
    ],
)
def test_notes_are_numbered_from_1_in_each_section(layout: str, kinds: list[str]) -> None:
    properties = all_of(Parts(with_notes("a", layout=layout)).story, "footnotePr")
    assert [value(each, "numFmt") for each in properties] == kinds
    assert {value(each, "numRestart") for each in properties} == {"eachSect"}


def test_links_inside_notes_belong_to_the_part_of_the_notes() -> None:
    parts = Parts(every_block())
    asked = {
        str(each.get(qualified("r:id"))) for each in all_of(parts.root("footnotes"), "hyperlink")
    }
    targets = relation_targets(parts.blobs["word/_rels/footnotes.xml.rels"])
    assert {targets[each] for each in asked} == {"https://example.org/"}


def test_a_note_without_english_has_its_comment_behind_the_text_that_marks_it() -> None:
    parts = Parts(every_block())
    assert all_of(parts.root("footnotes"), "commentReference") == []
    said = [words_of(each) for each in all_of(parts.root("comments"), "comment")]
    assert sorted(said) == ["未译 Untranslated", "注②未译 Note ② untranslated"]
    assert all(not all_of(each, "commentReference") for each in all_of(parts.story, "sdt"))


def test_a_document_without_notes_has_no_part_for_them() -> None:
    parts = Parts(body(Paragraph("body", pair("词", "Word"))))
    assert "word/footnotes.xml" not in parts.blobs
    assert all_of(parts.root("settings"), "footnotePr") == []


def test_the_same_notes_give_the_same_bytes() -> None:
    assert Parts(every_block()).data == Parts(every_block()).data


@pytest.mark.parametrize("layout", ["alternating", "facing", "sequential", "zh", "en"])
def test_the_open_xml_validator_takes_many_notes(tmp_path: Path, layout: str) -> None:
    names = [f"n{at}" for at in range(30)]
    file = tmp_path / "notes.docx"
    marks = Section("body", (Paragraph("body", (noted("zh"), noted("en"))),), NOTES)
    sections = (*with_notes(*names, *names[:3]).sections, marks)
    file.write_bytes(Parts(document(*sections, layout=layout)).data)
    assert open_xml_errors(file) == []
