"""Footnotes numbered as their marks come, in each section from 1 on."""

from __future__ import annotations

from makebrief.document.arrange import arrange
from makebrief.document.footnotes import footnote_mark
from makebrief.document.model import (
    Contents,
    Document,
    Footnote,
    Heading,
    Paragraph,
    Run,
    Section,
    Text,
)
from makebrief.document.walk import iterate, texts_of
from tests.samples import pair, text


def marked(name: str, words: str = "甲", english: str = "A") -> tuple[Text, Text]:
    """A pair whose texts both mark a note."""
    mark = Run("", footnote=name)
    return text(words, mark), text(english, mark, language="en")


def notes(*names: str) -> tuple[Footnote, ...]:
    return tuple(Footnote(name, pair(f"注{name}", f"note {name}")) for name in names)


def arranged(*sections: Section, layout: str = "alternating") -> Document:
    made = Document(pair("题"), pair("甲"), pair("事"), "2024-07-23", ("zh", "en"), sections)
    return arrange(made, layout)


def printed(document: Document) -> list[str]:
    return [each.printed for section in document.sections for each in texts_of(section.blocks)]


def body(*texts: tuple[Text, ...], of: tuple[str, ...]) -> Section:
    return Section("body", tuple(Paragraph("body", each) for each in texts), notes(*of))


def test_notes_are_numbered_in_the_order_of_their_marks() -> None:
    made = arranged(body(marked("b"), marked("a"), marked("b"), of=("a", "b")))
    assert printed(made) == ["甲①", "A①", "甲②", "A②", "甲①", "A①"]
    [section] = made.sections
    assert [(note.mark, note.texts[0].plain) for note in section.footnotes] == [
        ("①", "注b"),
        ("②", "注a"),
    ]


def test_numbers_begin_anew_in_each_section_and_names_never_clash() -> None:
    made = arranged(body(marked("a"), of=("a",)), body(marked("a"), of=("a",)))
    assert printed(made) == ["甲①", "A①", "甲①", "A①"]
    names = [note.name for section in made.sections for note in section.footnotes]
    assert len(set(names)) == 2


def test_a_note_that_no_text_of_the_layout_marks_is_left_out() -> None:
    chinese_alone = (text("甲", Run("", footnote="a")), text("A", language="en"))
    assert arranged(body(chinese_alone, of=("a",)), layout="en").sections[0].footnotes == ()


def test_english_alone_has_raised_numbers_and_its_own_order() -> None:
    both = (
        text("甲", Run("", footnote="a"), "乙", Run("", footnote="b")),
        text("B", Run("", footnote="b"), "A", Run("", footnote="a"), language="en"),
    )
    assert printed(arranged(body(both, of=("a", "b")), layout="en")) == ["B¹A²"]
    assert printed(arranged(body(both, of=("a", "b")))) == ["甲①乙②", "B②A①"]


def test_one_language_after_the_other_has_each_note_in_each() -> None:
    made = arranged(body(marked("a"), of=("a",)), layout="sequential")
    assert printed(made) == ["甲①", "A¹"]
    texts = [[each.plain for each in texts_of(each.footnotes)] for each in made.sections]
    assert texts == [["注a"], ["note a"]]


def test_circles_end_where_those_of_word_do() -> None:
    [note] = notes("a")
    marks = [footnote_mark(number, note) for number in (1, 9, 20, 21)]
    assert marks == ["①", "⑨", "⑳", "²¹"]


def test_contents_and_plain_words_have_no_marks() -> None:
    heading = Heading(1, marked("a"), "h1", 0)
    made = arranged(Section("body", (Contents(1), heading), notes("a")))
    [contents] = iterate(made, Contents)
    [entry] = contents.entries
    assert [each.printed for each in entry.texts] == ["甲", "A"]
    [again] = iterate(made, Heading)
    assert (again.texts[0].plain, again.texts[0].printed) == ("甲", "甲①")
