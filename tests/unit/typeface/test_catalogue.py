from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest

from makebrief.resources import fonts_folder
from makebrief.typeface.catalogue import CATALOGUE_FILE, load_catalogue
from makebrief.typeface.face import Face
from makebrief.typeface.overview import font_table

FONTS = fonts_folder()
TABLE = tomllib.loads((FONTS / CATALOGUE_FILE).read_text(encoding="utf-8"))
CHARSET = FONTS / "charset" / "tongyong-guifan-hanzi.txt"


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("name", TABLE)
def test_a_face_is_the_file_that_the_catalogue_says(name: str) -> None:
    file = load_catalogue(FONTS)[name]
    assert sha256(file.path) == TABLE[name]["sha256"]
    for companion in ("OFL.txt", "ABOUT.md"):
        assert (file.path.parent / companion).is_file()


@pytest.mark.parametrize("name", TABLE)
def test_a_face_is_named_inside_as_the_catalogue_names_it(name: str) -> None:
    from fontTools.ttLib import TTFont

    file = load_catalogue(FONTS)[name]
    with TTFont(file.path, lazy=True) as font:
        names = {number: font["name"].getDebugName(number) for number in (1, 2, 6, 16)}
        chinese = {record.toUnicode() for record in font["name"].names if record.langID == 0x804}
        assert font["OS/2"].fsType == 0, "embedding is allowed"
        assert "glyf" in font, "TrueType outlines"
    assert file.family in {names[1], names[16]}
    assert names[6] == file.postscript
    if file.family_zh != file.family:
        assert file.family_zh in chinese


def test_the_checksums_are_those_of_the_files() -> None:
    lines = (FONTS / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    listed = {
        path.lstrip("*"): digest for digest, path in (line.split(maxsplit=1) for line in lines)
    }
    fonts = {path.relative_to(FONTS).as_posix() for path in FONTS.rglob("*.ttf")}
    assert fonts <= set(listed)
    assert {path: sha256(FONTS / path) for path in listed} == listed


def test_every_font_file_is_in_the_catalogue() -> None:
    named = {file.path for file in load_catalogue(FONTS).values()}
    assert named == set(FONTS.rglob("*.ttf"))


@pytest.mark.parametrize("name", ["fangsong", "biaosong", "hei", "kai", "song"])
def test_a_chinese_face_has_every_character_of_the_official_table(name: str) -> None:
    characters = set("".join(CHARSET.read_text(encoding="utf-8").split()))
    characters = {each for each in characters if ord(each) > 0x3400}
    assert len(characters) == 8105
    face = Face(load_catalogue(FONTS)[name])
    assert [each for each in characters if not face.has(each)] == []


def test_the_overview_says_what_a_text_would_lack() -> None:
    rows = {row["face"]: row["lacks"] for row in font_table("聊a\U0001f600聊\n")}
    assert rows["song"] == ["\U0001f600"]
    assert rows["serif"] == ["聊", "\U0001f600"]
