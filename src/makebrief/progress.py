"""A progress bar on a terminal, once the work has lasted over a second."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Any

import click

from makebrief.console import words

_PATIENCE = 1.0


class Progress:
    """Counts documents as they are done; silent unless someone is watching and waiting."""

    def __init__(self, total: int, *, shown: bool) -> None:
        self.total = total
        self.shown = shown and sys.stderr.isatty()
        self.started = time.monotonic()
        self.count = 0
        self.bar: Any = None

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.bar is not None:
            self.bar.render_finish()

    def done(self, name: str) -> None:
        """One more document is done."""
        self.count += 1
        if not self.shown:
            return
        if self.bar is None and time.monotonic() - self.started > _PATIENCE:
            self.bar = click.progressbar(length=self.total, file=sys.stderr)
            self.bar.update(self.count - 1)
        if self.bar is not None:
            self.bar.label = words("progress", name=name)
            self.bar.update(1)
