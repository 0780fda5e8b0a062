"""What a house sets with, kept from run to run: used when right, made again when not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from makebrief.errors import BriefError
from makebrief.style import kept as kept_module
from makebrief.style.kept import MAKING, kept_outfit
from makebrief.style.load import load_outfit
from tests.samples import CHECKOUT, GONGWEN

PLAIN = CHECKOUT / "templates" / "plain"


def house(folder: Path, style: str = "extends: gongwen\npage: {lines: 21}\n") -> Path:
    made = folder / "house"
    made.mkdir()
    (made / "style.yaml").write_text(style, encoding="utf-8")
    return made


def with_lines(made: Path, lines: int) -> None:
    style = f"extends: gongwen\npage: {{lines: {lines}}}\n"
    (made / "style.yaml").write_text(style, encoding="utf-8")


@pytest.mark.parametrize("template", [GONGWEN, PLAIN])
def test_what_was_kept_is_what_is_made_anew(template: Path, tmp_path: Path) -> None:
    made = load_outfit(template, tmp_path)
    assert made == load_outfit(template)
    assert kept_outfit(template, tmp_path) == made
    assert load_outfit(template, tmp_path) == made


def test_a_changed_style_is_read_anew(tmp_path: Path) -> None:
    made = house(tmp_path)
    assert load_outfit(made, tmp_path / "kept").style.page.lines == 21
    with_lines(made, 20)
    assert kept_outfit(made, tmp_path / "kept") is None
    assert load_outfit(made, tmp_path / "kept").style.page.lines == 20
    assert kept_outfit(made, tmp_path / "kept") is not None


def test_a_style_that_comes_to_be_extended_instead_is_read_anew(tmp_path: Path) -> None:
    made = house(tmp_path)
    load_outfit(made, tmp_path / "kept")
    shutil.copytree(GONGWEN, made / "gongwen")
    assert kept_outfit(made, tmp_path / "kept") is None
    assert load_outfit(made, tmp_path / "kept").folders[1] == made / "gongwen"


def test_a_style_that_became_wrong_is_refused(tmp_path: Path) -> None:
    made = house(tmp_path)
    load_outfit(made, tmp_path / "kept")
    with_lines(made, -1)
    with pytest.raises(BriefError):
        load_outfit(made, tmp_path / "kept")
    (made / "style.yaml").unlink()
    with pytest.raises(BriefError):
        load_outfit(made, tmp_path / "kept")


def test_a_folder_named_from_where_the_program_runs_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house(tmp_path)
    monkeypatch.chdir(tmp_path)
    load_outfit(Path("house"), tmp_path / "kept")
    assert not (tmp_path / "kept" / "outfits").exists()


@pytest.mark.parametrize("damage", [b"", b"\x80", b"not a pickle", b"cnowhere\nnothing\n."])
def test_a_damaged_file_is_as_if_there_were_none(damage: bytes, tmp_path: Path) -> None:
    made = load_outfit(GONGWEN, tmp_path)
    [file] = (tmp_path / "outfits").iterdir()
    whole = file.read_bytes()
    for wrong in (damage, whole[: len(whole) // 2], whole[:-1], whole.replace(b"gong", b"ging")):
        assert wrong != whole
        file.write_bytes(wrong)
        assert kept_outfit(GONGWEN, tmp_path) is None
        assert load_outfit(GONGWEN, tmp_path) == made


def test_what_was_made_by_other_modules_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_outfit(GONGWEN, tmp_path)
    monkeypatch.setattr(kept_module, "MAKING", MAKING[:-1])
    assert kept_outfit(GONGWEN, tmp_path) is None
