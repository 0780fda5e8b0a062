"""Expressions that are kept are the same as those that Python puts together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from makebrief import expressions
from makebrief.expressions import kept_expressions

COMPILER: Any = import_module("re._compiler")
TEXT = "上半年，全市投资135.22亿元，同比增长4.5%，Up 4.5% Year on Year."
SAMPLES: tuple[tuple[str | bytes, int], ...] = (
    (r"(?P<digits>\d+(?:\.\d+)?)(?P<unit>亿元|%)?", 0),
    (r"[一二三四五六七八九十百千万亿]+|[^\x00-\x7f]", 0),
    (r"(?i:up|down) (?P<amount>[\d.]+)%", re.ASCII),
    (r"year on year", re.IGNORECASE),
    (r"(?<=长)4\.5", 0),
    (r"(a)|(b)|(?P<third>年)", 0),
    ("\\b[𠀀-𿿿a-z]{2,}\\b", re.IGNORECASE),
    (r"^.*$", re.MULTILINE | re.DOTALL),
    (rb"[0-9]{2}(?P<rest>.)", 0),
    (r"(全|半)\1?", re.UNICODE),
)


@pytest.fixture(autouse=True)
def _unknown_to_python() -> Iterator[None]:
    re.purge()
    yield
    re.purge()


def read_all() -> list[object]:
    """What each sample finds, by its groups and their names."""
    re.purge()
    found: list[object] = []
    for expression, flags in SAMPLES:
        made: re.Pattern[Any] = re.compile(expression, flags)
        text: Any = TEXT.encode() if isinstance(expression, bytes) else TEXT
        matches = [(each.span(), each.groups(), each.groupdict()) for each in made.finditer(text)]
        found.append((made.flags, made.groups, dict(made.groupindex), matches))
    return found


def put_together(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The expressions that Python puts together from now on."""
    asked: list[object] = []
    own: Callable[..., re.Pattern[Any]] = COMPILER.compile

    def compile_and_tell(expression: object, flags: int = 0) -> re.Pattern[Any]:
        asked.append(expression)
        return own(expression, flags)

    monkeypatch.setattr(COMPILER, "compile", compile_and_tell)
    return asked


def test_what_is_kept_finds_the_same_and_is_not_put_together_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_ever = read_all()
    with kept_expressions(tmp_path / "kept"):
        assert read_all() == as_ever
    asked = put_together(monkeypatch)
    with kept_expressions(tmp_path / "kept"):
        assert read_all() == as_ever
    assert asked == []
    assert read_all() == as_ever
    assert len(asked) == len(SAMPLES)


@pytest.mark.parametrize("harm", ["damage", "another engine", "no folder"])
def test_without_what_fits_it_is_as_ever(
    harm: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "kept"
    as_ever = read_all()
    with kept_expressions(file):
        read_all()
    if harm == "damage":
        file.write_bytes(file.read_bytes()[:-9] + b"\0" * 9)
    if harm == "another engine":
        monkeypatch.setattr(expressions, "_ENGINE", ("another",))
    asked = put_together(monkeypatch)
    with kept_expressions(None if harm == "no folder" else file):
        assert read_all() == as_ever
    assert len(asked) == len(SAMPLES)


def test_an_engine_that_takes_programs_otherwise_puts_together_as_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_ever = read_all()
    with kept_expressions(tmp_path / "kept"):
        read_all()
    monkeypatch.setattr(expressions, "_ready", lambda _expression, _program: int("no"))
    with kept_expressions(tmp_path / "kept"):
        assert read_all() == as_ever


def test_a_wrong_expression_is_refused_as_ever(tmp_path: Path) -> None:
    with kept_expressions(tmp_path / "kept"), pytest.raises(re.error, match="unterminated"):
        re.compile("(")


def test_a_few_new_ones_are_not_worth_a_file(tmp_path: Path) -> None:
    with kept_expressions(tmp_path / "kept"):
        re.compile("甲+乙")
    assert not (tmp_path / "kept").exists()


def test_a_long_one_is_worth_a_file_alone(tmp_path: Path) -> None:
    words = "|".join(f"{chr(0x4E00 + at)}{at}" for at in range(400))
    with kept_expressions(tmp_path / "kept"):
        re.compile(words)
    assert (tmp_path / "kept").exists()
