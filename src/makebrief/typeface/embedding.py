"""What a Word file carries of its faces."""

from __future__ import annotations

from typing import Literal

Embedding = Literal["edit", "document", "none"]
"""What people may type, only what the document has, or nothing."""

EMBEDDINGS: tuple[Embedding, ...] = ("edit", "document", "none")
