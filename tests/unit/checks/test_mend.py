"""Slips are mended character by character; every other byte of the file stays as it is."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from makebrief.checks.chosen import choose, read_chosen
from makebrief.checks.marks import find_slips, mend_text
from makebrief.checks.mend import MendedFile, mend_files
from makebrief.checks.parts import read_parts
from makebrief.content.load import load_bundle
from makebrief.content.models import ListBlock
from makebrief.content.written import one_line, without_typed_gaps
from makebrief.errors import BriefError
from tests.samples import BRIEF, brief_with, refusal, write_series
from tests.unit.checks.corpus import CLEAN, SLIPS

BOM = b"\xef\xbb\xbf"


def mended(folder: Path, data: bytes | str, only: str = "") -> tuple[MendedFile, ...]:
    write_series(folder, {"statistics.yaml": BRIEF})
    written = data.encode() if isinstance(data, str) else data
    (folder / "statistics.yaml").write_bytes(written)
    files = read_parts(load_bundle(folder))
    return mend_files(files, folder, choose((read_chosen(only),) if only else ()))


def mended_bytes(folder: Path, data: bytes | str) -> bytes:
    [file] = mended(folder, data)
    return file.data


STYLES = {
    "plain": ("zh: 推进改革,取得成效。", "zh: 推进改革，取得成效。"),
    "single": ("zh: '推进\"改革\",取得''成效。'", "zh: '推进“改革”，取得''成效。'"),
    "double": (r'zh: "推进\"改革\",\u53d6得成效。"', r'zh: "推进“改革”，\u53d6得成效。"'),
    "literal": (
        "zh: |\n      推进改革,\n      取得成效。",
        "zh: |\n      推进改革，\n      取得成效。",
    ),
    "folded": (
        "zh: >-\n      推进改革,取得\n      成效。",
        "zh: >-\n      推进改革，取得\n      成效。",
    ),
    "over lines": ("zh: 推进改革，取得,\n      成效。", "zh: 推进改革，取得，\n      成效。"),
}


@pytest.mark.parametrize(("wrong", "right"), STYLES.values(), ids=STYLES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", [b"", BOM])
def test_one_mark_is_mended_in_every_style(
    tmp_path: Path, wrong: str, right: str, line_end: str, bom: bytes
) -> None:
    def written(chinese: str) -> bytes:
        text = brief_with(f"- text:\n    # why\n    {chinese}\n    en:   It is done.  # end\n")
        return bom + text.replace("\n", line_end).encode()

    assert mended_bytes(tmp_path, written(wrong)) == written(right)


def test_flow_mappings_and_comments_stay(tmp_path: Path) -> None:
    wrong = brief_with('- text: {zh: "推进,成效。" , en:   It is done. }   # 说明,不改')
    assert mended_bytes(tmp_path, wrong) == wrong.replace("推进,", "推进，").encode()


def test_mixed_line_ends_stay_mixed(tmp_path: Path) -> None:
    text = brief_with("- text: {zh: 推进 改革。, en: It is done.}").replace("\n", "\r\n", 3)
    assert mended_bytes(tmp_path, text) == text.replace("推进 改革", "推进改革").encode()


def test_what_would_break_a_plain_text_is_left_alone(tmp_path: Path) -> None:
    wrong = brief_with("- text: {zh: '推进,好。', en: It is done：well  done.}")
    right = wrong.replace("推进,", "推进，").replace("well  done", "well done")
    assert mended_bytes(tmp_path, wrong) == right.encode()


def test_a_missing_full_stop_of_prose_is_added(tmp_path: Path) -> None:
    wrong = brief_with("- text: {zh: 推进改革, en: It is done.}")
    assert mended_bytes(tmp_path, wrong) == wrong.replace("改革", "改革。").encode()


def test_blanks_that_the_text_has_lost_go_with_the_mark_beside_them(tmp_path: Path) -> None:
    wrong = brief_with("- text:\n    zh: 推进改革。\n    en: In 2024， it is done 。")
    right = wrong.replace("2024， it is done 。", "2024, it is done.")
    assert mended_bytes(tmp_path, wrong) == right.encode()


def test_nothing_to_mend_gives_no_file(tmp_path: Path) -> None:
    assert mended(tmp_path, BRIEF) == ()


def test_only_the_chosen_text_is_mended(tmp_path: Path) -> None:
    wrong = brief_with("- text: {zh: '推进,一。', en: One.}\n- text: {zh: '推进,二。', en: Two.}")
    [file] = mended(tmp_path, wrong, only="statistics:10")
    assert file.data == wrong.replace("推进,二", "推进，二").encode()


def test_a_file_that_changed_meanwhile_is_not_written(tmp_path: Path) -> None:
    write_series(tmp_path, {"statistics.yaml": brief_with("- text: {zh: '推进,一。', en: One.}")})
    files = read_parts(load_bundle(tmp_path))
    (tmp_path / "statistics.yaml").write_text(BRIEF, encoding="utf-8")
    failure = refusal(lambda: mend_files(files, tmp_path, choose(())))
    assert isinstance(failure, BriefError)
    assert failure.diagnostics[0].message.key == "file-changed"


def test_each_edit_says_where_and_what(tmp_path: Path) -> None:
    [file] = mended(tmp_path, brief_with("- text: {zh: '推进改革,取得成效。', en: It is done.}"))
    [(place, edit)] = file.edits
    assert (place.line, place.column) == (9, 25)
    assert (edit.before, edit.after) == ("推进改革,取得成效", "推进改革，取得成效")


@pytest.mark.parametrize(("chinese", "english"), CLEAN)
def test_well_written_texts_stay(chinese: str, english: str) -> None:
    assert (mend_text(chinese, "zh"), mend_text(english, "en")) == (chinese, english)


@pytest.mark.parametrize(("key", "words", "chinese", "english"), SLIPS)
def test_what_is_mended_is_mended_for_good(
    key: str, words: str, chinese: str, english: str
) -> None:
    for text, language in ((chinese, "zh"), (english, "en")):
        done = mend_text(text, language)  # type: ignore[arg-type]
        assert not [each for each in find_slips(done, language) if each.mended is not None]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("GDP\u3000CPI", "GDP CPI"),
        ("GDP \u3000 CPI", "GDP CPI"),
        ("12 \u3000个", "12个"),
        ("\u3000\u3000上半年", "上半年"),
        ("张\u3000三", "张\u3000三"),
    ],
)
def test_an_ideographic_space_goes_but_latin_words_stay_apart(wrong: str, right: str) -> None:
    assert mend_text(wrong, "zh") == right


def test_a_text_with_typed_gaps_is_mended_and_they_stay(tmp_path: Path) -> None:
    brief = "- text: {{zh: 推进{}增长 5%。, en: It grew.}}"
    [file] = mended(tmp_path, brief_with(brief.format(";")))
    assert file.data.decode() == brief_with(brief.format("；"))


MARKS = st.text(
    st.sampled_from("推进年月0123,.;:!?()（）\"'“”，。、：… -~ab*{}《》\u3000１％"), max_size=25
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example("年。", " \u3000１")
@example("推进,增长 5年", "0")
@example("0 \u3000年", "0")
@given(MARKS.filter(str.strip), MARKS.filter(str.strip))
def test_a_mended_file_holds_the_mended_texts(tmp_path: Path, chinese: str, english: str) -> None:
    quotes = [each.replace("'", "''") for each in (chinese, english)]
    brief = brief_with("- list: [{{zh: '{}', en: '{}'}}]  # why".format(*quotes))
    before = texts(tmp_path, brief)
    for file in mended(tmp_path, brief):
        after = texts(tmp_path, file.data.decode())
        chinese = without_typed_gaps(one_line(mend_text(before[0], "zh")))
        assert after == [chinese, one_line(mend_text(before[1], "en"))]
        assert file.data.endswith(b"}]  # why" + brief.encode().rpartition(b"# why")[2])


def texts(folder: Path, brief: str) -> list[str]:
    """The two texts of a brief's only list."""
    write_series(folder, {"statistics.yaml": brief})
    [block] = load_bundle(folder).briefs["statistics"].content.sections[0].blocks
    assert isinstance(block, ListBlock)
    assert isinstance(block.list_, tuple)
    [item] = block.list_
    return [item.zh, item.en or ""]


@given(MARKS, st.sampled_from(["zh", "en"]))
def test_mending_touches_marks_and_spaces_only(text: str, language: str) -> None:
    done = mend_text(text, language)  # type: ignore[arg-type]
    letters = [each for each in text if each in "推进年月ab"]
    assert [each for each in done if each in "推进年月日ab"] == letters or "年" in done
    rest = iter(unicodedata.normalize("NFKC", text))
    narrow = unicodedata.normalize("NFKC", done)
    assert all(each in rest for each in narrow if each.isalnum()) or "年" in done, (
        "nothing is added"
    )
