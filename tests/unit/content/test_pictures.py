from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from makebrief.content.pictures import MAX_BYTES, PictureError, load_picture, read_picture
from makebrief.errors import BriefError
from tests.samples import picture


def refused(folder: Path, name: str) -> str:
    with pytest.raises(PictureError) as caught:
        load_picture(folder, name)
    return caught.value.message.key


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_read_with_its_size(tmp_path: Path, kind: str) -> None:
    data = picture(40, 30, kind)
    (tmp_path / "图 片.img").write_bytes(data)
    assert load_picture(tmp_path, "图 片.img") == (data, (40, 30))


@pytest.mark.parametrize("name", ["../secret.png", "sub/../../secret.png"])
def test_a_picture_outside_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    home = tmp_path / "series"
    (home / "sub").mkdir(parents=True)
    (tmp_path / "secret.png").write_bytes(picture(2, 2))
    assert refused(home, name) == "picture-outside"
    assert refused(home, str(tmp_path / "secret.png")) == "picture-outside"


def test_a_folder_whose_name_begins_alike_is_outside(tmp_path: Path) -> None:
    for name in ("series", "series2"):
        (tmp_path / name).mkdir()
    (tmp_path / "series2" / "a.png").write_bytes(picture(2, 2))
    assert refused(tmp_path / "series", "../series2/a.png") == "picture-outside"


def test_a_symlink_that_leads_outside_is_refused(tmp_path: Path) -> None:
    home = tmp_path / "series"
    home.mkdir()
    (tmp_path / "secret.png").write_bytes(picture(2, 2))
    (home / "a.png").symlink_to(tmp_path / "secret.png")
    (home / "sub").symlink_to(tmp_path)
    assert refused(home, "a.png") == "picture-outside"
    assert refused(home, "sub/secret.png") == "picture-outside"


def test_a_series_folder_that_is_itself_a_symlink_works(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.png").write_bytes(picture(2, 3))
    (tmp_path / "series").symlink_to(tmp_path / "real")
    assert load_picture(tmp_path / "series", "a.png")[1] == (2, 3)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"<svg/>",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe0\x00\x00",
        picture(2, 2)[:20],
        picture(20, 20, "JPEG")[:100],
        picture(2, 2, "GIF"),
    ],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.png").write_bytes(data)
    assert refused(tmp_path, "a.png") == "picture-kind"


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
def test_pictures_of_every_mode_are_whole(kind: str, mode: str, tmp_path: Path) -> None:
    if (kind == "JPEG" and mode in {"LA", "P", "RGBA", "I;16"}) or (kind, mode) == ("PNG", "CMYK"):
        return
    Image.new(mode, (37, 23)).save(tmp_path / "a.png", kind)
    assert load_picture(tmp_path, "a.png")[1] == (37, 23)


def test_a_damaged_picture_is_refused(tmp_path: Path) -> None:
    data = picture(40, 30)
    at = data.index(b"IDAT") + 6
    for broken in (data[:-1], data[: at + 2], data[:at] + b"\0" + data[at + 1 :], data[:-12]):
        (tmp_path / "a.png").write_bytes(broken)
        assert refused(tmp_path, "a.png") == "picture-broken"


def test_an_absent_picture_and_a_folder_cannot_be_read(tmp_path: Path) -> None:
    assert refused(tmp_path, "none.png") == "picture-missing"
    (tmp_path / "folder.png").mkdir()
    assert refused(tmp_path, "folder.png") == "picture-missing"


def test_a_picture_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.png").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert refused(tmp_path, "a.png") == "picture-too-large"


def test_a_picture_of_too_many_pixels_is_refused(tmp_path: Path) -> None:
    data = bytearray(picture(2, 2))
    data[16:24] = (100_000).to_bytes(4, "big") * 2
    (tmp_path / "a.png").write_bytes(bytes(data))
    assert refused(tmp_path, "a.png") == "picture-pixels"


def test_templates_get_the_same_findings(tmp_path: Path) -> None:
    with pytest.raises(BriefError) as caught:
        read_picture(tmp_path, "../a.png")
    assert caught.value.diagnostics[0].message.key == "picture-outside"
