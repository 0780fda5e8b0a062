"""What programs that are not ours make of a Word file of ours."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.tools.programs import find_program, open_xml_errors
from tests.unit.word.parts import Parts
from tests.unit.word.sample import document, every_block


@pytest.mark.parametrize("layout", ["alternating", "zh", "en"])
def test_the_open_xml_validator_finds_nothing(tmp_path: Path, layout: str) -> None:
    file = tmp_path / "every.docx"
    file.write_bytes(Parts(document(*every_block().sections, layout=layout)).data)

    assert open_xml_errors(file) == []


def test_libreoffice_sets_it_in_the_faces_that_it_carries(tmp_path: Path) -> None:
    file = tmp_path / "every.docx"
    file.write_bytes(Parts(every_block()).data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [find_program("soffice"), profile, "--headless", "--convert-to", "pdf", file.name],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    fonts = subprocess.run(
        [find_program("pdffonts"), "every.pdf"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    ).stdout

    for name in ("JianbaoFangSong", "JianbaoBiaoSong", "JianbaoHei", "JianbaoKai", "JianbaoSong"):
        assert name in fonts
