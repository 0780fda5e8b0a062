"""A written text into what it prints, with the place of each character."""

from __future__ import annotations

from makebrief.checks.numbers.texts import print_text


def figure(name: str) -> str:
    return {"spending": "RMB 2 million", "spending:change": "up 5%"}.get(name, "?")


def test_figures_are_put_into_words_and_marks_go() -> None:
    printed = print_text("**Spent** {spending}, [{spending:change}](https://a.example).", figure)

    assert printed.text == "Spent RMB 2 million, up 5%."
    assert [each.name for each in printed.named] == ["spending", "spending:change"]


def test_each_character_knows_where_it_is_written() -> None:
    written = r"\*9 **{spending}** {{3}} [12](https://a.example)"
    printed = print_text(written, figure)

    assert printed.text == "*9 RMB 2 million {3} 12"
    for character in "93":
        assert written[printed.origin(printed.text.index(character))] == character
    assert printed.origin(printed.text.index("2 million")) == written.index("{spending}")
    assert printed.origin(printed.text.index("12")) == written.index("12")


def test_a_plain_text_is_its_own() -> None:
    printed = print_text("13.5亿元", figure)
    assert (printed.text, printed.named, printed.origin(3)) == ("13.5亿元", (), 3)


def test_wrong_marks_stay_as_they_are() -> None:
    assert print_text("a } b", figure).text == "a } b"
