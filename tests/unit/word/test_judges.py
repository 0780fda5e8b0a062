"""What programs that are not ours make of a Word file of ours."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from makebrief.document.model import Paragraph
from tests.tools.programs import as_pdf, find_program, open_xml_errors
from tests.unit.word.parts import Parts
from tests.unit.word.sample import body, document, every_block, pair


@pytest.mark.parametrize("layout", ["alternating", "facing", "sequential", "zh", "en"])
def test_the_open_xml_validator_finds_nothing(tmp_path: Path, layout: str) -> None:
    file = tmp_path / "every.docx"
    file.write_bytes(Parts(document(*every_block().sections, layout=layout)).data)

    assert open_xml_errors(file) == []


def test_libreoffice_sets_it_in_the_faces_that_it_carries(tmp_path: Path) -> None:
    file = tmp_path / "every.docx"
    file.write_bytes(Parts(every_block()).data)
    fonts = subprocess.run(
        [find_program("pdffonts"), *as_pdf(file)], check=True, capture_output=True, text=True
    ).stdout

    for name in ("JianbaoFangSong", "JianbaoBiaoSong", "JianbaoHei", "JianbaoKai", "JianbaoSong"):
        assert name in fonts


def test_p3_libreoffice_sets_22_lines_of_28_characters(tmp_path: Path) -> None:
    file = tmp_path / "grid.docx"
    file.write_bytes(Parts(body(Paragraph("body", pair("国" * 1300, "a")))).data)
    printed = subprocess.run(
        [find_program("pdftotext"), "-layout", "-l", "1", *as_pdf(file), "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout

    lines = [line.count("国") for line in printed.splitlines()]
    assert [count for count in lines if count] == [26] + [28] * 21


def test_libreoffice_loses_no_mark_at_a_line_end(tmp_path: Path) -> None:
    words = "我市组团赴北京市朝阳区、海淀区对接，签署合作备忘录，选派干部挂职，开展医疗合作。"
    blocks = [Paragraph("body", pair("甲" * before + words, "a")) for before in range(20)]
    file = tmp_path / "marks.docx"
    file.write_bytes(Parts(body(*blocks)).data)
    printed = subprocess.run(
        [find_program("pdftotext"), *as_pdf(file), "-"], check=True, capture_output=True, text=True
    ).stdout

    assert {mark: printed.count(mark) for mark in "，、。"} == {
        mark: 20 * words.count(mark) for mark in "，、。"
    }
