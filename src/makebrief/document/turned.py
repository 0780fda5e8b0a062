"""The blocks of a section parted where pages are turned for a wide table (P11)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from makebrief.document.model import Block, Heading, Table


class Part(Struct, frozen=True):
    """Blocks on pages that are all upright or all turned."""

    blocks: tuple[Block, ...]
    turned: bool


def turned_parts(blocks: tuple[Block, ...], is_turned: Callable[[Table], bool]) -> Iterator[Part]:
    """The blocks as parts; headings right before a turned table go to its page with it."""
    upright: list[Block] = []
    for block in blocks:
        if not isinstance(block, Table) or not is_turned(block):
            upright.append(block)
            continue
        first = len(upright)
        while first and isinstance(upright[first - 1], Heading):
            first -= 1
        if first:
            yield Part(tuple(upright[:first]), turned=False)
        yield Part((*upright[first:], block), turned=True)
        upright = []
    if upright:
        yield Part(tuple(upright), turned=False)
