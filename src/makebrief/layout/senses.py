"""What breaking a title at each place would do to its sense (P4): a price in points.

A line of a title ends where a reader would pause: after a mark, between two names, before a
preposition or a conjunction; not inside a name of the glossary, a bracket or a word. Words of
Chinese come from the glossary first, and where that is silent from BudouX, which is imported only
for a title that needs more than one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from makebrief.messages import Language

PRICES: Mapping[str, float] = MappingProxyType(
    {
        "pause": 0.0,  # after a mark, between two names
        "joint": 15.0,  # before a conjunction or a preposition
        "words": 40.0,  # between two words
        "compound": 160.0,  # between two capitalised English words: County Development
        "clings": 300.0,  # before 的, after 和; after an English preposition or article
        "word": 400.0,  # inside a word
        "bracket": 400.0,  # inside 《》, “”, （）
        "name": 600.0,  # inside a name of the glossary
        "dash": 1200.0,  # after a —— that leads in what follows
    }
)
"""What a break costs, where a line half as wide as the widest costs about 100."""

_CHINESE_PAUSES = frozenset("，、；：。！？》”）】—")
_ORGANS = re.compile(r"(?:委员会|办公室|管理局|人民政府|研究院|集团|中心|协会|[部局厅委办])(?=.)")
_JOINING = ("和", "与", "及", "暨", "或", "并", "关于", "以及")
_CLINGING = frozenset("的了着地之等们")
_LEADING = frozenset("和与及暨或并对在为以把被向从由于第不")
_BRACKETS = {
    "《": "》",
    "〈": "〉",
    "“": "”",
    "‘": "’",
    "（": "）",
    "【": "】",
    "(": ")",
    "〔": "〕",
}
_ENGLISH_PAUSES = ",:;—–.!?"
_JOINERS = frozenset(
    re.findall(
        r"\w+",
        "and or but nor of in on at by for from to with under into onto over about after before "
        "through towards between among across against during without within along as than via",
    )
)
_ARTICLES = frozenset({"a", "an", "the"})
_SHORTEST_NAME = 2


class Title(Struct, frozen=True):
    """A title's words, its language, and the names that no line divides if it can be helped."""

    words: str
    language: Language
    names: tuple[str, ...]


def sense_prices(title: Title, places: Iterable[int]) -> dict[int, float]:
    """The price of beginning a new line at each of the given offsets."""
    inside, edges = _names(title)
    brackets = _bracketed(title.words)
    price = _chinese_price if title.language == "zh" else _english_price
    chunks = _chunk_edges(title.words) if title.language == "zh" else frozenset[int]()
    prices = {}
    for at in places:
        own = PRICES["pause"] if at in edges else price(title.words, at, chunks)
        own += PRICES["name"] * (at in inside) + PRICES["bracket"] * (at in brackets)
        prices[at] = own + _clinging(title, at)
    return prices


def _chinese_price(words: str, at: int, chunks: frozenset[int]) -> float:
    before, after = words[at - 1], words[at:]
    if before in _CHINESE_PAUSES or before.isspace() or after[0] in _BRACKETS:
        return PRICES["pause"]
    if after.startswith(_JOINING):
        return PRICES["joint"]
    return PRICES["words" if at in chunks else "word"]


def _english_price(words: str, at: int, _chunks: frozenset[int]) -> float:
    before = words[:at].rstrip()
    if before == words[:at]:
        return PRICES["word"]
    after = words[at:].partition(" ")[0].lower()
    if before[-1] in _ENGLISH_PAUSES:
        return PRICES["pause"]
    if after in _JOINERS:
        return PRICES["joint"]
    capitals = words[at].isupper() and before.split()[-1][:1].isupper()
    return PRICES["compound" if capitals else "words"]


def _clinging(title: Title, at: int) -> float:
    """What it costs to part a word from the one that it belongs to: 的 …, —— …, of …"""
    words = title.words
    if title.language == "zh":
        if not words[:at].strip("—"):
            return PRICES["dash"]
        led = words[at - 1] in _LEADING or words[:at].endswith("关于")
        return PRICES["clings"] if led or words[at] in _CLINGING else 0.0
    last = words[:at].split()[-1:]
    return PRICES["clings"] if last and last[0].lower() in _JOINERS | _ARTICLES else 0.0


def _names(title: Title) -> tuple[set[int], set[int]]:
    """The offsets inside names, and those at the edges of names and of what names an organ."""
    inside: set[int] = set()
    edges: set[int] = set()
    for name in title.names:
        at = title.words.find(name) if len(name) >= _SHORTEST_NAME else -1
        while at >= 0:
            inside.update(range(at + 1, at + len(name)))
            edges.update((at, at + len(name)))
            at = title.words.find(name, at + 1)
    if title.language == "zh":
        ends = {found.end() for found in _ORGANS.finditer(title.words)}
        edges |= ends - inside
    else:
        edges = {at for at in edges if title.words[at - 1 : at] == " "}
    return inside, edges


def _bracketed(words: str) -> set[int]:
    """The offsets inside brackets and quotation marks."""
    inside: set[int] = set()
    for at, mark in enumerate(words):
        closing = _BRACKETS.get(mark)
        end = words.find(closing, at) if closing else -1
        inside.update(range(at + 1, end + 1))
    return inside


def _chunk_edges(words: str) -> frozenset[int]:
    """The offsets between the words of a Chinese text, as BudouX finds them."""
    edges, at = set(), 0
    for chunk in word_parser().parse(words):
        at += len(chunk)
        edges.add(at)
    return frozenset(edges)


@cache
def word_parser() -> Any:
    """What finds the words of a Chinese text; its model is read once."""
    import budoux

    return budoux.load_default_simplified_chinese_parser()
