from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from makebrief.errors import BriefError
from makebrief.style.model import Style
from makebrief.typeface.face import code_point, open_typefaces
from tests.samples import context, face

HAN_FACES = ["fangsong", "biaosong", "hei", "kai", "song"]


@pytest.mark.parametrize("name", HAN_FACES)
@pytest.mark.parametrize("mark", "。，、；：！？）》」』】〕”’")
def test_a_mark_that_stands_left_is_trimmed_on_its_right(name: str, mark: str) -> None:
    left, right = face(name).trims(mark)
    assert left == 0
    assert right == pytest.approx(500, abs=60)


@pytest.mark.parametrize("name", HAN_FACES)
@pytest.mark.parametrize("mark", "（《「『【〔“‘")
def test_a_mark_that_stands_right_is_trimmed_on_its_left(name: str, mark: str) -> None:
    left, right = face(name).trims(mark)
    assert left == pytest.approx(500, abs=60)
    assert right == 0


@pytest.mark.parametrize("name", HAN_FACES)
def test_ideographs_are_an_em_wide_and_not_trimmed(name: str) -> None:
    assert face(name).advances["聊"] == 1000
    assert face(name).trims("聊") == (0, 0)


def test_latin_words_are_kerned() -> None:
    serif = face("serif")
    plain = sum(serif.advances[character] for character in "AVAVA")
    assert sum(serif.word_advances("AVAVA")) < plain
    assert len(serif.word_advances("AVAVA")) == 5


def test_letters_are_not_joined_into_ligatures() -> None:
    serif = face("serif")
    assert serif.word_advances("fi") == (serif.advances["f"], serif.advances["i"])


def test_a_face_knows_what_it_lacks() -> None:
    assert face("song").has("聊")
    assert face("song").has("𬭼"), "beyond the BMP"
    assert not face("serif").has("聊")
    assert face("serif").glyph("聊") == 0


def test_code_points_are_written_as_people_write_them() -> None:
    assert [code_point(each) for each in "A聊𬭼"] == ["U+0041", "U+804A", "U+2CB7C"]


def style_with(faces: dict[str, str]) -> Style:
    return replace(context().style, faces=faces)


def test_a_houses_own_font_file_comes_first(tmp_path: Path) -> None:
    own = tmp_path / "house font.ttf"
    own.write_bytes(face("hei").file.path.read_bytes())
    faces = open_typefaces(context().faces.catalogue, style_with({"song": str(own)}))
    assert faces.face("song").file.path == own
    assert faces.face("song").advances["聊"] == 1000
    assert faces.face("kai").file == face("kai").file


@pytest.mark.parametrize(
    "content", [None, b"", b"not a font at all", b"\x00\x01\x00\x00" + b"\x00" * 99]
)
def test_a_font_file_that_cannot_be_read_is_a_finding(
    tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "own.ttf").write_bytes(content)
    faces = open_typefaces(
        context().faces.catalogue, style_with({"own": str(tmp_path / "own.ttf")})
    )
    with pytest.raises(BriefError) as caught:
        faces.face("own")
    [diagnostic] = caught.value.diagnostics
    assert diagnostic.message.key in {"face-unreadable", "face-kind"}
    assert diagnostic.span is not None
    assert diagnostic.span.file.endswith("own.ttf")


def test_a_face_that_nobody_defines_lists_the_known_ones() -> None:
    with pytest.raises(BriefError) as caught:
        context().faces.face("arial")
    assert "known: fangsong, biaosong, hei" in str(caught.value)
