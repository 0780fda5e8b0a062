"""Every sentence exists in both languages, is used, and is given the values that it names."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from makebrief.messages import wording
from tests.samples import CHECKOUT

SOURCE = CHECKOUT / "src" / "makebrief"
TALKERS = {"say": 0, "words": 0, "Message": 0}
"""Functions that take a sentence's key as their first argument."""

COMPOSED = ("severity-{}", "out-of-range-{}", "invisible-{}", "hint-invisible-{}")
"""Keys that the code composes; what stands for the braces is not a literal."""


@dataclass(frozen=True)
class Call:
    """A place where a sentence is used: its key and the names of the values given to it."""

    place: str
    key: str
    names: frozenset[str] | None


def calls() -> Iterator[Call]:
    for path in sorted(SOURCE.rglob("*.py")):
        if path.parent.name == "wording":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _talker(node) and node.args:
                yield from _call(node, f"{path.relative_to(SOURCE)}:{node.lineno}")


def _talker(node: ast.Call) -> bool:
    function = node.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in TALKERS


def _call(node: ast.Call, place: str) -> Iterator[Call]:
    names = frozenset(each.arg for each in node.keywords if each.arg)
    complete = all(each.arg for each in node.keywords)
    for each in ast.walk(node.args[0]):
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and "-" in each.value:
            yield Call(place, each.value, names if complete else None)


CALLS = tuple(calls())
ENGLISH, CHINESE = wording("en"), wording("zh")


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def literals() -> set[str]:
    """Every string in the code that is a key, also where it is kept in a table."""
    found = set()
    for path in SOURCE.rglob("*.py"):
        if path.parent.name != "wording":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and node.value in ENGLISH:
                    found.add(str(node.value))
    return found


def test_both_languages_have_the_same_sentences() -> None:
    assert list(ENGLISH) == list(CHINESE)


@pytest.mark.parametrize("key", ENGLISH)
def test_both_languages_name_the_same_values(key: str) -> None:
    assert placeholders(ENGLISH[key]) == placeholders(CHINESE[key])
    assert "" not in placeholders(ENGLISH[key])


def test_there_are_calls_to_check() -> None:
    assert len(CALLS) > 100


@pytest.mark.parametrize("call", CALLS, ids=lambda call: f"{call.place} {call.key}")
def test_a_call_uses_a_sentence_that_exists_with_the_values_it_names(call: Call) -> None:
    if call.key + "{}" in COMPOSED:
        return
    assert call.key in ENGLISH
    if call.names is not None:
        assert placeholders(ENGLISH[call.key]) == call.names


def test_no_sentence_is_unused() -> None:
    composed = {
        key for key in ENGLISH for pattern in COMPOSED if key.startswith(pattern.partition("{}")[0])
    }
    assert set(ENGLISH) - literals() - composed == set()


def test_the_chinese_sentences_are_chinese() -> None:
    """A sentence that names nothing but values may look the same in both languages."""
    plain = {key for key, sentence in CHINESE.items() if sentence == ENGLISH[key]}
    assert {key for key in plain if any(each.isalpha() for each in _fixed(CHINESE[key]))} == set()


def _fixed(sentence: str) -> str:
    return "".join(words for words, *_ in string.Formatter().parse(sentence))
