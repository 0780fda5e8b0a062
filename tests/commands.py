"""Runs the command as a user does: a process of its own, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.samples import CHECKOUT

UNSET = ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "MAKE_BRIEF_LANG", "NO_COLOR", "FORCE_COLOR")


@dataclass(frozen=True, slots=True)
class Run:
    """How a run ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def findings(self) -> list[str]:
        """The lines that are findings, without hints and sums."""
        return [
            line for line in self.err.splitlines() if ": error: " in line or ": warning: " in line
        ]


@dataclass(frozen=True, slots=True)
class Office:
    """A folder in which a user works, with a cache and a home that belong to the test."""

    folder: Path

    @property
    def briefs(self) -> Path:
        """Where the user's series are."""
        return self.folder / "briefs"

    def run(self, *arguments: str, **variables: str) -> Run:
        """`make-brief` with arguments; more environment variables by name."""
        kept = {name: value for name, value in os.environ.items() if name not in UNSET}
        own = {
            "PYTHONPATH": str(CHECKOUT / "src"),
            "XDG_CACHE_HOME": str(self.folder.parent / "cache"),
            "HOME": str(self.folder.parent / "home"),
            "MAKE_BRIEF_LANG": "en",
        }
        run = subprocess.run(
            [sys.executable, "-m", "makebrief", *arguments],
            cwd=self.folder,
            env={**kept, **own, **variables},
            capture_output=True,
            check=False,
        )
        return Run(run.returncode, run.stdout.decode(), run.stderr.decode())

    def files(self, folder: str = "out") -> list[str]:
        """What lies in a folder, hidden files included."""
        home = self.folder / folder
        return sorted(
            path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()
        )

    def contents(self, folder: str = "out") -> dict[str, bytes]:
        """The bytes of everything in a folder."""
        return {name: (self.folder / folder / name).read_bytes() for name in self.files(folder)}
