"""Content controls: every text of the content finds its way home from a saved file."""

from __future__ import annotations

import hashlib
import io
import subprocess
import zipfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from msgspec.structs import replace

from makebrief.document.model import Contents, Document, Origin, Paragraph, Run, Text
from makebrief.errors import Span
from makebrief.word.controls import MAP_NAMESPACE
from makebrief.word.render import render_word
from makebrief.word.xml import Element, qualified
from tests.tools.programs import find_program
from tests.unit.word.parts import Parts, all_of, value, words_of
from tests.unit.word.sample import body, every_block, heading, house, pair
from tests.wordfiles import WordFile, word_faults, words_in

PATH = "market-regulation:sections[0].blocks[0].text.zh"


def from_path(path: str, *runs: Run, language: str = "zh") -> Text:
    return Text(language, runs, Origin(path, Span("market-regulation.yaml")))  # type: ignore[arg-type]


def rendered(*texts: Text) -> WordFile:
    return WordFile(Parts(body(Paragraph("body", texts))).data)


def joined(controls: Sequence[Element]) -> str:
    """The words of a text's control, or of its parts: a box, LibreOffice writes twice."""
    paragraph = controls[0].getparent()
    return "".join(words_in(each) for each in controls if each.getparent() is paragraph)


def homes(file: WordFile) -> list[tuple[str, str, str]]:
    """Path, language and words of each control, in the order of the map."""
    assert file.map is not None
    controls = file.controls()
    return [
        (str(each.get("path")), str(each.get("language")), joined(controls[str(each.get("tag"))]))
        for each in file.map.iter(f"{{{MAP_NAMESPACE}}}text")
    ]


def test_a_text_comes_back_with_its_path_and_language() -> None:
    chinese = from_path(PATH, Run("甲"), Run("乙", strong=True))
    english = from_path(PATH.replace(".zh", ".en"), Run("a"), language="en")

    assert homes(rendered(chinese, english)) == [
        (PATH, "zh", "甲乙"),
        (PATH.replace(".zh", ".en"), "en", "a"),
    ]


def test_the_words_of_a_template_stand_outside_of_controls() -> None:
    composed = from_path("b:q.zh", Run("问："), Run("何故", source="b:q.zh"), Run("？"))
    own = from_path("template:目录", Run("目录"))

    assert homes(rendered(composed, own)) == [("b:q.zh", "zh", "何故")]


def test_a_text_of_several_places_has_a_control_for_each() -> None:
    speaker = from_path(
        "b:title.zh",
        Run("局长", source="b:title.zh"),
        Run("　"),
        Run("王某", source="b:name.zh"),
    )

    assert homes(rendered(speaker)) == [("b:title.zh", "zh", "局长"), ("b:name.zh", "zh", "王某")]


def test_controls_stand_inside_paragraphs_and_show_no_frame() -> None:
    parts = Parts(every_block())
    for control in all_of(parts.story, "sdt"):
        if value(control, "tag"):
            assert next(control.iterancestors()).tag == qualified("w:p")
            assert not all_of(control, "p")
            [shown] = control.iter(qualified("w15:appearance"))
            assert shown.get(qualified("w15:val")) == "hidden"
            kinds = {str(each.tag).partition("}")[2] for each in control[0]}
            assert kinds == {"tag", "id", "appearance"}, "rich text, not locked, no placeholder"


def test_every_control_has_a_hidden_bookmark_of_its_name_and_words() -> None:
    file = WordFile(Parts(every_block()).data)
    bookmarked = file.bookmarked()

    assert file.controls()
    for tag, controls in file.controls().items():
        assert bookmarked[f"_{tag}"] == joined(controls)


def test_a_typed_figure_is_told_from_digits_in_the_text() -> None:
    file = rendered(
        from_path(PATH, Run("共62场，"), Run("62场次", figure="b.meetings", strong=True), Run("。"))
    )
    assert file.map is not None
    [figure] = file.map.iter(f"{{{MAP_NAMESPACE}}}figure")

    assert figure.get("name") == "b.meetings"
    assert file.bookmarked()[str(figure.get("bookmark"))] == "62场次"


def test_a_text_printed_twice_has_two_tags_and_one_path() -> None:
    file = rendered(from_path(PATH, Run("甲")), from_path(PATH, Run("甲")))

    assert [path for path, _, _ in homes(file)] == [PATH, PATH]
    assert len(file.controls()) == 2


def test_tags_are_the_same_in_each_build_and_other_in_each_series() -> None:
    made = body(Paragraph("body", (from_path(PATH, Run("甲")),)))
    again = body(Paragraph("body", (from_path(PATH, Run("乙")),)))
    other = replace(house(made), series="2024-h2")

    tags = list(WordFile(Parts(made).data).controls())
    assert tags == list(WordFile(Parts(again).data).controls())
    assert tags != list(WordFile(render_word(made, other)).controls())


def test_the_map_holds_a_hash_and_not_the_text() -> None:
    file = rendered(from_path(PATH, Run("机密之语")))
    [name] = [each for each in file.names if each.endswith("item1.xml")]

    assert "机密" not in file.blobs[name].decode()
    assert file.map is not None
    assert file.map[0].get("sha256") == hashlib.sha256("机密之语".encode()).hexdigest()


def test_no_control_holds_the_first_note_of_a_document() -> None:
    """LibreOffice 25.2 reads all notes there, and loses the tag of a control that is open."""
    file = WordFile(Parts(every_block()).data)
    first, second, *_ = file.story.iter(qualified("w:footnoteReference"))
    control = qualified("w:sdt")
    tagged = [each for each in first.iterancestors(control) if value(each, "tag")]
    assert tagged == []
    assert [*second.iterancestors(control)]
    [divided] = [each for each in file.controls().values() if len(each) > 1]
    assert joined(divided) == "排放CO₂减少，10⁻⁶"


def test_lines_of_the_contents_are_copies_without_controls() -> None:
    made = body(Contents(1), heading(1, "A"))
    [contents] = [each for each in all_of(Parts(made).story, "sdt") if not value(each, "tag")]

    assert words_of(contents)
    assert not list(contents[1].iter(qualified("w:sdt")))


def test_python_docx_reads_paragraphs_styles_and_words() -> None:
    made = body(heading(1, "A"), Paragraph("body", pair("甲", "a")))
    opened = docx.Document(io.BytesIO(Parts(made).data))
    found = [
        (
            each.style.style_id if each.style else "",
            words_of(each._p),
        )
        for each in opened.paragraphs
    ]

    assert found == [
        ("Heading2", "标题A"),
        ("Heading1En", "Heading A"),
        ("BodyZh", "甲"),
        ("BodyEn", "a"),
    ]


def soffice_save(file: Path) -> tuple[WordFile, int]:
    """What LibreOffice saves of a file, and its major version."""
    program = find_program("soffice")
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    output = file.parent / "saved"
    command = [program, profile, "--headless", "--convert-to", "docx", "--outdir"]
    command += [str(output), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True)
    return WordFile((output / file.name).read_bytes()), int(version.stdout.split()[1].split(".")[0])


CONTROLS_KEPT_SINCE = 24


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> tuple[WordFile, WordFile, int]:
    """A file of every block, what LibreOffice saves of it, and LibreOffice's major version."""
    file = tmp_path_factory.mktemp("saved") / "every.docx"
    file.write_bytes(Parts(every_block()).data)
    after, version = soffice_save(file)
    return WordFile(file.read_bytes()), after, version


def used_styles(file: WordFile) -> Counter[str]:
    """How many paragraphs each style has, by the name that people read."""
    names = {
        str(style.get(qualified("w:styleId"))): str(name.get(qualified("w:val"))).lower()
        for style in file.root("word/styles.xml").iter(qualified("w:style"))
        for name in style.iter(qualified("w:name"))
    }
    used = [str(each.get(qualified("w:val"))) for each in file.story.iter(qualified("w:pStyle"))]
    return Counter(names[style].split(",")[0] for style in used)


def field_kinds(file: WordFile) -> set[str]:
    """What kinds of fields a file has: TOC, PAGEREF, SEQ, REF."""
    found = (each.text or "" for each in file.story.iter(qualified("w:instrText")))
    return {words.split()[0] for words in found if words.strip()}


def test_libreoffice_keeps_styles_fields_and_charts_with_their_workbooks(
    saved: tuple[WordFile, WordFile, int],
) -> None:
    before, after, _ = saved
    ours, kept = used_styles(before), used_styles(after)
    assert {name for name in ours if kept[name] < ours[name]} == set()
    assert field_kinds(before) <= field_kinds(after)
    for part in ("word/charts/chart", "word/embeddings/"):
        count = [sum(each.startswith(part) for each in file.names) for file in (before, after)]
        assert count[0] == count[1] > 0


def embedded_families(file: WordFile) -> set[str]:
    """The families of which a file carries at least one face."""
    return {
        str(font.get(qualified("w:name")))
        for font in file.root("word/fontTable.xml").iter(qualified("w:font"))
        for _ in font.iter(qualified("w:embedRegular"))
    }


def test_libreoffice_goes_on_carrying_every_face(
    saved: tuple[WordFile, WordFile, int],
) -> None:
    before, after, _ = saved
    assert len(embedded_families(before)) == 7
    assert embedded_families(before) <= embedded_families(after)


def test_libreoffice_keeps_the_map_the_bookmarks_and_if_it_can_the_controls(
    saved: tuple[WordFile, WordFile, int],
) -> None:
    before, after, version = saved
    assert after.map is not None
    assert before.map is not None
    entries = [dict(each.attrib) for each in before.map.iter()]
    assert [dict(each.attrib) for each in after.map.iter()] == entries
    ours = {name: words for name, words in before.bookmarked().items() if name.startswith("_mb")}
    kept = after.bookmarked()
    renamed = {name.partition("_Copy_")[0]: words for name, words in kept.items()}
    assert {name: renamed.get(name) for name in ours} == ours, "7.4 renames those of notes"
    if version >= CONTROLS_KEPT_SINCE:
        assert {tag: joined(parts) for tag, parts in after.controls().items()} == {
            tag: joined(parts) for tag, parts in before.controls().items()
        }


DAMAGE = {
    "package": ("[Content_Types].xml", b"/word/styles.xml", b"/word/stiles.xml"),
    "relations": ("word/_rels/document.xml.rels", b'Target="styles.xml"', b'Target="s.xml"'),
    "controls": ("word/document.xml", b'<w:id w:val="3"/>', b'<w:id w:val="2"/>'),
    "map": ("word/document.xml", "第一".encode(), "第二".encode()),
    "bookmarks": ("word/document.xml", b'<w:bookmarkEnd w:id="5"/>', b""),
    "fields": ("word/document.xml", b'<w:fldChar w:fldCharType="end"/>', b""),
    "fonts": ("word/fontTable.xml", b"-", b"-"),
    "styles": ("word/document.xml", b'w:val="BodyZh"', b'w:val="BodyXx"'),
    "comments": ("word/document.xml", b'<w:commentRangeEnd w:id="0"/>', b""),
    "tables": ("word/document.xml", b"<w:gridCol ", b"<w:gridCol w:w='1'/><w:gridCol "),
    "drawings": ("word/document.xml", b"descr=", b"title="),
}


@pytest.mark.parametrize("check", sorted(DAMAGE))
def test_what_is_damaged_is_found(check: str) -> None:
    name, old, new = DAMAGE[check]
    made = damaged_sample()
    blobs = dict(WordFile(made).blobs)
    if check == "fonts":
        name = next(each for each in blobs if each.endswith(".odttf"))
        blobs[name] = b"\0" + blobs[name][1:]
    else:
        assert old in blobs[name]
        blobs[name] = blobs[name].replace(old, new)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for each, blob in blobs.items():
            archive.writestr(each, blob)

    assert word_faults(made) == []
    assert any(fault.startswith(f"{check}:") for fault in word_faults(stream.getvalue()))


def damaged_sample() -> bytes:
    first = Paragraph("body", (from_path(PATH, Run("第一")),))
    made: Document = every_block()
    section = made.sections[-1]
    whole = replace(section, blocks=(first, *section.blocks))
    return Parts(replace(made, sections=(*made.sections[:-1], whole))).data
