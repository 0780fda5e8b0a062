"""The closed vocabulary: what a template yields is checked, with places in the template."""

from __future__ import annotations

import pytest

from makebrief.document.arrange import arrange
from makebrief.document.model import Heading, Paragraph, Run
from makebrief.document.walk import iterate, texts_of
from makebrief.errors import BriefError, Span
from makebrief.layout.layout import layout_document
from makebrief.template.build import BUILDERS, Surroundings, build_document
from makebrief.template.markup import TemplateFile, parse_markup
from makebrief.template.vocabulary import BLOCKS, INLINE, PAIR, VOCABULARY
from tests.samples import context, found_in, hints_of, picture, refusal

FILE = "department.xml.j2"


def wrap(inside: str) -> str:
    return f"<document>\n<section>\n{inside}\n</section>\n</document>"


def refused(xml: str) -> BriefError:
    with pytest.raises(BriefError) as caught:
        parse_markup(xml, (TemplateFile(FILE, xml),))
    return caught.value


@pytest.mark.parametrize(
    ("inside", "place", "message"),
    [
        ("<para/>", (3, 1), "unknown element <para>"),
        ("  <p rol='body'/>", (3, 3), "<p> has no attribute 'rol'"),
        ("<p/>", (3, 1), "<p> needs the attribute 'role'"),
        ("<cell/>", (3, 1), "<cell> cannot stand inside <section>"),
        ("<p role='a'><row/></p>", (3, 13), "<row> cannot stand inside <p>"),
        ('<heading level="7"/>', (3, 10), "'7' is not one of: 0, 1, 2, 3, 4"),
        ('<list numbered="maybe"/>', (3, 7), "'maybe' is not one of: yes, no"),
        ('<chart kind="donut"/>', (3, 8), "'donut' is not one of: bar, stacked_bar, line, pie"),
        ("loose words", (3, 1), "words (“loose words”) cannot stand directly in <section>"),
        ("<p role='a'>loose</p>", (3, 13), "words (“loose”) cannot stand directly in <p>"),
    ],
)
def test_what_the_vocabulary_lacks_is_refused_where_it_stands(
    inside: str, place: tuple[int, int], message: str
) -> None:
    diagnostics = refused(wrap(inside)).diagnostics
    assert (diagnostics[0].span, diagnostics[0].message.text("en")) == (Span(FILE, *place), message)


def test_a_near_element_is_hinted_at() -> None:
    [diagnostic] = refused("<document><sectoin/></document>").diagnostics
    assert hints_of(diagnostic) == ["did you mean 'section'?"]


def test_all_mistakes_are_reported_at_once() -> None:
    failure = refused(wrap("<para/>\n<p/>\n<heading level='9'/>"))
    assert [each.message.key for each in failure.diagnostics] == [
        "markup-unknown",
        "markup-missing",
        "not-a-choice",
    ]


@pytest.mark.parametrize(
    "xml", ["<document><section></document>", "<document>", "", "<document/>more", "a & b"]
)
def test_broken_xml_is_refused(xml: str) -> None:
    assert [each.message.key for each in refused(xml).diagnostics] == ["markup-broken"]


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE document SYSTEM "file:///etc/passwd"><document/>',
        '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><document>&b;</document>',
    ],
)
def test_a_document_type_is_refused_before_anything_of_it_is_read(xml: str) -> None:
    assert [each.message.key for each in refused(xml).diagnostics] == ["markup-doctype"]


def test_an_undeclared_entity_is_refused() -> None:
    assert refused("<document>&nbsp;</document>").diagnostics[0].message.key == "markup-broken"


def test_only_a_document_is_a_root() -> None:
    assert refused("<section/>").diagnostics[0].message.key == "markup-place"


def test_every_element_can_be_reached_and_every_child_is_known() -> None:
    named = {child for element in VOCABULARY.values() for child in element.children}
    assert named | {"document"} == set(VOCABULARY)
    assert all(element.purpose.endswith(".") for element in VOCABULARY.values())
    assert all(set(element.required) <= set(element.attributes) for element in VOCABULARY.values())


def test_every_block_of_the_vocabulary_is_built() -> None:
    assert set(BUILDERS) == set(BLOCKS)
    assert {*PAIR, *INLINE} <= set(VOCABULARY)


def surroundings() -> Surroundings:
    return Surroundings(
        date="2024-07-23",
        locate=Span,
        roles=frozenset({"body"}),
        names=("聊城模式",),
        picture=lambda file: (picture(4, 3), (4, 3)),
    )


def build(inside: str, meta: str = "") -> list[object]:
    xml = f"<document>{meta}<section>{inside}</section></document>"
    made = build_document(parse_markup(xml, (TemplateFile(FILE, xml),)), surroundings())
    return [block for section in made.sections for block in section.blocks]


def wrong(inside: str) -> list[str]:
    with pytest.raises(BriefError) as caught:
        build(inside)
    return [each.message.text("en") for each in caught.value.diagnostics]


def test_marks_become_runs() -> None:
    [block] = build(
        '<p role="body"><zh src="d:text.zh">甲<strong>乙<em>丙</em></strong>'
        '<a href="https://a.cn">丁</a><num figure="d.n">62</num></zh></p>'
    )
    assert isinstance(block, Paragraph)
    assert block.texts[0].runs == (
        Run("甲"),
        Run("乙", strong=True),
        Run("丙", strong=True, emphasis=True),
        Run("丁", link="https://a.cn"),
        Run("62", figure="d.n", number=True),
    )
    assert block.texts[0].origin.path == "d:text.zh"


def test_the_parts_of_a_composed_text_keep_their_paths() -> None:
    [block] = build('<p role="body"><zh>问：<part src="d:qa[0].q.zh">何时</part></zh></p>')
    assert isinstance(block, Paragraph)
    [text] = block.texts
    assert text.plain == "问：何时"
    assert [run.source for run in text.runs] == ["", "d:qa[0].q.zh"]
    assert text.origin.path == "d:qa[0].q.zh"


@pytest.mark.parametrize("english", ['<en missing="yes"/>', "<en>Q: <missing/></en>"])
def test_a_missing_translation_leaves_the_chinese_marked(english: str) -> None:
    [block] = build(f'<p role="body"><zh src="d:t.zh">问</zh>{english}</p>')
    assert isinstance(block, Paragraph)
    assert [(text.language, text.untranslated) for text in block.texts] == [("zh", True)]


def test_an_unknown_role_is_refused() -> None:
    assert wrong('<p role="motto"><zh>甲</zh></p>') == ["the style has no role 'motto'"]


def test_a_row_of_another_length_is_refused() -> None:
    column = "<column><zh>列</zh></column>"
    row = "<row><cell><zh>1</zh></cell></row>"
    assert wrong(f"<table>{column}{column}{row}</table>") == [
        "this row has 1 cell(s), the table 2 column(s)"
    ]


@pytest.mark.parametrize(
    "inside",
    [
        '<space lines="many"/>',
        '<image file="a.png" width="wide"/>',
        '<chart kind="bar"><category><zh>甲</zh></category><series><value number="x">'
        "<zh>1</zh></value></series></chart>",
        '<table><column width="x"><zh>列</zh></column></table>',
    ],
)
def test_an_attribute_that_must_be_a_number_is_checked(inside: str) -> None:
    assert [each.endswith("is not a number") for each in wrong(inside)] == [True]


@pytest.mark.parametrize(
    "inside",
    [
        '<heading level="1"/>',
        '<chart kind="bar"/>',
        '<chart kind="bar"><series/></chart>',
        "<figures/>",
        "<figures><entry/></figures>",
        "<table><row/></table>",
        "<list><item/></list>",
        '<chart kind="pie"><series/></chart>',
        '<chart kind="line"><category/><series><value/></series></chart>',
        '<chart kind="pie"><category/><series><value number="0"/></series></chart>',
        "<index><entry/></index>",
        '<p role="body"><zh/></p>',
        "<list/>",
        "<table/>",
        '<space lines="1000000"/>',
        '<space lines="-1"/>',
        '<space lines="1.5"/>',
        '<image file="a.png" width="-3"/>',
        '<image file="a.png" width="NaN"/>',
    ],
)
def test_an_element_that_lacks_its_parts_is_set_or_refused(inside: str) -> None:
    xml = f"<document><section>{inside}</section></document>"
    templates = (TemplateFile(FILE, xml),)

    def set_it() -> None:
        made = build_document(parse_markup(xml, templates), surroundings())
        layout_document(arrange(made, "alternating"), context())

    failure = refusal(set_it)
    assert failure is None or found_in(failure)


def test_headings_get_anchors_of_their_own() -> None:
    xml = (
        "<document><section><heading level='0'><zh>题</zh></heading>"
        "<heading level='1'><zh>一</zh></heading>"
        "<heading level='1' numbered='no'><zh>二</zh></heading></section></document>"
    )
    made = build_document(parse_markup(xml, (TemplateFile(FILE, xml),)), surroundings())
    headings = list(iterate(made, Heading))
    assert len({each.anchor for each in headings}) == 3
    assert [each.number for each in headings] == [None, 0, None]
    assert [text.plain for text in texts_of(made.sections)] == ["题", "一", "二"]
