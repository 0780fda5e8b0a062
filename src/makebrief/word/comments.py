"""Comments in the margin: where a text still lacks its translation."""

from __future__ import annotations

from collections.abc import Iterator

from makebrief.word.units import half_points
from makebrief.word.xml import Element, root, word, words

AUTHOR = "make-brief"
_INITIALS = "mb"
_UNTRANSLATED = "未译 Untranslated"
_NOTE_UNTRANSLATED = "注{mark}未译 Note {mark} untranslated"
_SIZE = 10.5
_TEXT_STYLE = "CommentText"
_REFERENCE_STYLE = "CommentReference"
_HIDDEN = 99


class Comments:
    """The comments of a document, all of its date."""

    def __init__(self, date: str) -> None:
        self.date = date
        self._written: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._written)

    def enclose_untranslated(self, runs: list[Element]) -> list[Element]:
        """Runs with a comment on them that says they still stand for the other language."""
        return self._enclose(runs, _UNTRANSLATED)

    def untranslated_note(self, mark: str) -> list[Element]:
        """A comment at its own place that says a note still stands for the other language."""
        return self._enclose([], _NOTE_UNTRANSLATED.format(mark=mark))

    def _enclose(self, runs: list[Element], said: str) -> list[Element]:
        number = len(self._written)
        self._written.append(said)
        reference = word(
            "r",
            word("rPr", word("rStyle", val=_REFERENCE_STYLE)),
            word("commentReference", id=number),
        )
        return [
            word("commentRangeStart", id=number),
            *runs,
            word("commentRangeEnd", id=number),
            reference,
        ]

    def comments(self) -> Element:
        """The comments part."""
        return root("w:comments", *(self._comment(*each) for each in enumerate(self._written)))

    def _comment(self, number: int, said: str) -> Element:
        mark = word("r", word("rPr", word("rStyle", val=_REFERENCE_STYLE)), word("annotationRef"))
        paragraph = word(
            "p",
            word("pPr", word("pStyle", val=_TEXT_STYLE)),
            mark,
            word("r", words("t", said)),
        )
        return word(
            "comment",
            paragraph,
            id=number,
            author=AUTHOR,
            date=f"{self.date}T00:00:00Z",
            initials=_INITIALS,
        )


def comment_styles() -> Iterator[Element]:
    """The styles of comments and of the marks that lead to them."""
    size = half_points(_SIZE)
    yield word(
        "style",
        word("name", val="annotation text"),
        word("basedOn", val="Normal"),
        word("uiPriority", val=_HIDDEN),
        word("semiHidden"),
        word("unhideWhenUsed"),
        word("pPr", word("jc", val="left")),
        word("rPr", word("sz", val=size), word("szCs", val=size)),
        type="paragraph",
        styleId=_TEXT_STYLE,
    )
    yield word(
        "style",
        word("name", val="annotation reference"),
        word("uiPriority", val=_HIDDEN),
        word("semiHidden"),
        word("unhideWhenUsed"),
        word("rPr", word("sz", val=size), word("szCs", val=size)),
        type="character",
        styleId=_REFERENCE_STYLE,
    )
