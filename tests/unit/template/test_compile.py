"""Content through the shipped templates into the Document."""

from __future__ import annotations

from pathlib import Path

import pytest

from makebrief.content.load import load_bundle
from makebrief.document.model import Document, Paragraph, Table
from makebrief.document.walk import texts_of
from makebrief.errors import BriefError
from makebrief.resources import templates_folder
from makebrief.style.load import load_style, template_folder
from makebrief.template.compile import Compiler, load_house
from makebrief.template.render import TemplateFolder
from tests.samples import BRIEF, SERIES, brief_with, bundle_of, indented, workshop, write_series


def compiled(folder: Path, brief: str) -> Document:
    return Compiler(bundle_of(folder, brief), workshop().house).department("statistics")


def words_of(made: Document) -> list[str]:
    return [text.plain for text in texts_of(made.sections)]


def test_characters_that_xml_treats_specially_survive(tmp_path: Path) -> None:
    chinese, english = "甲<乙 & “丙” 'd' \\\"e\\\" ]]> &amp;", "<b>A & B</b>"
    made = compiled(tmp_path, brief_with(f'- text: {{zh: "{chinese}", en: "{english}"}}'))
    assert "甲<乙 & “丙” 'd' \"e\" ]]> &amp;" in words_of(made)
    assert "<b>A & B</b>" in words_of(made)


def test_special_characters_in_units_captions_and_links_survive(tmp_path: Path) -> None:
    brief = brief_with(
        """
        - table:
            caption: {zh: "<表>", en: "A&B"}
            columns: [{zh: "a\\"b", en: "c<d"}]
            rows: [["{odd}"], ["<&>"]]
        - text: {zh: "[x](https://a.cn/?b=\\"1\\"&c=<2>)", en: "y"}
        """,
        'odd: {value: 3, unit: {zh: "<&\\">", en: "<&\\">"}}',
    )
    made = compiled(tmp_path, brief)
    table = next(
        block for section in made.sections for block in section.blocks if isinstance(block, Table)
    )
    assert table.caption[0].plain == "<表>"
    assert [row[0][0].plain for row in table.rows] == ['3<&">', "<&>"]
    links = {run.link for text in texts_of(made.sections) for run in text.runs}
    assert 'https://a.cn/?b="1"&c=<2>' in links


def test_each_text_keeps_the_path_and_place_it_came_from(tmp_path: Path) -> None:
    made = compiled(tmp_path, BRIEF)
    origins = {text.plain: text.origin for text in texts_of(made.sections)}
    origin = origins["There are 62 firms."]
    assert origin.path == "statistics:sections[0].blocks[0].text.en"
    assert (Path(origin.span.file).name, origin.span.line) == ("statistics.yaml", 9)


def test_every_content_path_of_the_document_leads_back_to_the_yaml(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path)
    made = Compiler(bundle, workshop().house).consolidated()
    paths = {text.origin.path for text in texts_of(made.sections)}
    content = {path for path in paths if not path.startswith("template:")}
    assert len(content) > 5
    assert all(bundle.locate(path) for path in content)


def test_figures_are_named_where_they_are_printed(tmp_path: Path) -> None:
    made = compiled(tmp_path, BRIEF)
    runs = [run for text in texts_of(made.sections) for run in text.runs if run.figure]
    assert [(run.text, run.figure) for run in runs] == [
        ("62家", "statistics.firms"),
        ("62 firms", "statistics.firms"),
    ]


def test_the_consolidated_report_recomputes_its_totals(tmp_path: Path) -> None:
    series = SERIES.replace("[statistics]", "[statistics, water]") + indented(
        """
        totals:
          all_firms:
            sum: [statistics.firms, water.firms]
            label: {zh: 企业合计, en: All firms}
        at_a_glance:
          - key_figures: [all_firms]
        """
    )
    water = BRIEF.replace("value: 62", "value: 38")
    bundle = load_bundle(write_series(tmp_path, {"series.yaml": series}, water=water))
    words = words_of(Compiler(bundle, workshop().house).consolidated())
    assert "100家" in words
    assert "企业合计" in words


@pytest.mark.parametrize(
    ("label", "printed"),
    [("Firms visited", "62"), ("Visits to firms", "62 firms"), ("Firmly set", "62 firms")],
)
def test_a_noun_that_begins_the_label_is_not_said_again(
    tmp_path: Path, label: str, printed: str
) -> None:
    figure = f"visits: {{value: 62, unit: {{zh: 家, en: firms}}, label: {{zh: 企业, en: {label}}}}}"
    words = words_of(compiled(tmp_path, brief_with("- key_figures: [visits]", figure)))
    assert "62家" in words
    assert printed in words


def test_an_annex_is_printed_after_the_body_on_a_page_of_its_own(tmp_path: Path) -> None:
    brief = brief_with(
        """
        - annex:
            title: {zh: 目录, en: List}
            blocks: [{text: {zh: 附件正文, en: In the annex}}]
        - text: {zh: 正文之后, en: After}
        """
    )
    words = words_of(compiled(tmp_path, brief))
    assert words.index("正文之后") < words.index("目录") < words.index("附件正文")


def test_a_house_of_another_look_needs_templates_alone(tmp_path: Path) -> None:
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "style.yaml").write_text("extends: gongwen\n", encoding="utf-8")
    template = '<document><section><p role="body">{{ brief.title }}</p></section></document>'
    (folder / "department.xml.j2").write_text(template, encoding="utf-8")
    style = load_style(folder, templates_folder())
    house = load_house(TemplateFolder((folder, templates_folder())), style)
    made = Compiler(bundle_of(tmp_path / "s"), house).department("statistics")
    [section] = made.sections
    assert isinstance(section.blocks[0], Paragraph)
    assert words_of(made) == ["上半年情况", "The First Half"]


def test_a_picture_that_a_template_asks_for_from_outside_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "style.yaml").write_text("extends: gongwen\n", encoding="utf-8")
    template = '<document><section><image file="/etc/hostname" width="20"/></section></document>'
    (folder / "department.xml.j2").write_text(template, encoding="utf-8")
    style = load_style(folder, templates_folder())
    house = load_house(TemplateFolder((folder, templates_folder())), style)
    with pytest.raises(BriefError) as caught:
        Compiler(bundle_of(tmp_path / "s"), house).department("statistics")
    assert caught.value.diagnostics[0].message.key == "picture-outside"


def test_a_template_is_found_by_its_name_or_its_path(tmp_path: Path) -> None:
    shipped = templates_folder()
    (tmp_path / "house").mkdir()
    assert template_folder("gongwen", shipped, tmp_path) == shipped / "gongwen"
    assert template_folder("house", shipped, tmp_path) == tmp_path / "house"
    assert template_folder("./house", shipped, tmp_path) == tmp_path / "house"
    assert template_folder(str(tmp_path / "house"), shipped, Path()) == tmp_path / "house"
    assert template_folder("nowhere", shipped, tmp_path) is None
