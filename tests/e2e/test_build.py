"""`make-brief` builds what it is asked for, whole or not at all."""

from __future__ import annotations

import io
import os
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document

from tests.commands import Office
from tests.pdfs import open_pdf, squeezed, text_by_pdfium
from tests.samples import BRIEF, GONGWEN, SERIES, brief_with, picture, write_series

DEPARTMENTS = ["development-and-reform", "market-regulation", "regional-development"]
HOME = "2024 上半年"


def names(*stems: str, kinds: tuple[str, ...] = ("docx", "pdf")) -> list[str]:
    return sorted(f"2024-h1/{stem}.{kind}" for stem in stems for kind in kinds)


def words_of_word(data: bytes) -> str:
    """The running text of a Word file."""
    opened = Document(io.BytesIO(data))
    return "".join(
        each.text or "" for each in opened.element.body.iter() if each.tag.endswith("}t")
    )


def test_the_main_job_makes_every_department_as_pdf(office: Office) -> None:
    run = office.run("--format", "pdf")
    assert (run.code, run.err) == (0, "")
    assert office.files() == names(*DEPARTMENTS, kinds=("pdf",))
    lines = run.out.splitlines()
    assert len(lines) == 3
    for line in lines:
        assert re.fullmatch(r"out/2024-h1/[a-z-]+\.pdf  \d+ p\.  [\d,]+ KB", line), line
    for name, data in office.contents().items():
        pages = len(open_pdf(data).pages)
        assert any(f"{Path(name).name}  {pages} p." in line for line in lines)


def test_all_reports_in_both_formats(office: Office) -> None:
    run = office.run("--report", "all")
    assert (run.code, run.err) == (0, "")
    assert office.files() == names(*DEPARTMENTS, "consolidated")
    contents = office.contents()
    for name in ("2024-h1/consolidated.pdf", "2024-h1/market-regulation.pdf"):
        assert len(text_by_pdfium(contents[name])) > 1000
    for name in DEPARTMENTS:
        printed = squeezed(text_by_pdfium(contents[f"2024-h1/{name}.pdf"]))
        written = words_of_word(contents[f"2024-h1/{name}.docx"])
        words = set(re.findall("[\u4e00-\u9fff]{4,}|[A-Za-z]{5,}", written))
        assert len(words) > 100
        assert {word for word in words if word not in printed} == set()


@pytest.mark.parametrize("kind", ["pdf", "docx"])
@pytest.mark.parametrize(
    ("report", "stems"), [("departments", DEPARTMENTS), ("consolidated", ["consolidated"])]
)
def test_formats_and_reports(office: Office, kind: str, report: str, stems: list[str]) -> None:
    run = office.run("-f", kind, "-r", report)
    assert (run.code, run.err) == (0, "")
    assert office.files() == names(*stems, kinds=(kind,))


def test_the_format_may_be_given_twice(small_office: Office) -> None:
    assert small_office.run("-f", "pdf", "-f", "docx").code == 0
    assert small_office.files() == [f"{HOME}/statistics.docx", f"{HOME}/statistics.pdf"]


def test_single_departments(office: Office) -> None:
    chosen = ("market-regulation", "regional-development")
    run = office.run("-f", "pdf", "-d", chosen[1], "-d", chosen[0])
    assert run.code == 0
    assert office.files() == names(*chosen, kinds=("pdf",))


def test_an_unknown_department_is_a_usage_error(office: Office) -> None:
    run = office.run("-d", "market")
    assert run.code == 2
    assert "no department 'market'" in run.err
    assert "market-regulation" in run.err
    assert not (office.folder / "out").exists()


@pytest.mark.parametrize("kind", ["pdf", "docx"])
@pytest.mark.parametrize(
    ("layout", "chinese", "english"), [("zh", 1, 0), ("en", 0, 1), ("alternating", 1, 1)]
)
def test_layouts(small_office: Office, kind: str, layout: str, chinese: int, english: int) -> None:
    assert small_office.run("-f", kind, "-l", layout).code == 0
    data = small_office.contents()[f"{HOME}/statistics.{kind}"]
    words = squeezed(text_by_pdfium(data) if kind == "pdf" else words_of_word(data))
    assert words.count("共有62家。") == chinese
    assert words.count("Thereare62firms.") == english


def test_the_series_own_layout_is_the_default(small_office: Office) -> None:
    series = small_office.briefs / HOME / "series.yaml"
    series.write_text(SERIES + "layout: en\n", encoding="utf-8")
    assert small_office.run("-f", "pdf").code == 0
    assert "共有" not in text_by_pdfium(small_office.contents()[f"{HOME}/statistics.pdf"])


def test_every_shipped_template_builds_everything(small_office: Office) -> None:
    shipped = sorted(path.parent.name for path in GONGWEN.parent.glob("*/style.yaml"))
    assert "gongwen" in shipped
    for name in shipped:
        run = small_office.run("-t", name, "-r", "all", "-o", name)
        assert (run.code, run.err) == (0, "")
        assert len(small_office.files(name)) == 4


def test_a_template_of_the_users_own_by_path(small_office: Office) -> None:
    house = small_office.folder / "我们 的"
    house.mkdir()
    (house / "style.yaml").write_text("extends: gongwen\n", encoding="utf-8")
    template = '<document><section><p role="title"><zh>自家模板</zh></p></section></document>'
    (house / "department.xml.j2").write_text(template, encoding="utf-8")
    run = small_office.run("-f", "pdf", "-t", "我们 的", "-l", "zh")
    assert (run.code, run.err) == (0, "")
    assert "自家模板" in text_by_pdfium(small_office.contents()[f"{HOME}/statistics.pdf"])


def test_an_unknown_template_lists_the_shipped_ones(small_office: Office) -> None:
    run = small_office.run("-t", "fancy")
    assert run.code == 1
    assert "no template 'fancy'; shipped: gongwen" in run.err


def test_a_template_cannot_read_files(small_office: Office) -> None:
    house = small_office.folder / "house"
    house.mkdir()
    (small_office.folder / "secret.txt").write_text("secret words", encoding="utf-8")
    (house / "style.yaml").write_text("extends: gongwen\n", encoding="utf-8")
    (house / "department.xml.j2").write_text('{% include "../secret.txt" %}', encoding="utf-8")
    run = small_office.run("-f", "pdf", "-t", "house")
    assert run.code == 1
    assert "secret words" not in run.err
    assert not (small_office.folder / "out").exists()


def test_the_same_input_gives_the_same_bytes(office: Office) -> None:
    assert office.run("-r", "all", "-o", "first").code == 0
    assert office.run("-r", "all", "-o", "second", PYTHONHASHSEED="7").code == 0
    assert office.run("-r", "all", "-o", "third", "-j", "3", TZ="Asia/Shanghai").code == 0
    first = office.contents("first")
    assert len(first) == 8
    assert office.contents("second") == first
    assert office.contents("third") == first


def test_a_word_file_is_a_sound_package(small_office: Office) -> None:
    assert small_office.run("-f", "docx").code == 0
    with zipfile.ZipFile(small_office.folder / "out" / HOME / "statistics.docx") as package:
        assert package.testzip() is None
        assert "word/document.xml" in package.namelist()


def test_inside_the_series_folder_no_argument_is_needed(small_office: Office) -> None:
    inside = Office(small_office.briefs / HOME)
    assert inside.run("-f", "pdf").code == 0
    assert inside.files() == [f"{HOME}/statistics.pdf"]


def test_of_several_series_the_newest_is_taken_and_named(small_office: Office) -> None:
    older = SERIES.replace("year: 2024", "year: 2023")
    write_series(small_office.briefs / "z-old", {"series.yaml": older})
    run = small_office.run("-f", "pdf")
    assert run.code == 0
    assert run.err == f"series: {HOME} (the newest of 2 under briefs)\n"
    assert small_office.files() == [f"{HOME}/statistics.pdf"]


def test_quiet_says_nothing_and_verbose_more(small_office: Office) -> None:
    quiet = small_office.run("-f", "pdf", "-q")
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")
    loud = small_office.run("-f", "pdf", "-v")
    assert "template gongwen" in loud.err


def test_output_has_no_colour_in_a_pipe_unless_asked_for(small_office: Office) -> None:
    (small_office.briefs / HOME / "series.yaml").write_text("a: 1\n", encoding="utf-8")
    assert "\x1b[" not in small_office.run("check").err
    assert "\x1b[" in small_office.run("check", "--color", "always").err
    assert "\x1b[" not in small_office.run("check", "--color", "never").err


def wrong(office: Office) -> None:
    brief = brief_with('- text: {zh: "共{nobody}", en: "a"}')
    (office.briefs / HOME / "statistics.yaml").write_text(brief, encoding="utf-8")


def test_nothing_is_written_when_something_is_wrong_and_old_files_stay(
    small_office: Office,
) -> None:
    assert small_office.run().code == 0
    before = small_office.contents()
    wrong(small_office)
    run = small_office.run()
    assert run.code == 1
    assert run.out == ""
    assert run.findings == [
        f"briefs/{HOME}/statistics.yaml:9:22: error: nobody defines the figure 'nobody'"
    ]
    assert run.err.splitlines()[-1] == "1 error(s), 0 warning(s); nothing was written"
    assert small_office.contents() == before


def test_nothing_is_written_when_a_character_has_no_glyph(small_office: Office) -> None:
    brief = small_office.briefs / HOME / "statistics.yaml"
    brief.write_text(BRIEF.replace("共有", "共\U0001f600有"), encoding="utf-8")
    run = small_office.run("-f", "pdf")
    assert run.code == 1
    assert run.findings == [
        f"briefs/{HOME}/statistics.yaml:9:22: error: "
        "no font has the character “\U0001f600” (U+1F600)"
    ]
    assert not (small_office.folder / "out").exists()


def test_a_missing_translation_warns_and_fails_only_when_strict(small_office: Office) -> None:
    brief = small_office.briefs / HOME / "statistics.yaml"
    brief.write_text(brief_with("- text: {zh: 尚未翻译}"), encoding="utf-8")
    strict = small_office.run("-f", "pdf", "--strict")
    assert strict.code == 1
    assert not (small_office.folder / "out").exists()
    run = small_office.run("-f", "pdf")
    assert run.code == 0
    assert run.findings == [
        f"briefs/{HOME}/statistics.yaml:9:15: warning: no English yet for “尚未翻译”"
    ]
    assert "[EN]" in text_by_pdfium(small_office.contents()[f"{HOME}/statistics.pdf"])


def test_gb18030_is_refused_with_the_way_to_convert_it(small_office: Office) -> None:
    brief = small_office.briefs / HOME / "statistics.yaml"
    brief.write_bytes(BRIEF.encode("gb18030"))
    run = small_office.run()
    assert run.code == 1
    assert "GB18030" in run.err
    assert "iconv -f GB18030 -t UTF-8 statistics.yaml" in run.err


def test_a_bom_and_windows_line_ends_give_the_same_bytes(small_office: Office) -> None:
    assert small_office.run("-f", "pdf", "-o", "plain").code == 0
    brief = small_office.briefs / HOME / "statistics.yaml"
    brief.write_bytes(b"\xef\xbb\xbf" + BRIEF.replace("\n", "\r\n").encode())
    assert small_office.run("-f", "pdf", "-o", "windows").code == 0
    assert small_office.contents("windows") == small_office.contents("plain")


def test_a_picture_outside_the_series_is_refused(small_office: Office) -> None:
    (small_office.briefs / "secret.png").write_bytes(picture(4, 4))
    brief = brief_with(
        "- image: {file: ../secret.png, caption: {zh: 图, en: P}, alt: {zh: 图, en: P}}"
    )
    (small_office.briefs / HOME / "statistics.yaml").write_text(brief, encoding="utf-8")
    run = small_office.run()
    assert run.code == 1
    assert "lies outside the series' folder" in run.err


def as_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.mark.skipif(as_root(), reason="root may write everywhere")
def test_a_read_only_output_folder_says_so(small_office: Office) -> None:
    out = small_office.folder / "out"
    out.mkdir()
    out.chmod(0o555)
    run = small_office.run("-f", "pdf")
    assert run.code == 1
    assert "the file cannot be written" in run.err
    assert "Traceback" not in run.err


def test_a_file_where_the_output_folder_should_be_says_so(small_office: Office) -> None:
    (small_office.folder / "out").write_text("", encoding="utf-8")
    run = small_office.run("-f", "pdf")
    assert run.code == 1
    assert run.findings == [
        f"out/{HOME}/statistics.pdf:1:1: error: a file stands where a folder is needed"
    ]


def test_a_folder_where_a_file_should_go_says_so_and_no_other_file_is_written(
    office: Office,
) -> None:
    (office.folder / "out" / "2024-h1" / "market-regulation.pdf").mkdir(parents=True)
    run = office.run("-f", "pdf")
    assert run.code == 1
    assert "a folder stands where the file should go" in run.err
    assert office.files() == []


def test_a_missing_output_folder_is_made(small_office: Office) -> None:
    assert small_office.run("-f", "pdf", "-o", "很 深/的/地方").code == 0
    assert small_office.files("很 深/的/地方") == [f"{HOME}/statistics.pdf"]


def test_without_a_series_the_way_is_shown(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    run = Office(tmp_path / "empty").run()
    assert run.code == 1
    assert "there is no series here" in run.err
    assert "make-brief briefs/2024-h1" in run.err


def test_broken_compiled_templates_do_no_harm(small_office: Office) -> None:
    assert small_office.run("-f", "pdf", "-o", "first").code == 0
    kept = [path for path in (small_office.folder.parent / "cache").rglob("*") if path.is_file()]
    for path in kept:
        head = path.read_bytes()[:12]
        path.write_bytes(head + b"not what it was")
    run = small_office.run("-f", "pdf", "-o", "second")
    assert (run.code, run.err) == (0, "")
    assert small_office.contents("second") == small_office.contents("first")


def test_nothing_is_left_beside_the_outputs(small_office: Office) -> None:
    before = small_office.files("briefs")
    assert small_office.run("-r", "all").code == 0
    assert small_office.files("briefs") == before
    assert all(not Path(name).name.startswith(".") for name in small_office.files())
