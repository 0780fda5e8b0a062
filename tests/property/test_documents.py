"""What holds for whole documents: text survives layout and PDF, equal input gives equal bytes."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from makebrief.checks.references import check_bundle
from makebrief.compiling import compile_document
from makebrief.content.load import load_bundle
from makebrief.content.written import find_invisible
from makebrief.document.model import Block, Column, Heading, ListBlock, Paragraph, Table
from makebrief.document.walk import texts_of
from makebrief.layout.layout import layout_document
from makebrief.layout.marks import PlacedLine
from makebrief.template.compile import Compiler
from tests.lines import words_of
from tests.pdfs import render, squeezed, text_by_pdfium
from tests.property.texts import HAN, TEXTS
from tests.samples import BRIEF, context, document, pair, refusal, workshop, write_series

PAIRS = st.builds(pair, TEXTS, TEXTS)
SHORT = st.builds(pair, st.text(HAN, min_size=1, max_size=8), st.just("word"))


def tables(cells: list[list[str]]) -> Table:
    columns = tuple(Column(pair(f"列{at}"), "left") for at in range(len(cells[0])))
    return Table(pair("表"), columns, tuple(tuple(pair(cell) for cell in row) for row in cells))


BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, st.sampled_from(["body", "quote", "note", "question"]), PAIRS),
    st.builds(Heading, st.integers(0, 3), SHORT, st.just("h"), st.just(None)),
    st.builds(ListBlock, st.booleans(), st.lists(PAIRS, min_size=1, max_size=3).map(tuple)),
    st.lists(
        st.lists(st.text(HAN, min_size=1, max_size=30), min_size=2, max_size=2),
        min_size=1,
        max_size=9,
    ).map(tables),
)


@given(st.lists(BLOCKS, min_size=1, max_size=25))
@settings(max_examples=30)
def test_layout_loses_and_moves_no_text(blocks: list[Block]) -> None:
    made = document(*blocks)
    geometry = context().page
    printed: Counter[str] = Counter()
    for page in layout_document(made, context()):
        for placed in page.strips:
            for mark in placed.strip.marks:
                if isinstance(mark, PlacedLine) and mark.role != "page-number":
                    if mark.role != "table-head":  # repeated on each page
                        printed.update(words_of(mark).replace(" ", ""))
                    assert placed.y + mark.y <= geometry.top + geometry.depth + 1
    written: Counter[str] = Counter()
    for text in texts_of(tuple(block for block in blocks if not isinstance(block, Table))):
        written.update(text.plain.replace(" ", ""))
    for table in (block for block in blocks if isinstance(block, Table)):
        for text in texts_of((table.caption, table.rows)):
            written.update(text.plain.replace(" ", ""))
    assert written - printed == Counter()
    extra = "•0123456789.\xad续表图　Table,continuedFigure"
    assert set(printed - written) <= set(extra), "marks of lists, hyphens, numbers of tables"


@given(st.lists(TEXTS, min_size=1, max_size=4))
@example(["䶮-", "䶮"])
@settings(max_examples=20)
def test_any_text_is_read_from_the_pdf_as_it_was_written(words: list[str]) -> None:
    made = render(document(*(Paragraph("table-note", pair(each)) for each in words)), "zh")
    found = squeezed(text_by_pdfium(made).replace("\ufffe", "-"))  # its hyphen at a line end
    for each in words:
        assert squeezed(each).replace("\u0301", "") in found.replace("\u0301", "")


@given(st.lists(PAIRS, min_size=1, max_size=4))
@settings(max_examples=10)
def test_equal_documents_give_equal_bytes(pairs: list[tuple[object, ...]]) -> None:
    made = document(*(Paragraph("body", each) for each in pairs))  # type: ignore[arg-type]
    assert render(made) == render(made)


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
)
@example("\u00ad\u200b年\u00a0")
@example("0 ")
@settings(max_examples=60)
def test_any_text_of_the_yaml_reaches_the_document_or_is_refused(words: str) -> None:
    written = words.replace("\\", "\\\\")
    for mark in "*[]{}":
        written = written.replace(mark, f"\\{mark}")
    brief = BRIEF.replace('"共有{firms}。"', json.dumps(f"甲{written}乙", ensure_ascii=False))
    with tempfile.TemporaryDirectory() as folder:
        write_series(Path(folder), {"statistics.yaml": brief})
        if failure := refusal(lambda: load_bundle(Path(folder))):
            assert failure.diagnostics
            return
        bundle = load_bundle(Path(folder))
        unseen = find_invisible(words)
        found = check_bundle(bundle)
        wrong = [each.message.key for each in found if each.severity == "error"]
        assert [key for key in wrong if not key.startswith("number-")] == []
        keys = [each.message.key for each in found]
        assert keys.count("invisible-character") == len(unseen)
        made = compile_document(Compiler(bundle, workshop().house), "statistics", "zh")
        plain = {text.plain for text in texts_of(made.sections)}
        if unseen or " " in words:
            assert f"甲{_seen(words)}乙" in map(_seen, plain)
        else:
            assert f"甲{words}乙" in plain


def _seen(words: str) -> str:
    return "".join(each for each in words if each not in find_invisible(words)).replace(" ", "")
