from __future__ import annotations

import pytest

from makebrief.content.inline import (
    FigureReference,
    FootnoteReference,
    MarkupError,
    Piece,
    Words,
    parse_inline,
)


@pytest.mark.parametrize(
    ("written", "pieces"),
    [
        ("plain", [Words("plain")]),
        ("a **b** c", [Words("a "), Words("b", strong=True), Words(" c")]),
        ("a *b* c", [Words("a "), Words("b", emphasis=True), Words(" c")]),
        (
            "**a*b*c**",
            [
                Words("a", strong=True),
                Words("b", strong=True, emphasis=True),
                Words("c", strong=True),
            ],
        ),
        ("共{firms}家", [Words("共"), FigureReference("firms"), Words("家")]),
        ("**{firms}**", [FigureReference("firms", strong=True)]),
        ("{ firms }", [FigureReference("firms")]),
        ("{a-b.c_d}", [FigureReference("a-b.c_d")]),
        ("{{a}}", [Words("{a}")]),
        ("{{{a}}}", [Words("{"), FigureReference("a"), Words("}")]),
        (r"2 \* 3 \\ \{ \[x\]", [Words(r"2 * 3 \ { [x]")]),
        (r"C:\dir", [Words(r"C:\dir")]),
        ("[网站](https://a.cn/?a=1&b=2)", [Words("网站", link="https://a.cn/?a=1&b=2")]),
        ("[信](mailto:a@b.cn)", [Words("信", link="mailto:a@b.cn")]),
        ("**[a](https://b)**", [Words("a", strong=True, link="https://b")]),
        ("甲[^a_1]。", [Words("甲"), FootnoteReference("a_1", 1), Words("。")]),
        ("**甲[^a]**", [Words("甲", strong=True), FootnoteReference("a", 3, strong=True)]),
        (r"\[^a]", [Words("[^a]")]),
        ("[1] (note)", [Words("[1] (note)")]),
        ("", [Words("")]),
    ],
)
def test_markup_becomes_pieces(written: str, pieces: list[Piece]) -> None:
    assert parse_inline(written) == tuple(pieces)


@pytest.mark.parametrize(
    ("written", "key", "at"),
    [
        ("a **b", "markup-open", 2),
        ("a *b", "markup-open", 2),
        ("**a*b**", "markup-open", 3),
        ("a { b", "brace-alone", 2),
        ("a } b", "brace-alone", 2),
        ("a {Two words}", "figure-name", 2),
        ("a {}", "figure-name", 2),
        ("a {1st}", "figure-name", 2),
        ("[x](javascript:alert)", "link-invalid", 4),
        ("[x](www.a.cn)", "link-invalid", 4),
        ("[x](file:///etc/passwd)", "link-invalid", 4),
    ],
)
def test_wrong_markup_is_refused_where_it_stands(written: str, key: str, at: int) -> None:
    with pytest.raises(MarkupError) as caught:
        parse_inline(written)
    assert (caught.value.message.key, caught.value.at) == (key, at)
    assert written[at:].startswith(caught.value.words)


def test_a_figure_in_the_words_of_a_link_is_a_figure_or_refused() -> None:
    try:
        pieces = parse_inline("[共{firms}家](https://a.cn)")
    except MarkupError:
        return
    assert FigureReference("firms", link="https://a.cn") in pieces
