"""What readers find of footnotes, raised characters and long addresses."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from makebrief.document.model import Block, Column, Document, Footnote, Paragraph, Run, Table
from makebrief.style.model import MM
from tests.lines import placed_lines, words_of
from tests.pdfs import (
    open_pdf,
    render,
    set_pages,
    squeezed,
    text_by_pdfium,
    text_by_pdfminer,
    text_by_poppler,
)
from tests.samples import document, pair, text

ADDRESS = "https://www.liaocheng.gov.cn/" + "/".join(f"part{at}?id={at}" for at in range(24))
SMALL = "二氧化碳CO₂减排，面积10 km²，共30㎡，气温25℃，比例5‰，浓度10⁻⁶，硫酸H₂SO₄和Na⁺。"
ENGLISH = "Emissions of CO₂ fell over 10 km², 30 m², at 25 ℃, by 5‰ or 10⁻⁶ of H₂SO₄."
READERS = ["poppler", "pdfium", "pdfminer"]


def read(data: bytes, reader: str, folder: Path) -> str:
    if reader == "poppler":
        return text_by_poppler(data, folder)
    return text_by_pdfium(data) if reader == "pdfium" else text_by_pdfminer(data)


def with_notes(*blocks: Block, notes: tuple[Footnote, ...]) -> Document:
    made = document(*blocks)
    return replace(made, sections=(replace(made.sections[0], footnotes=notes),))


def noted() -> Document:
    """Two paragraphs that mark two notes, of which one comes twice."""
    a, b = Run("", footnote="a"), Run("", footnote="b")
    notes = (
        Footnote("a", pair("甲注CO₂。", "Note on CO₂.")),
        Footnote("b", pair("乙注。", "Another note.")),
    )
    return with_notes(
        Paragraph(
            "body",
            (text("云轴联", a, "发展很快", b, "。"), text("The League", a, ".", b, language="en")),
        ),
        Paragraph("body", (text("再说", a, "。"), text("Again", a, ".", language="en"))),
        notes=notes,
    )


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("measure", ["body", "cell"])
def test_raised_and_lowered_characters_are_read_as_written(
    reader: str, measure: str, tmp_path: Path
) -> None:
    texts = (text(SMALL), text(ENGLISH, language="en"))
    blocks: dict[str, Block] = {
        "body": Paragraph("body", texts),
        "cell": Table(
            (), (Column(pair("列", "Column"), "left", 1), Column((), "left", 2)), ((texts, ()),)
        ),
    }
    found = squeezed(read(render(document(blocks[measure])), reader, tmp_path))
    assert squeezed(SMALL) in found
    assert squeezed(ENGLISH) in found


@pytest.mark.parametrize("reader", READERS)
def test_words_and_marks_and_notes_are_read_in_their_order(reader: str, tmp_path: Path) -> None:
    found = squeezed(read(render(noted()), reader, tmp_path))
    in_order = [
        *("云轴联①发展很快②。", "TheLeague①.②", "再说①。", "Again①."),
        *("①甲注CO₂。", "NoteonCO₂.", "②乙注。", "Anothernote."),
    ]
    places = [found.index(each) for each in in_order]
    assert places == sorted(places)


def narrow_cell() -> Document:
    """A cell 60 mm wide with a long address in it."""
    columns = Column(pair("址"), "left", 38), Column(pair("乙"), "left", 62)
    return document(Table((), columns, (((text(Run(ADDRESS, link=ADDRESS)),), ()),)))


@pytest.mark.parametrize("reader", READERS)
def test_an_address_of_300_characters_in_a_cell_is_read_whole(reader: str, tmp_path: Path) -> None:
    assert len(ADDRESS) > 300
    assert ADDRESS in squeezed(read(render(narrow_cell(), "zh"), reader, tmp_path))


def test_every_line_of_a_long_address_leads_to_it() -> None:
    opened = open_pdf(render(narrow_cell(), "zh"))
    notes = [note for page in opened.pages for note in page.get("/Annots", [])]
    boxes = [[float(each) for each in note["/Rect"]] for note in notes]
    assert {str(note["/A"]["/URI"]) for note in notes} == {ADDRESS}
    assert len({box[1] for box in boxes}) == len(boxes) >= 9
    assert all(box[2] - box[0] <= 60 * MM for box in boxes)


def test_a_mark_leads_to_its_note_and_the_note_back_to_its_first_mark() -> None:
    opened = open_pdf(render(noted()))
    page = opened.pages[0]
    height = float(page.mediabox[3])
    links = [(list(note["/Dest"]), float(note["/Rect"][1])) for note in page["/Annots"]]
    assert all(target[0].objgen == page.obj.objgen for target, _ in links)
    assert all(0 < target[3] < height for target, _ in links)
    down = [target[3] < bottom for target, bottom in links]
    assert down == [True] * 6 + [False] * 2, "six marks in the text, then two notes"


HYPHENED = "Donkey-hide gelatin, well-known, of high-quality and year-on-year growth;"


@pytest.mark.parametrize("reader", READERS)
def test_a_hyphen_of_the_text_is_read_at_a_line_end_too(reader: str, tmp_path: Path) -> None:
    texts = [" ".join((HYPHENED[at:], HYPHENED, HYPHENED)) for at in range(0, 70, 3)]
    blocks = [Paragraph("body", (text(each, language="en"),)) for each in texts]
    pages, data = set_pages(document(*blocks))
    ends = [line for line in placed_lines(*pages) if words_of(line).endswith("-")]
    assert len(ends) > len(blocks) / 4
    found = squeezed(read(data, reader, tmp_path))
    assert [each for each in texts if squeezed(each) not in found] == []
