from __future__ import annotations

from msgspec.structs import replace

from makebrief.document.model import Run
from makebrief.word.looks import Look, Piece, text_pieces
from tests.unit.word.sample import faces, style, text


def pieces(role: str, language: str, *runs: Run | str) -> list[Piece]:
    key = "zh" if language == "zh" else "en"
    return list(
        text_pieces(text(key, *runs), style().role(role).text_style(key), faces())  # type: ignore[arg-type]
    )


def test_plain_text_of_one_switch_stays_one_piece() -> None:
    (piece,) = pieces("body", "zh", "上半年", "召开62场次")

    assert piece == Piece("上半年召开62场次")


def test_a_bold_latin_face_beside_a_han_face_divides_the_text_by_script() -> None:
    made = pieces("title", "zh", "2024年上半年")

    assert [piece.words for piece in made] == ["2024", "年上半年"]
    assert made[0].look == Look("", "zh", other=True, bold=True)
    assert made[1].look is None


def test_strong_chinese_changes_its_face_and_is_never_made_bold() -> None:
    latin, han = pieces("body", "zh", Run("62场次", strong=True))

    assert (latin.words, han.words) == ("62", "场次")
    assert han.look == Look("Strong", "zh", False, "Jianbao Hei", "Liberation Serif")
    assert latin.look is not None
    assert latin.look.bold
    assert latin.look.other


def test_emphasised_chinese_is_never_slanted() -> None:
    (han,) = pieces("body", "zh", Run("首批", emphasis=True))

    assert han.look == Look("Emphasis", "zh", False, "Jianbao Kai", "Liberation Serif")


def test_bold_in_a_bold_paragraph_is_not_said_again() -> None:
    (plain,) = pieces("heading1", "en", Run("first", strong=True))

    assert plain.look is not None
    assert not plain.look.bold
    assert plain.off == (False, False)


def test_han_in_a_bold_english_heading_is_switched_back() -> None:
    latin, han = pieces("heading1", "en", "Liaocheng 聊城")

    assert latin == Piece("Liaocheng ")
    assert han == Piece("聊城", off=(True, False))


def test_han_in_an_italic_english_quotation_is_upright() -> None:
    assert [piece.off for piece in pieces("quote", "en", "It is 聊城")] == [
        (False, False),
        (False, True),
    ]


def test_quotation_marks_go_with_their_language() -> None:
    assert [piece.words for piece in pieces("title", "zh", "“1+2+4”模式")] == [
        "“",
        "1+2+4",
        "”",
        "模式",
    ]


def test_quotes_that_libreoffice_takes_for_latin_have_the_han_face_twice() -> None:
    made = pieces("body", "zh", "“甲”和“A”，2024 “乙”与《“B》”。")
    apart = [(piece.words, piece.look.latin) for piece in made if piece.look]
    assert apart == [(quote, "Jianbao FangSong") for quote in "“”“"], (
        "at first, behind Latin, a digit"
    )
    assert "".join(piece.words for piece in made) == "“甲”和“A”，2024 “乙”与《“B》”。"
    assert all(not piece.look for piece in pieces("body", "en", "“A” and “甲”"))


def test_a_content_path_of_its_own_keeps_a_piece_apart() -> None:
    made = pieces("body", "zh", Run("问：", source="a"), Run("什么", source="b"))

    assert [(piece.words, piece.source) for piece in made] == [("问：", "a"), ("什么", "b")]


def test_emphasis_dots_stand_under_han_alone() -> None:
    dotted = replace(style().role("body").zh, emphasis="dots")
    made = list(text_pieces(text("zh", Run("着重，A1", emphasis=True)), dotted, faces()))

    assert [(piece.words, piece.look.dots) for piece in made if piece.look] == [
        ("着重", True),
        ("，", False),
        ("A1", False),
    ]
    assert next(piece.look.han for piece in made if piece.look) == "Jianbao FangSong"
