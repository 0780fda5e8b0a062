"""A file is replaced whole or left as it was, whatever goes wrong."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import closing
from pathlib import Path
from typing import IO, Any

import pytest

from makebrief.errors import BriefError
from makebrief.files import Staging, write_all, write_whole
from makebrief.order import Rendered, stage_rendered, write_rendered


class FullDisk:
    """A file that takes a few bytes and then no more."""

    def __init__(self, file: IO[bytes], failure: BaseException) -> None:
        self.file = file
        self.failure = failure

    def __enter__(self) -> FullDisk:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()

    def write(self, data: bytes) -> int:
        self.file.write(data[: len(data) // 2])
        self.file.flush()
        raise self.failure


def break_writing(monkeypatch: pytest.MonkeyPatch, failure: BaseException, after: int = 0) -> None:
    """Every file from the given one on fails in the middle of its bytes."""
    real = os.fdopen
    opened = iter(range(1000))

    def broken(handle: int, *arguments: Any, **options: Any) -> Any:
        file = real(handle, *arguments, **options)
        return FullDisk(file, failure) if next(opened) >= after else file

    monkeypatch.setattr(os, "fdopen", broken)


def full() -> OSError:
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def key_of(caught: pytest.ExceptionInfo[BriefError]) -> str:
    [diagnostic] = caught.value.diagnostics
    return diagnostic.message.key


def test_folders_are_made_and_the_bytes_are_there(tmp_path: Path) -> None:
    path = tmp_path / "新闻 office" / "out" / "a.pdf"
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert [each.name for each in path.parent.iterdir()] == ["a.pdf"]


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    write_whole(tmp_path / "a.pdf", b"new")
    usual = stat.S_IMODE((tmp_path / "usual").stat().st_mode)
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == usual


def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    break_writing(monkeypatch, full())
    with pytest.raises(BriefError) as caught:
        write_whole(path, b"new bytes")
    assert key_of(caught) == "output-full"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_disk_that_fills_at_the_second_file_leaves_both_old_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for path in (first, second):
        path.write_bytes(b"old")
    break_writing(monkeypatch, full(), after=1)
    with pytest.raises(BriefError) as caught:
        write_all({first: b"new bytes", second: b"new bytes"})
    assert key_of(caught) == "output-full"
    assert [path.read_bytes() for path in (first, second)] == [b"old", b"old"]
    assert sorted(tmp_path.iterdir()) == [first, second]


def test_what_is_staged_and_not_put_in_place_is_gone_with_its_folders(tmp_path: Path) -> None:
    kept = tmp_path / "out"
    kept.mkdir()
    with closing(Staging()) as staging:
        staging.add(kept / "a.pdf", b"new")
        staging.add(kept / "series" / "2024" / "b.pdf", b"new")
        assert kept / "a.pdf" in staging
        assert len(list(kept.iterdir())) == 2
    assert list(kept.iterdir()) == []


def test_what_was_staged_early_is_put_in_place_with_the_rest(tmp_path: Path) -> None:
    document = Rendered("water", {"pdf": b"one", "docx": b"two"}, 3)
    with closing(Staging()) as staging:
        stage_rendered(document, tmp_path / "out", staging)
        assert not (tmp_path / "out" / "water.pdf").exists()
        written = write_rendered([document], tmp_path / "out", staging)
    assert [(each.path.name, each.pages, each.size) for each in written] == [
        ("water.pdf", 3, 3),
        ("water.docx", None, 3),
    ]
    found = {each.name: each.read_bytes() for each in (tmp_path / "out").iterdir()}
    assert found == {"water.pdf": b"one", "water.docx": b"two"}


def test_an_interruption_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    break_writing(monkeypatch, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, b"new bytes")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_to_reach_the_disk_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_handle: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(BriefError) as caught:
        write_whole(path, b"new")
    assert key_of(caught) == "output-failed"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_another_program_holds_open_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows, a document that is open in Word cannot be replaced."""

    def locked(_self: Path, _target: Path) -> Path:
        raise PermissionError(errno.EACCES, "locked")

    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(BriefError) as caught:
        write_whole(path, b"new")
    assert key_of(caught) == "output-locked"
    assert "close it in Word" in str(caught.value)
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_where_a_folder_is_needed_says_so(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    for path in (tmp_path / "out" / "a.pdf", tmp_path / "out" / "b" / "a.pdf"):
        with pytest.raises(BriefError) as caught:
            write_whole(path, b"new")
        assert key_of(caught) == "output-not-a-folder"


def test_a_folder_where_the_file_should_go_says_so_and_nothing_is_replaced(tmp_path: Path) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    first.write_bytes(b"old")
    second.mkdir()
    with pytest.raises(BriefError) as caught:
        write_all({first: b"new", second: b"new"})
    assert key_of(caught) == "output-is-a-folder"
    assert first.read_bytes() == b"old"
    assert sorted(tmp_path.iterdir()) == [first, second]


def test_a_very_long_name_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("聊" * 80 + ".pdf")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
