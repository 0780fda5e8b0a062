"""`make-brief check --audit`: the sheet that a chief of section signs."""

from __future__ import annotations

from tests.commands import Office
from tests.pdfs import squeezed, text_by_pdfium


def test_the_sheet_of_the_repositorys_series(office: Office) -> None:
    run = office.run("check", "--audit")
    assert run.code == 0
    written = office.files("out")
    assert [name.rpartition("/")[2] for name in written] == ["audit.pdf", "audit.xlsx"]
    assert all(name in run.out for name in written)


def test_the_sheet_prints_every_figure_as_both_languages_do(small_office: Office) -> None:
    assert small_office.run("check", "--audit", "--output", "signed").code == 0
    [pdf] = [name for name in small_office.files("signed") if name.endswith(".pdf")]
    words = squeezed(text_by_pdfium((small_office.folder / "signed" / pdf).read_bytes()))
    assert "62家" in words
    assert squeezed("62 firms") in words


def test_nothing_is_written_when_something_is_wrong(small_office: Office) -> None:
    [brief] = small_office.briefs.rglob("statistics.yaml")
    brief.write_text(brief.read_text("utf-8").replace("{firms}", "{nobody}"), encoding="utf-8")
    assert small_office.run("check", "--audit").code == 1
    assert small_office.files("out") == []
