from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from makebrief.content.parse import MAX_DEPTH, decode_text, load_source, parse_source
from makebrief.content.source import Source
from makebrief.errors import BriefError, Span
from tests.samples import hints_of, indented, refusal

FILE = "a.yaml"


def parse(written: str) -> Source:
    return parse_source(indented(written), FILE)


def refused(written: str) -> BriefError:
    with pytest.raises(BriefError) as caught:
        parse(written)
    return caught.value


def test_keys_and_values_have_the_places_where_they_stand() -> None:
    source = parse(
        """
        title:
          zh: 题目
          en: "Title"
        rows:
          - [1, 二, 三]
          - {甲: 乙, 丙: 丁}
        """
    )
    assert source.key(("title",)) == Span(FILE, 1, 1)
    assert source.value(("title",)) == Span(FILE, 2, 3)
    assert source.key(("title", "en")) == Span(FILE, 3, 3)
    assert source.value(("title", "en")) == Span(FILE, 3, 7)
    assert source.value(("rows", 0, 2)) == Span(FILE, 5, 12)
    assert source.key(("rows", 1, "丙")) == Span(FILE, 6, 12)
    assert source.value(("rows", 1, "丙")) == Span(FILE, 6, 15)


def test_a_missing_path_is_placed_at_its_nearest_parent() -> None:
    source = parse("a:\n  b: {c: 1}\n")
    assert source.value(("a", "b", "nothing", 3)) == Span(FILE, 2, 6)
    assert source.key(("a", "b", "nothing")) == Span(FILE, 2, 3)
    assert source.value(("nothing",)) == Span(FILE, 1, 1)


def test_words_are_found_inside_their_value_only() -> None:
    source = parse("a: 甲{figure}乙{other}\nb: x{other}\n")
    assert source.within(("a",), "{other}") == Span(FILE, 1, 14)
    assert source.within(("b",), "{other}") == Span(FILE, 2, 5)
    assert source.within(("b",), "{figure}") == Span(FILE, 2, 4), "not written there: the value"


def test_columns_count_characters_also_beyond_the_bmp() -> None:
    source = parse("{a: 𬭼𬭼, b: 2}\n")
    assert source.value(("b",)) == Span(FILE, 1, 12)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("5", 5),
        ("-3", -3),
        ("13522000000", 13522000000),
        ("0.50", Decimal("0.50")),
        ("12.0", Decimal("12.0")),
        ("true", True),
        ("null", None),
        ("~", None),
        ("", None),
        ("no", "no"),
        ("NO", "NO"),
        ("yes", "yes"),
        ("on", "on"),
        ("1e5", "1e5"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("2024-07-23", "2024-07-23"),
        ('"62"', "62"),
        ("'true'", "true"),
    ],
)
def test_scalars_are_what_their_writer_sees(written: str, value: object) -> None:
    found = parse(f"a: {written}\n").data["a"]
    assert found == value
    assert type(found) is type(value)
    assert str(found) == str(value), "decimals keep their digits"


def test_lists_are_tuples() -> None:
    assert parse("a: [1, [2]]\n").data == {"a": (1, (2,))}


def test_duplicate_keys_are_all_reported_with_the_first_line() -> None:
    failure = refused("a: 1\nb: {c: 1, c: 2}\na: 3\n")
    assert str(failure).split("\n") == [
        "a.yaml:2:11: error: the field 'c' stands here for the second time; first in line 2",
        "a.yaml:3:1: error: the field 'a' stands here for the second time; first in line 1",
    ]


def test_an_alias_is_refused() -> None:
    failure = refused("a: &x {c: 1}\nb: *x\n")
    assert [each.message.key for each in failure.diagnostics] == ["yaml-alias"]


def test_an_alias_of_a_text_is_refused() -> None:
    failure = refused("a: &x hello\nb: *x\n")
    assert [each.message.key for each in failure.diagnostics] == ["yaml-alias"]


@pytest.mark.parametrize("written", ["*starred* text", "*starred"])
def test_a_star_at_the_start_of_a_text_is_hinted_at(written: str) -> None:
    [diagnostic] = refused(f"a: {written}\n").diagnostics
    assert diagnostic.message.key in {"yaml-alias", "yaml-syntax"}
    assert "in quotes" in hints_of(diagnostic)[0]


@pytest.mark.parametrize("tag", ["!mine", "!!python/object:os.system"])
def test_a_tag_is_refused(tag: str) -> None:
    [diagnostic] = refused(f"a: 1\nb: {tag} x\n").diagnostics
    assert diagnostic.message.key == "yaml-tag"
    assert diagnostic.span is not None
    assert diagnostic.span.line == 2


def test_a_tab_in_the_indentation_is_named() -> None:
    [diagnostic] = refused("a:\n\tb: 1\n").diagnostics
    assert diagnostic.message.key == "yaml-syntax"
    assert diagnostic.span == Span(FILE, 2, 1)
    assert hints_of(diagnostic) == ["indent with spaces; YAML does not allow tabs"]


def test_a_colon_in_a_text_is_hinted_at() -> None:
    [diagnostic] = refused("a: b: c\n").diagnostics
    assert "must stand in quotes" in hints_of(diagnostic)[0]


@pytest.mark.parametrize("written", ["{zh: 见{figure:a}。, en: See}", "{zh: 甲, en: a [b] c}"])
def test_braces_inside_a_text_of_a_pair_in_one_line_are_hinted_at(written: str) -> None:
    [diagnostic] = refused(f"title: {written}").diagnostics
    assert hints_of(diagnostic)[0].startswith("between { } on one line, a text with braces")


def test_a_pair_that_is_not_closed_is_hinted_at_where_it_opens() -> None:
    [diagnostic] = refused("title: {zh: 甲, en: A\nlead: {zh: 乙, en: B}\n").diagnostics
    assert hints_of(diagnostic) == ["the bracket that opens in line 1 is not closed"]


def test_a_brace_at_the_start_of_a_text_is_hinted_at() -> None:
    [diagnostic] = refused("a: {figure} rose\n").diagnostics
    assert diagnostic.message.key == "yaml-syntax"
    assert "in quotes" in hints_of(diagnostic)[0]


def test_a_second_document_is_refused() -> None:
    assert refused("a: 1\n---\nb: 2\n").diagnostics[0].span == Span(FILE, 2, 1)


@pytest.mark.parametrize("written", ["", "# a comment alone\n", "\n\n"])
def test_an_empty_file_is_an_error(written: str) -> None:
    assert [each.message.key for each in refused(written).diagnostics] == ["file-empty"]


def test_deep_nesting_is_refused() -> None:
    depth = MAX_DEPTH + 5
    failure = refused("a: " + "[" * depth + "]" * depth)
    assert {each.message.key for each in failure.diagnostics} == {"too-deep"}


def test_nesting_up_to_the_limit_is_read() -> None:
    depth = MAX_DEPTH - 1
    parse("a: " + "[" * depth + "]" * depth)


def test_a_bom_and_windows_line_ends_change_nothing() -> None:
    plain = "a: 1\nb:\n  - 甲\n  - 乙\n"
    windows = decode_text(b"\xef\xbb\xbf" + plain.replace("\n", "\r\n").encode(), FILE)
    old_mac = decode_text(plain.replace("\n", "\r").encode(), FILE)
    assert windows == old_mac == plain


def test_a_bom_does_not_move_the_first_line(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\na: 2\r\n")
    with pytest.raises(BriefError) as caught:
        load_source(path, FILE)
    assert str(caught.value).startswith("a.yaml:2:1: ")
    assert "first in line 1" in str(caught.value)


def test_gb18030_is_refused_with_the_way_to_convert_it(tmp_path: Path) -> None:
    path = tmp_path / "市场.yaml"
    path.write_bytes("a: 1\nb: 中文\n".encode("gb18030"))
    with pytest.raises(BriefError) as caught:
        load_source(path)
    [diagnostic] = caught.value.diagnostics
    assert diagnostic.text("en").endswith(
        "市场.yaml:2:4: error: the file is saved as GB18030 / GBK, not as UTF-8\n"
        "  hint: save it as UTF-8 in your editor, or convert it: "
        "iconv -f GB18030 -t UTF-8 市场.yaml > new.yaml"
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf16_is_named(encoding: str) -> None:
    data = "\ufeffa: 中".encode(encoding) if encoding == "utf-16-be" else "a: 中".encode(encoding)
    with pytest.raises(BriefError) as caught:
        decode_text(data, FILE)
    assert "UTF-16" in str(caught.value)


def test_bytes_in_no_encoding_we_know_are_refused() -> None:
    with pytest.raises(BriefError) as caught:
        decode_text(b"a: \xff\xff\xff", FILE)
    assert [each.message.key for each in caught.value.diagnostics] == ["not-utf8-unknown"]


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x1b", "\x7f", "\ufdd0", "\ufffe"])
def test_a_control_character_is_named_with_its_place(character: str) -> None:
    with pytest.raises(BriefError) as caught:
        decode_text(f"a: 1\nb: 中{character}\n".encode(), FILE)
    [diagnostic] = caught.value.diagnostics
    assert diagnostic.span == Span(FILE, 2, 5)
    assert f"U+{ord(character):04X}" in diagnostic.text("en")


def test_a_control_character_written_as_an_escape_is_named_with_its_place() -> None:
    [diagnostic] = refused('a: 1\nb: "x\\x01"\n').diagnostics
    assert diagnostic.message.key == "control-character"
    assert diagnostic.span is not None
    assert diagnostic.span.line == 2


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
def test_a_unicode_line_separator_does_not_move_the_lines_below(separator: str) -> None:
    written = f'a: "x{separator}y"\nb: 1\n'
    failure = refusal(lambda: decode_text(written.encode(), FILE))
    if failure:
        assert [each.span and each.span.line for each in failure.diagnostics] == [1]
    else:
        source = parse_source(decode_text(written.encode(), FILE), FILE)
        assert source.value(("b",)) == Span(FILE, 2, 4)


def test_an_absent_file_and_a_folder_are_diagnostics(tmp_path: Path) -> None:
    with pytest.raises(BriefError) as caught:
        load_source(tmp_path / "none.yaml")
    assert caught.value.diagnostics[0].message.key == "file-missing"
    (tmp_path / "folder.yaml").mkdir()
    with pytest.raises(BriefError) as caught:
        load_source(tmp_path / "folder.yaml")
    assert caught.value.diagnostics[0].message.key == "file-unreadable"


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / FILE
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(BriefError) as caught:
        load_source(path)
    assert caught.value.diagnostics[0].message.key == "file-too-large"
