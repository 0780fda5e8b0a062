"""What a document carries around its text, from the YAML to the Document."""

from __future__ import annotations

from pathlib import Path

import pytest

from makebrief.document.model import Document, Masthead, Signature
from makebrief.document.walk import iterate
from makebrief.errors import BriefError
from makebrief.pipeline import open_workshop
from makebrief.resources import templates_folder
from makebrief.template.compile import Compiler
from makebrief.template.formalities import embargo_words
from tests.samples import BRIEF, SERIES, bundle_of, found_in

FORMAL = """\
header:
  mark: {zh: 新闻办公室文件, en: Information Office}
  number: {organ: {zh: 聊新办发, en: LXBF}, year: 2024, serial: 5}
imprint: {copies_to: {zh: 各部门, en: all departments}}
draft: true
embargo: 2024-07-23 10:00
watermark: {zh: 内部资料, en: INTERNAL}
"""


def documents(folder: Path, series: str, brief: str, template: str) -> tuple[Document, Document]:
    """A department's document and the consolidated one."""
    house = open_workshop(templates_folder() / template).house
    compiler = Compiler(bundle_of(folder, BRIEF + brief, SERIES + series), house)
    return compiler.department("statistics"), compiler.consolidated()


@pytest.mark.parametrize("template", ["gongwen", "plain"])
def test_everything_is_off_unless_the_content_asks_for_it(tmp_path: Path, template: str) -> None:
    for made in documents(tmp_path, "", "", template):
        assert made.imprint is None
        assert (made.running.heads, made.running.watermark) == ((), ())
        assert not list(iterate(made, Masthead))


@pytest.mark.parametrize("template", ["gongwen", "plain"])
def test_what_a_series_carries_all_its_documents_carry(tmp_path: Path, template: str) -> None:
    department, consolidated = documents(tmp_path, FORMAL, "", template)
    for made in (department, consolidated):
        assert [[text.plain for text in head] for head in made.running.heads] == [
            ["草稿", "DRAFT"],
            ["限2024年7月23日10时后发布", "Embargoed until 10 a.m., 23 July 2024"],
        ]
        assert [text.plain for text in made.running.watermark] == ["内部资料", "INTERNAL"]
        assert made.imprint is not None
        assert [text.plain for text in made.imprint.copies] == [
            "抄送：各部门。",
            "Copies to: all departments.",
        ]
        assert [text.plain for text in made.imprint.organ] == ["新闻办公室", "Information Office"]
        assert made.imprint.date[0].plain == "2024年7月23日印发"
    [masthead] = iterate(consolidated, Masthead)
    assert [text.plain for text in masthead.number] == ["聊新办发〔2024〕5号", "LXBF [2024] No. 5"]
    assert masthead.number[0].origin.path == "series:header.number.zh"


def test_a_number_is_a_documents_own_and_a_mark_the_series(tmp_path: Path) -> None:
    own = "header: {number: {organ: {zh: 聊统发, en: LTF}, year: 2024, serial: 12}}\n"
    department, _ = documents(tmp_path / "own", FORMAL, own, "gongwen")
    [masthead] = iterate(department, Masthead)
    assert masthead.mark[0].plain == "新闻办公室文件"
    assert masthead.number[0].plain == "聊统发〔2024〕12号"
    department, _ = documents(tmp_path / "none", FORMAL, "", "gongwen")
    [masthead] = iterate(department, Masthead)
    assert masthead.number == ()


def test_a_department_may_be_final_in_a_series_of_drafts(tmp_path: Path) -> None:
    department, consolidated = documents(tmp_path, "draft: true\n", "draft: false\n", "gongwen")
    assert department.running.heads == ()
    assert len(consolidated.running.heads) == 1


@pytest.mark.parametrize("template", ["gongwen", "plain"])
def test_a_department_is_signed_with_the_date_of_the_series(tmp_path: Path, template: str) -> None:
    signed = "signature: {zh: 统计局, en: Bureau of Statistics}\n"
    department, _ = documents(tmp_path, "", signed, template)
    [signature] = iterate(department, Signature)
    assert [text.plain for text in signature.organ] == ["统计局", "Bureau of Statistics"]
    assert [text.plain for text in signature.date] == ["2024年7月23日", "23 July 2024"]


@pytest.mark.parametrize(
    ("moment", "chinese", "english"),
    [
        ("2024-07-23 10:00", "限2024年7月23日10时后发布", "10 a.m., 23 July 2024"),
        ("2024-07-23 14:30", "限2024年7月23日14时30分后发布", "2.30 p.m., 23 July 2024"),
        ("2024-12-01 12:00", "限2024年12月1日12时后发布", "noon, 1 December 2024"),
        ("2024-12-01 00:00", "限2024年12月1日0时后发布", "midnight, 1 December 2024"),
        ("2024-12-01 00:05", "限2024年12月1日0时5分后发布", "12.05 a.m., 1 December 2024"),
    ],
)
def test_an_embargo_is_said_in_both_languages(moment: str, chinese: str, english: str) -> None:
    words = embargo_words(moment)
    assert (words.zh, words.en) == (chinese, f"Embargoed until {english}")


@pytest.mark.parametrize("wrong", ["2024-02-30 10:00", "2024-07-23", "2024-07-23 25:00"])
def test_an_embargo_that_is_no_moment_is_refused_where_it_stands(
    tmp_path: Path, wrong: str
) -> None:
    with pytest.raises(BriefError) as caught:
        bundle_of(tmp_path, BRIEF, f"{SERIES}embargo: {wrong}\n")
    assert found_in(caught.value) == [
        f"series.yaml:6:10: error: '{wrong}' is not a day and a time such as 2024-07-23 10:00"
    ]
