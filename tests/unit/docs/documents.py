"""The documents of the checkout, and the fenced blocks in what people wrote of them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import makebrief
from makebrief.reference import CHECKOUT, DOCUMENTS

SHIPPED_SERIES = "briefs/2024-h1"
_GENERATED = re.compile(r"<!-- generated: .+? -->.*?<!-- end -->", re.DOTALL)
_BLOCK = re.compile(
    r"(?:<!-- (?P<mark>[^\n]+) -->\n)?```(?P<kind>\w+)\n(?P<text>.*?)```", re.DOTALL
)

_SHELLS = ("sh", "powershell")
_COMMAND = re.compile(r"(?:\.venv[/\\](?:bin|Scripts)[/\\])?make-brief\b(.*)")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, its text, and what the comment above it says."""

    document: str
    kind: str
    text: str
    mark: str

    @property
    def file(self) -> str | None:
        """The path of the whole file that the block shows, if it shows one."""
        return self.mark.removeprefix("file: ") if self.mark.startswith("file: ") else None


def read_blocks(document: str) -> tuple[Block, ...]:
    """The fenced blocks of a document that were not generated, in order."""
    text = _GENERATED.sub("", (CHECKOUT / document).read_text(encoding="utf-8"))
    return tuple(
        Block(document, found["kind"], found["text"], found["mark"] or "")
        for found in _BLOCK.finditer(text)
    )


def all_blocks(kind: str) -> list[Block]:
    """The blocks of a language in all documents."""
    return [each for name in DOCUMENTS for each in read_blocks(name) if each.kind == kind]


def commands(block: Block) -> list[str]:
    """The arguments of each make-brief command in a block."""
    lines = block.text.split("\n") if block.kind in _SHELLS else []
    return [found[1].strip() for line in lines if (found := _COMMAND.match(line))]


def write_example(block: Block, folder: Path) -> None:
    """The whole file that a block shows, where it says that it lies."""
    path = folder / (block.file or "")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(block.text, encoding="utf-8")


def run_make_brief(arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The command as a user in a folder runs it, in English."""
    source = Path(makebrief.__file__).parents[1]
    environment = {**os.environ, "PYTHONPATH": os.fspath(source), "MAKE_BRIEF_LANG": "en"}
    command = [sys.executable, "-m", "makebrief", *arguments.split()]
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
