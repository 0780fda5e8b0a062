"""Which of several kinds a written value is, judged by its shape, and blocks of unknown kinds."""

from __future__ import annotations

from typing import Any

from makebrief.content.source import closest
from makebrief.content.wording import ContentError
from makebrief.messages import say

BLOCK_KINDS = (
    *("text", "list", "key_figures", "table", "chart", "quote", "qa", "image", "note"),
    *("annex", "page_break"),
)


def pair_or_paragraphs(value: Any) -> str:
    """Whether a text is one pair or several."""
    return "<pair>" if isinstance(value, dict) else "<paragraphs>"


def unit_or_name(value: Any) -> str:
    """Whether a figure's unit is a counter word or one that has a name."""
    return "<unit>" if isinstance(value, dict) else "<name>"


def list_or_items(value: Any) -> str:
    """Whether a list is written with its options or as its items alone."""
    return "<list>" if isinstance(value, dict) else "<items>"


def cell_kind(value: Any) -> str:
    """What stands in a table's cell."""
    if isinstance(value, dict):
        return "<pair>"
    return "<text>" if isinstance(value, str) else "<number>"


def pair_or_last(value: Any) -> str:
    """Whether a total is a row to compute, by its name, or the last row."""
    return "<pair>" if isinstance(value, dict) else "<last>"


def figure_or_number(value: Any) -> str:
    """Whether a chart's value is a figure's name or a number."""
    return "<figure>" if isinstance(value, str) else "<number>"


def block_kind(value: Any) -> str:
    """What a block is, by the first of its keys that names a kind."""
    if value == "page_break":
        return "<page_break>"
    keys = list(value) if isinstance(value, dict) else []
    known = [key for key in keys if key in BLOCK_KINDS and key != "page_break"]
    return f"<{known[0]}>" if known else "<unknown>"


def annex_or_plain(value: Any) -> str:
    """Whether a block is an annex, which stands in no other block."""
    return "<annex>" if block_kind(value) == "<annex>" else "<plain>"


def refuse_unknown_block(value: Any) -> Any:
    """Raises ContentError with the kind that was probably meant."""
    written = next(iter(value), "") if isinstance(value, dict) else str(value)
    if near := closest(written, BLOCK_KINDS):
        raise ContentError(say("block-unknown"), say("hint-did-you-mean", name=near))
    raise ContentError(say("block-unknown"), say("hint-blocks", kinds=", ".join(BLOCK_KINDS)))
