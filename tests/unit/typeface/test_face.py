from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from makebrief.errors import BriefError
from makebrief.style.model import Style
from makebrief.typeface.codes import code_point
from makebrief.typeface.face import open_typefaces
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


def test_a_face_shows_words_only_if_it_has_all_their_characters() -> None:
    for _ in range(2):
        assert face("serif").shows("Liaocheng")
        assert not face("serif").shows("Liaocheng 聊城")
        assert face("song").shows("聊城")


def test_a_sized_word_tells_its_kerns_from_its_own_advances() -> None:
    serif, sized = face("serif"), face("serif").sized(16)
    word = sized.words["AVHN"]
    assert word.advances == pytest.approx([each * 0.016 for each in serif.word_advances("AVHN")])
    own = [sized.advances[character] for character in "AVHN"]
    assert dict(word.kerns) == pytest.approx({0: word.advances[0] - own[0]})
    assert word.kerns[0][1] < 0
    assert sized is face("serif").sized(16)


def test_what_no_face_has_is_named_once_each_time_it_is_asked_for() -> None:
    faces = open_typefaces(context().faces.catalogue, context().style)
    for _ in range(2):
        assert faces.lacks("聊\U0001f600城\U0001f601\U0001f600") == ["\U0001f600", "\U0001f601"]
        assert faces.lacks("聊城 Liaocheng") == []


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
