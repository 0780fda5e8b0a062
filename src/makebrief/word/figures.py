"""The bookmarks of typed figures by the texts that print them, and the lines that lead to them."""

from __future__ import annotations

from collections.abc import Iterable

from makebrief.document.model import Text
from makebrief.layout.references import FigurePlace
from makebrief.messages import Language
from makebrief.word.xml import Element


class Figures:
    """Where figures are printed, gathered while the story is written.

    A line of the index may be written before the text that it leads to: it waits until all is.
    """

    def __init__(self) -> None:
        self.waiting: list[tuple[Element, str, tuple[FigurePlace, ...]]] = []
        self._bookmarks: dict[tuple[str, str, Language], list[str]] = {}

    def add(self, figure: str, text: Text, bookmark: str) -> None:
        """Remembers a bookmark on a figure, as a text prints it once more."""
        key = (figure, text.origin.path, text.language)
        self._bookmarks.setdefault(key, []).append(bookmark)

    def add_all(self, texts: Iterable[Text], bookmark: str) -> bool:
        """Remembers one bookmark for all figures of texts; says whether they have any."""
        printed = [(run.figure, text) for text in texts for run in text.runs if run.figure]
        for figure, text in printed:
            self.add(figure, text, bookmark)
        return bool(printed)

    def bookmark(self, figure: str, place: FigurePlace) -> str | None:
        """The bookmark on a figure where it is first printed on a page."""
        for text in place.texts:
            names = self._bookmarks.get((figure, text.path, text.language))
            if names:
                return names[text.before * len(names) // text.marks]
        return None
