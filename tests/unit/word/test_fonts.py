from __future__ import annotations

import io
import uuid
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from msgspec.structs import replace

from makebrief.document.model import Paragraph
from makebrief.resources import fonts_folder
from makebrief.typeface.catalogue import name_face, officially_named
from makebrief.typeface.embedding import EMBEDDINGS
from makebrief.typeface.repertoire import WordFonts, all_of_gb2312
from makebrief.word.carried import obfuscate
from makebrief.word.fonts import style_faces
from makebrief.word.render import render_word
from makebrief.word.xml import qualified
from tests.unit.word.parts import Parts, all_of, value
from tests.unit.word.sample import body, every_block, faces, heading, house, pair, style
from tests.wordfiles import WordFile, word_faults

EMBEDDED = ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")
TABLE = "word/fontTable.xml"
FONTS = fonts_folder()
A_WHOLE_FACE = 1000


def test_obfuscation_is_its_own_inverse_and_touches_the_head_only() -> None:
    data = bytes(range(100))
    key = uuid.UUID("00112233-4455-6677-8899-aabbccddeeff")
    mixed = obfuscate(data, key)

    assert mixed[:16] == bytes(a ^ b for a, b in zip(data, key.bytes[::-1], strict=False))
    assert mixed[32:] == data[32:]
    assert obfuscate(mixed, key) == data


def test_every_family_is_listed_with_the_official_name_it_stands_for() -> None:
    table = Parts(every_block()).root("fontTable")
    listed = {
        str(font.get(qualified("w:name"))): value(font, "altName") for font in all_of(table, "font")
    }

    assert listed == {faces()[name].family: faces()[name].official for name in style_faces(style())}
    assert listed["Jianbao FangSong"] == "仿宋_GB2312"
    for font in all_of(table, "font"):
        han = str(font.get(qualified("w:name"))).startswith("Jianbao")
        assert value(font, "charset") == ("86" if han else "00")
        assert len(value(font, "panose1") or "") == 20


def test_each_han_face_can_be_chosen_by_its_official_name() -> None:
    styles = Parts(every_block()).root("styles")
    chosen = {
        value(each, "name"): all_of(each, "rFonts")[0].get(qualified("w:ascii"))
        for each in all_of(styles, "style")
        if str(each.get(qualified("w:styleId"))).startswith("Face")
    }
    assert chosen == {
        "字体 仿宋_GB2312": "Jianbao FangSong",
        "字体 黑体": "Jianbao Hei",
        "字体 楷体_GB2312": "Jianbao Kai",
        "字体 方正小标宋简体": "Jianbao BiaoSong",
        "字体 宋体": "Jianbao Song",
    }


def carried(data: bytes) -> dict[str, set[str]]:
    """The characters of each face in a file, by its PostScript name."""
    parts = WordFile(data)
    found = {}
    for entry in (each for kind in EMBEDDED for each in all_of(parts.root(TABLE), kind)):
        key = uuid.UUID(str(entry.get(qualified("w:fontKey"))))
        target, _ = parts.relations(TABLE)[str(entry.get(qualified("r:id")))]
        font = TTFont(io.BytesIO(obfuscate(parts.blobs[target], key)))
        found[str(font["name"].getDebugName(6))] = set(map(chr, font.getBestCmap()))
    return found


def with_fonts(**fonts: Any) -> bytes:
    """A document of one heading and one paragraph with some choice of fonts."""
    made = body(heading(1, "聊城"), Paragraph("body", pair("国", "a")))
    return render_word(made, replace(house(made), fonts=WordFonts(FONTS, **fonts)))


def test_embedded_faces_hold_the_document_s_characters() -> None:
    faces_inside = carried(Parts(every_block()).data)

    assert len(faces_inside) == len(style_faces(style()))
    for name, characters in faces_inside.items():
        assert {"A", "—"} <= characters
        if name.startswith("Jianbao"):
            assert {"召", "十", "。"} <= characters
            assert len(characters) < A_WHOLE_FACE


def test_for_editing_the_body_carries_gb2312_and_headings_the_common_characters() -> None:
    faces_inside = carried(with_fonts())
    listed = (FONTS / "charset" / "changyong-hanzi.txt").read_text(encoding="utf-8").split()
    common = set("".join(listed))

    assert len(common) == 2500
    assert all_of_gb2312() <= faces_inside["JianbaoFangSong-Regular"]
    for name in ("JianbaoHei-Medium", "JianbaoKai-Regular", "JianbaoBiaoSong-Bold"):
        assert common | {"聊"} <= faces_inside[name]
        assert "鑫" not in faces_inside[name]
    assert len(faces_inside["JianbaoSong-Regular"]) < A_WHOLE_FACE, "nobody types a page number"
    assert set("éŁß€") <= faces_inside["LiberationSerif"]


def test_a_file_for_editing_is_under_6_mb() -> None:
    made = every_block()
    data = render_word(made, replace(house(made), fonts=WordFonts(FONTS)))

    assert 4_000_000 < len(data) < 6_000_000


def test_word_goes_on_embedding_what_it_found() -> None:
    marks = {
        embedding: {
            name
            for name in ("embedTrueTypeFonts", "saveSubsetFonts")
            if all_of(WordFile(with_fonts(embedding=embedding)).root("word/settings.xml"), name)
        }
        for embedding in EMBEDDINGS
    }

    assert marks == {
        "edit": {"embedTrueTypeFonts"},
        "document": {"embedTrueTypeFonts", "saveSubsetFonts"},
        "none": set(),
    }


def test_only_a_face_cut_down_to_the_document_is_called_a_subset() -> None:
    for embedding in ("edit", "document"):
        file = WordFile(with_fonts(embedding=embedding))
        entries = [each for kind in EMBEDDED for each in all_of(file.root(TABLE), kind)]
        cut = [each for each in entries if each.get(qualified("w:subsetted")) == "1"]
        if embedding == "document":
            assert cut == entries
        else:
            families = {str(next(each.iterancestors()).get(qualified("w:name"))) for each in cut}
            assert "Jianbao Song" in families, "of the page numbers"
            assert "Jianbao FangSong" not in families


def test_without_faces_the_table_still_says_what_they_look_like() -> None:
    file = WordFile(with_fonts(embedding="none"))

    assert not [name for name in file.names if name.endswith(".odttf")]
    for font in all_of(file.root(TABLE), "font"):
        assert value(font, "panose1")
        assert value(font, "altName")


def test_official_names_stand_everywhere_in_place_of_ours() -> None:
    made = every_block()
    fonts = WordFonts(FONTS, embedding="none", official=True)
    named = replace(house(made), fonts=fonts, faces=officially_named(faces()))
    file = WordFile(render_word(made, named))
    table = {
        str(font.get(qualified("w:name"))): value(font, "altName")
        for font in all_of(file.root(TABLE), "font")
    }

    assert table["仿宋_GB2312"] == "仿宋"
    assert table["方正小标宋简体"] == "FZXiaoBiaoSong-B05S"
    assert "Times New Roman" in table
    for name, data in file.blobs.items():
        if name.endswith(".xml"):
            assert b"Jianbao" not in data, name
            assert b"Liberation" not in data, name


def test_what_is_kept_gives_the_same_bytes(tmp_path: Path) -> None:
    first = with_fonts(kept=tmp_path)
    kept = {file: file.stat().st_mtime_ns for file in (tmp_path / "fonts").iterdir()}
    again = with_fonts(kept=tmp_path)

    assert kept
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "fonts").iterdir()} == kept
    assert first == again == with_fonts()


def test_a_damaged_kept_face_is_made_again(tmp_path: Path) -> None:
    whole = with_fonts(kept=tmp_path)
    for at, file in enumerate(sorted((tmp_path / "fonts").iterdir())):
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        file.write_bytes(data if at else b"")

    assert with_fonts(kept=tmp_path) == whole


@pytest.mark.parametrize(
    ("rights", "embedded"),
    [
        (0x0000, True),  # installable
        (0x0002, False),  # restricted
        (0x0004, False),  # preview and print: a file with it could be opened to read only
        (0x0008, True),  # editable
        (0x0108, True),  # editable, not to be cut down
        (0x0200, False),  # bitmaps only
    ],
)
def test_a_face_is_in_the_file_only_if_its_rights_allow(
    tmp_path: Path, rights: int, embedded: bool
) -> None:
    font = TTFont(faces()["hei"].path)
    font["OS/2"].fsType = rights
    font.save(tmp_path / "own.ttf")
    own = replace(faces()["hei"], path=tmp_path / "own.ttf")
    made = body(heading(1, "甲"))
    data = render_word(made, replace(house(made), faces={**faces(), "hei": own}))

    inside = carried(data).get("JianbaoHei-Medium")
    assert (inside is not None) == embedded
    if inside is not None:
        assert (len(inside) > A_WHOLE_FACE) == bool(rights & 0x0100), "whole if not to be cut"
    assert word_faults(data) == []


def test_a_house_s_own_file_goes_by_the_names_inside_it(tmp_path: Path) -> None:
    named = tmp_path / "FZXBSJW.ttf"
    named.write_bytes(faces()["kai"].path.read_bytes())
    own = name_face("ours", named)

    assert (own.family, own.substitute) == ("简报楷体", "Jianbao Kai")
    assert name_face("bold", faces()["serif-bold"].path).style == "Bold"
    assert name_face("none", tmp_path / "absent.ttf").family == "absent"
