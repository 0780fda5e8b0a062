"""Chinese texts into the glossary terms they hold: the longest at each place, words kept whole."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from makebrief.content.models import Term

_JOINED_BEFORE = {
    "东": "山广华",
    "济": "经救接",
    "河": "黄银运淮沿冰",
    "山": "泰黄燕梁",
    "海": "上渤黄",
    "江": "长珠",
    "阳": "沈洛太",
}
"""First character of a term: characters before it that make it part of another word (经济南下)."""

_JOINED_AFTER = {
    "区": "域间别分块划",
    "局": "部面势限",
    "市": "场民",
    "院": "长士落",
    "部": "分署",
    "会": "议员",
}
"""Last character of a term: characters after it that make it part of another word (朝阳区域)."""


class Mention(Struct, frozen=True):
    """A term where it stands in a Chinese text, and the character after it."""

    term: Term
    at: int
    after: str

    @property
    def end(self) -> int:
        """The offset of the first character after the term."""
        return self.at + len(self.term.zh)


class TermFinder:
    """The terms of a glossary, ready to be found in texts."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self._by_first: dict[str, list[Term]] = {}
        for term in sorted(terms, key=lambda each: -len(each.zh)):
            self._by_first.setdefault(term.zh[0], []).append(term)

    def mentions(self, text: str) -> Iterator[Mention]:
        """Every term in a text; of terms that overlap the first counts, of nested ones the longest.

        A term whose characters belong to the words around it is passed over.
        """
        at = 0
        for start, first in enumerate(text):
            if start < at or first not in self._by_first:
                continue
            for term in self._by_first[first]:
                if text.startswith(term.zh, start):
                    at = start + len(term.zh)
                    if not _is_joined(text, start, at):
                        yield Mention(term, start, text[at : at + 1])
                    break


def _is_joined(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return bool(
        (before and before in _JOINED_BEFORE.get(text[start], ""))
        or (after and after in _JOINED_AFTER.get(text[end - 1], ""))
    )
