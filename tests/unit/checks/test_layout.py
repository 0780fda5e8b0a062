"""The rules as a table, and what finished pages of real series say."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from makebrief.checks.layout import RULES, SEVERITIES, Locate, Reading, broken_rules, facts_of
from makebrief.compiling import compile_document
from makebrief.content.bundle import CONSOLIDATED, Bundle
from makebrief.content.load import load_bundle
from makebrief.document.layouts import LAYOUTS
from makebrief.errors import Diagnostic, Span, error
from makebrief.layout.layout import layout_document
from makebrief.layout.marks import Page, PlacedLine, PlacedStrip
from makebrief.messages import say, wording
from makebrief.pipeline import check_documents, open_workshop
from makebrief.resources import templates_folder
from makebrief.template.compile import Compiler
from tests.samples import BRIEF, CHECKOUT, GONGWEN, ORIGIN, brief_with, bundle_of, context
from tests.unit.checks.made_pages import page, paragraph, placed

TEMPLATES = ("gongwen", "plain")


@cache
def own_series() -> Bundle:
    return load_bundle(CHECKOUT / "briefs" / "2024-h1")


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_series_of_the_repository_breaks_no_rule_that_is_a_shall(
    layout: str, template: str
) -> None:
    bundle = own_series()
    workshop = open_workshop(templates_folder() / template)
    compiler = Compiler(bundle, workshop.house)
    for name in (*bundle.briefs, CONSOLIDATED):
        document = compile_document(compiler, name, layout)
        pages = layout_document(document, workshop.context)
        found = broken_rules(pages, workshop.context, Reading(name, document, bundle.locate))
        assert [each.text("en") for each in found if each.severity == "error"] == []


def test_pages_are_read_only_when_asked(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, brief_with('- text: {zh: "共有家企业。", en: "There are firms."}'))
    assert check_documents(bundle, GONGWEN) == ()
    assert check_documents(bundle, GONGWEN, layout=True) == ()


def test_an_organ_and_a_date_in_one_line_of_the_imprint_are_no_columns(tmp_path: Path) -> None:
    organ = "{zh: 统计局办公室, en: General Office of Yunchuan Municipal Education Bureau}"
    imprint = f"imprint: {{issued_by: {organ}, date: 2024-07-18}}\n"
    assert check_documents(bundle_of(tmp_path, BRIEF + imprint), GONGWEN, layout=True) == ()


def moved(found: Page, by: float) -> Page:
    """A page with all its lines in another place across."""
    strips = [PlacedStrip(each.x + by, each.y, each.strip) for each in found.strips]
    return replace(found, strips=tuple(strips))


def test_real_pages_that_are_spoilt_are_found_out(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path)
    workshop = open_workshop(GONGWEN)
    document = compile_document(Compiler(bundle, workshop.house), "statistics", "alternating")
    pages = layout_document(document, workshop.context)
    reading = Reading("statistics", document, bundle.locate)
    assert broken_rules(pages, workshop.context, reading) == ()
    spoilt = tuple(moved(each, -40.0) for each in pages)
    found = broken_rules(spoilt, workshop.context, reading)
    assert {facts_of(each)["rule"] for each in found} == {"P2", "P7"}


def test_each_rule_has_one_entry_and_a_sentence_in_both_languages() -> None:
    keys = [rule.key for rule in RULES]
    assert len(keys) == len(set(keys))
    assert set(keys) <= set(wording("en"))
    assert set(keys) <= set(wording("zh"))
    assert {rule.strength for rule in RULES} <= set(SEVERITIES)


def broken() -> Page:
    """A page with a full stop at a line start."""
    return paragraph("这是全市发展情况一二三四五六七八九十一二三四五六七八", "。随后")


def test_a_finding_says_what_where_and_by_which_clause() -> None:
    [found] = broken_rules((broken(),), context(), Reading("statistics"))
    assert found.text("en") == (
        "market-regulation.yaml:1:1: error: statistics, page 1: a mark stands where a line may "
        "not begin or end with it: “一二三四五六七八｜。随后” (L1: GB/T 15834 5.1; CLREQ 3.1.4)"
    )
    assert found.text("zh") == (
        "market-regulation.yaml:1:1: 错误: statistics 第 1 页：标点不能放在行首或行末："
        "“一二三四五六七八｜。随后”（L1，GB/T 15834 5.1; CLREQ 3.1.4）"
    )
    assert facts_of(found) == {
        "rule": "L1",
        "source": "GB/T 15834 5.1; CLREQ 3.1.4",
        "document": "statistics",
        "page": 1,
        "words": "一二三四五六七八｜。随后",
    }


def test_without_a_name_only_the_page_is_said() -> None:
    [found] = broken_rules((broken(),), context())
    assert ": page 1: " in found.text("en")
    assert "document" not in facts_of(found)


def test_other_findings_have_no_facts() -> None:
    assert facts_of(error(say("file-missing"))) == {}


def test_findings_come_page_by_page() -> None:
    second = replace(broken(), number=2)
    third = page(placed("随后", 21.5), number=3)
    found = broken_rules((third, broken(), second), context())
    numbers = [facts_of(each)["page"] for each in found]
    assert numbers == sorted(numbers, key=int)


def test_a_finding_points_at_the_words_in_the_yaml(tmp_path: Path) -> None:
    bundle = bundle_of(
        tmp_path, brief_with('- text:\n    zh: "共有很多企业。随后还有。"\n    en: "Many."')
    )
    workshop = open_workshop(GONGWEN)
    document = compile_document(Compiler(bundle, workshop.house), "statistics", "alternating")
    pages = layout_document(document, workshop.context)
    lacking = tuple(_with_body_in_face(each, "serif") for each in pages)
    found = broken_rules(lacking, workshop.context, Reading("", document, bundle.locate))
    places = {
        facts_of(each)["words"]: (each.span.line, each.span.column)
        for each in found
        if each.message.key == "layout-glyph" and each.span
    }
    assert places["共 (U+5171)"] == (10, 16)
    assert places["随 (U+968F)"] == (10, 23)


def _with_body_in_face(found: Page, face: str) -> Page:
    """A page whose body text is set in another face."""
    strips = []
    for each in found.strips:
        marks = tuple(
            replace(mark, runs=tuple(replace(run, face=face) for run in mark.runs))
            if isinstance(mark, PlacedLine) and mark.role == "body"
            else mark
            for mark in each.strip.marks
        )
        strips.append(replace(each, strip=replace(each.strip, marks=marks)))
    return replace(found, strips=tuple(strips))


def test_broken_line_ends_point_at_their_words_too() -> None:
    written = "一二三四五六七八。随后"

    def locate(_path: str, words: str) -> Span:
        return Span("a.yaml", 3, max(written.find(words), 0) + 1)

    [found] = read(broken(), locate)
    assert found.span == Span("a.yaml", 3, written.index("六七八。随后") + 1)
    elsewhere = read(broken(), lambda _path, _words: Span("a.yaml", 3, 1))
    assert [each.span for each in elsewhere] == [Span("a.yaml", 3, 1)]
    template = read(broken(), lambda _path, _words: None)
    assert [each.span for each in template] == [ORIGIN.span]


def read(found: Page, locate: Locate) -> list[Diagnostic]:
    """What a page breaks of L1, its places asked of a function."""
    read_pages = broken_rules((found,), context(), Reading(locate=locate))
    return [each for each in read_pages if each.message.key == "layout-l1"]
