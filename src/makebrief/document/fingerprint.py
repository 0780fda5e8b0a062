"""A Document into a hash of what it says, whatever it looks like and wherever its files lie."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from msgspec import Struct

from makebrief.document.model import Document, Text


def content_hash(document: Document) -> str:
    """The SHA-256 of every text with its path and language, every number and every picture."""
    digest = hashlib.sha256()
    for said in _said((document.date, document.sections, document.imprint)):
        digest.update(said)
        digest.update(b"\0")
    return digest.hexdigest()


def _said(node: Any) -> Iterator[bytes]:
    """What a node says, in reading order; an empty piece ends each text."""
    if isinstance(node, Text):
        yield f"{node.origin.path} {node.language}".encode()
        yield from (run.text.encode() for run in node.runs)
        yield b""
    elif isinstance(node, bytes):
        yield hashlib.sha256(node).digest()
    elif isinstance(node, str | Decimal):
        yield str(node).encode()
    elif isinstance(node, tuple):
        for item in node:
            yield from _said(item)
    elif isinstance(node, Struct):
        for name in node.__struct_fields__:
            yield from _said(getattr(node, name))
