"""Links in the documentation lead to files and headings that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from makebrief.reference import CHECKOUT, DOCUMENTS

ALL = (*DOCUMENTS, "CONTRIBUTING.md", "CHANGELOG.md", "fonts/README.md", "tests/README.md")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_FENCED = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def links(document: str) -> list[str]:
    text = _FENCED.sub("", (CHECKOUT / document).read_text(encoding="utf-8"))
    return [target for target in _LINK.findall(text) if "://" not in target]


def headings(document: Path) -> set[str]:
    """The anchors that a document's headings have on GitHub."""
    text = re.sub(r"```.*?```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL)
    titles = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("document", ALL)
def test_links_lead_somewhere(document: str) -> None:
    broken = []
    for target in links(document):
        name, _, anchor = target.partition("#")
        path = (CHECKOUT / document).parent / name if name else CHECKOUT / document
        if not path.exists() or (anchor and anchor not in headings(path)):
            broken.append(target)
    assert broken == []
