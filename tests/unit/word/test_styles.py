from __future__ import annotations

import pytest

from makebrief.document.model import Section
from makebrief.messages import LANGUAGES
from makebrief.word.formats import LANGUAGE_TAGS
from makebrief.word.names import style_names
from makebrief.word.xml import Element, qualified
from tests.unit.word.parts import Parts, all_of, first, style_ids, value
from tests.unit.word.parts import style as style_of
from tests.unit.word.sample import body, document, every_block, faces, heading, style

ROLES = [(role, language) for role in style().roles for language in LANGUAGES]


@pytest.fixture(scope="module")
def styles() -> Element:
    return Parts(every_block()).root("styles")


@pytest.mark.parametrize(("role", "language"), ROLES)
def test_every_role_has_a_style_with_all_fonts_in_both_languages(
    styles: Element, role: str, language: str
) -> None:
    key = (role, "zh") if language == "zh" else (role, "en")
    wanted = style().role(role).text_style(key[1])  # type: ignore[arg-type]
    made = style_of(styles, style_names(style())[key].id)  # type: ignore[index]
    fonts = first(made, "rFonts")

    assert fonts.get(qualified("w:eastAsia")) == faces()[wanted.han].family
    for script in ("ascii", "hAnsi", "cs"):
        assert fonts.get(qualified(f"w:{script}")) == faces()[wanted.latin].family
    assert value(made, "sz") == str(round(wanted.size * 2))
    assert value(made, "lang", "eastAsia") == LANGUAGE_TAGS[key[1]]  # type: ignore[index]
    assert value(made, "spacing", "lineRule") == "exact"


def test_no_style_slants_or_smears_a_han_face(styles: Element) -> None:
    for role, language in ROLES:
        if language == "zh":
            made = style_of(styles, style_names(style())[role, "zh"].id)
            assert value(made, "b") == value(made, "i") == "0"


@pytest.mark.parametrize(("role", "language"), ROLES)
def test_p3_only_what_stands_on_the_character_grid_is_tracked(
    styles: Element, role: str, language: str
) -> None:
    key = (role, "zh") if language == "zh" else (role, "en")
    wanted = style().role(role).text_style(key[1])  # type: ignore[arg-type]
    runs = first(style_of(styles, style_names(style())[key].id), "rPr")  # type: ignore[index]

    on_grid = language == "zh" and wanted.size == style().role("body").zh.size
    assert value(runs, "spacing") == ("-5" if on_grid else "0")


def test_no_tracking_is_the_default_of_what_has_no_style_of_ours(styles: Element) -> None:
    assert value(first(first(styles, "rPrDefault"), "rPr"), "spacing") == "0"


def test_the_body_is_indented_by_characters(styles: Element) -> None:
    body_style = style_of(styles, "BodyZh")

    assert value(body_style, "ind", "firstLineChars") == "200"
    assert value(body_style, "ind", "firstLine") == "631"
    assert value(body_style, "spacing", "line") == "579"


def test_a_pair_has_its_blank_lines_around_it_and_none_between() -> None:
    title = heading(0, "A")
    pair_of_two = Parts(document(Section("body", (title,)))).root("styles")
    alone = Parts(document(Section("body", (title,)), layout="zh")).root("styles")

    assert value(style_of(pair_of_two, "ContentsTitleZh"), "spacing", "afterLines") == "0"
    assert value(style_of(pair_of_two, "ContentsTitleEn"), "spacing", "afterLines") == "100"
    assert value(style_of(alone, "ContentsTitleZh"), "spacing", "afterLines") == "100"


def test_a_hanging_indent_is_given_in_twips_alone(styles: Element) -> None:
    indent = first(style_of(styles, "ListZh"), "ind")

    assert indent.get(qualified("w:hanging")) == "316"
    assert indent.get(qualified("w:left")) == "947"
    assert not any("Chars" in str(name) for name in indent.attrib)


def test_the_rules_of_chinese_lines_are_set_once_for_all(styles: Element) -> None:
    normal = style_of(styles, "Normal")

    for rule in ("widowControl", "kinsoku", "overflowPunct", "autoSpaceDE", "autoSpaceDN"):
        assert first(normal, rule).get(qualified("w:val")) is None


def test_an_english_heading_rests_on_its_chinese_twin(styles: Element) -> None:
    made = style_of(styles, "Heading2En")

    assert value(made, "basedOn") == "Heading3"
    assert value(made, "outlineLvl") == "2"
    assert value(made, "next") == "BodyEn"


def test_a_heading_stays_with_what_follows(styles: Element) -> None:
    for name in ("Heading1", "Heading2", "Heading4En"):
        assert first(style_of(styles, name), "keepNext").get(qualified("w:val")) is None


def test_a_heading_is_whole_and_a_quotation_may_be_divided(styles: Element) -> None:
    """Both stay with what follows, a quotation with its source by its last lines alone."""
    for name, whole in (("Heading2", True), ("CaptionZh", True), ("QuoteZh", False)):
        made = style_of(styles, name)
        assert first(made, "keepNext").get(qualified("w:val")) is None
        assert (first(made, "keepLines").get(qualified("w:val")) is None) is whole


def test_lines_that_are_not_of_the_grid_do_not_snap_to_it(styles: Element) -> None:
    assert value(style_of(styles, "BodyZh"), "snapToGrid") is None
    assert value(style_of(styles, "TableCellZh"), "snapToGrid") == "0"
    assert value(style_of(styles, "FigureValueZh"), "snapToGrid") == "0"


def test_every_style_that_is_cited_exists() -> None:
    parts = Parts(every_block())
    known = set(style_ids(parts.root("styles")))
    stories = [name for name in parts.blobs if name.startswith(("word/document", "word/footer"))]

    for name in (*stories, "word/comments.xml", "word/numbering.xml", "word/styles.xml"):
        made = parts.root(name.removeprefix("word/").removesuffix(".xml"))
        for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            cited = {each.get(qualified("w:val")) for each in all_of(made, kind)}
            assert cited <= known, (name, kind)


def test_styles_that_nobody_asked_for_are_not_there() -> None:
    ids = style_ids(Parts(body(heading(1, "A"))).root("styles"))

    assert not [name for name in ids if "Unnumbered" in name]
    assert len(ids) == len(set(ids))
