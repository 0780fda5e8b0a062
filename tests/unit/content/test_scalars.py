"""Characters of a text are found where the YAML writes them, however it is quoted."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from makebrief.content.parse import parse_source
from makebrief.content.scalars import Change, can_be_written, place_of, written_text
from makebrief.content.source import Source
from makebrief.content.written import one_line

WRITTEN = {
    "plain": "a: 推进“一件事”改革, and more\n",
    "plain over lines": "a: 推进改革，\n   and  more\n   words\n",
    "single": "a: 'It''s 推进\n   done'\n",
    "double": 'a: "say \\"推进\\" \\u63a8\\t进 \\\n   and\n   more"\n',
    "literal": "a: |\n  推进\n  改革\n",
    "literal with a head": "a: |2- # why\n  推进\n   改革\n",
    "folded": "a: >\n  It is\n  推进 改革\n\n  more\n",
    "in a flow mapping": "a: {b: 1, c: 推进 改革}\n",
}


def text_of(source: Source) -> tuple[tuple[str, ...], str]:
    value = source.data["a"]
    path: tuple[str, ...] = ("a",)
    if isinstance(value, dict):
        path, value = ("a", "c"), value["c"]
    return path, one_line(value)


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_every_character_is_found(written: str) -> None:
    source = parse_source(written, "x.yaml")
    path, text = text_of(source)
    found = written_text(source, path, text)
    assert found is not None
    assert list(found.starts) == sorted(found.starts)
    for character, start, end in zip(text, found.starts, found.ends, strict=True):
        if end - start == 1 and character != " ":
            assert written[start] == character


def test_an_escape_is_one_character() -> None:
    written = 'a: "\\u63a8\\"进"\n'
    found = written_text(parse_source(written, "x.yaml"), ("a",), '推"进')
    assert found is not None
    assert [written[one:other] for one, other in zip(found.starts, found.ends, strict=True)] == [
        "\\u63a8",
        '\\"',
        "进",
    ]


def test_a_text_that_is_not_the_files_is_not_found() -> None:
    source = parse_source("a: 推进\n", "x.yaml")
    assert written_text(source, ("a",), "改革") is None
    assert place_of(source, ("a",), "改革", 1) == source.value(("a",))


def test_columns_count_code_points() -> None:
    source = parse_source("a: 𠮷推进\n", "x.yaml")
    assert place_of(source, ("a",), "𠮷推进", 2).column == 6


@pytest.mark.parametrize(
    ("written", "change", "can"),
    [
        ("a: It： this\n", Change(2, 4, ": "), False),
        ("a: It： this\n", Change(2, 4, ", "), True),
        ("a: It：\n", Change(2, 3, ":"), False),
        ("a: {c: It， this}\n", Change(2, 4, ", "), False),
        ("a: {c: 'It， this'}\n", Change(2, 4, ", "), True),
        ('a: "It： this"\n', Change(2, 4, ": "), True),
        ("a: “x”\n", Change(0, 1, '"'), False),
        ("a: It\n   this\n", Change(2, 3, ""), False),
    ],
)
def test_a_change_that_would_break_the_yaml_is_known(
    written: str, change: Change, can: bool
) -> None:
    source = parse_source(written, "x.yaml")
    path, text = text_of(source)
    found = written_text(source, path, text)
    assert found is not None
    assert can_be_written(source, path, found, change) is can


TEXTS = st.text(st.sampled_from("推进，。 ab'\"\\\t:#-{[\n"), min_size=1, max_size=30)


@given(TEXTS, st.sampled_from(['"', "'", "|", ">", None]))
def test_whatever_yaml_writes_is_found_again(text: str, style: str | None) -> None:
    if not text.strip():
        return
    written = yaml.dump({"a": text}, default_style=style, allow_unicode=True, width=12)
    source = parse_source(written, "x.yaml")
    value = source.data["a"]
    if not isinstance(value, str):
        return
    found = written_text(source, ("a",), one_line(value))
    assert found is not None, json.dumps(written)
    for at, character in enumerate(found.text):
        if found.ends[at] - found.starts[at] == 1 and character != " ":
            assert source.text[found.starts[at]] == character
