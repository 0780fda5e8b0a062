"""Compares what a test made with the golden files that say what it must be, in full."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, slots=True)
class GoldenFiles:
    """Golden files: compared with, or written when `--update-golden` was given."""

    update: bool

    def compare(self, actual: str, file: Path) -> None:
        """Fail with a unified diff unless the file holds exactly this text."""
        __tracebackhide__ = True
        if self.update:
            _write(file, actual)
        elif complaint := _difference(actual, file):
            _fail([complaint])

    def compare_folder(self, actual: Mapping[str, str], folder: Path) -> None:
        """Fail unless the folder holds exactly these texts under exactly these relative paths."""
        __tracebackhide__ = True
        surplus = [file for file in _files_under(folder) if _name(file, folder) not in actual]
        if self.update:
            for file in surplus:
                file.unlink()
            for name, text in actual.items():
                _write(folder / name, text)
            return
        complaints = [f"{file} is a golden file, but nothing was made for it" for file in surplus]
        complaints += filter(
            None, (_difference(text, folder / name) for name, text in sorted(actual.items()))
        )
        if complaints:
            _fail(complaints)


def _fail(complaints: list[str]) -> None:
    __tracebackhide__ = True
    hint = "if this is as it should be: pytest --update-golden, then read the diff"
    pytest.fail("\n".join([*complaints, hint]), pytrace=False)


def _difference(actual: str, file: Path) -> str | None:
    """A unified diff from the golden file to the text, or None if they are the same."""
    if not file.exists():
        return f"{file} does not exist"
    expected = _read(file)
    if actual == expected:
        return None
    # Line ends are compared too, so a carriage return has to be seen.
    lines = difflib.unified_diff(
        expected.split("\n"), actual.split("\n"), f"{file} (golden)", "what the test made", n=3
    )
    shown = [line.rstrip("\n").replace("\r", "\\r") for line in lines]
    return "\n".join(shown)


def _files_under(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


def _name(file: Path, folder: Path) -> str:
    return file.relative_to(folder).as_posix()


def _read(file: Path) -> str:
    with file.open(encoding="utf-8", newline="") as stream:
        return stream.read()


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as stream:
        stream.write(text)
