"""`make-brief` and `python -m makebrief`: a helper is started, then the command line is read."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path

from makebrief.expressions import kept_expressions
from makebrief.helper import start_helper
from makebrief.later import absent
from makebrief.resources import cache_folder


def main() -> None:
    """Runs the command line and ends, without taking apart what the system frees at once."""
    _start_quickly()
    helper = start_helper(sys.argv[1:], _expressions("setting"))
    try:
        with kept_expressions(_expressions("content")):
            from makebrief.cli import main as run

            run(helper)
    except SystemExit as end:
        with suppress(OSError, ValueError):  # then Python ends in its own way, and says so
            for stream in filter(None, (sys.stdout, sys.stderr)):
                stream.flush()
            os._exit(end.code if isinstance(end.code, int) else 0)
        raise


def _expressions(of: str) -> Path | None:
    """Where the expressions of one of the two processes are kept; a user may have no folder."""
    try:
        return cache_folder(os.environ, Path.home()) / "expressions" / of
    except RuntimeError:
        return None


def _start_quickly() -> None:
    """Spares a short run what only long ones need: collecting garbage, looking for plugins.

    And what takes longer to read than it is of use: a module in which msgspec looks for what
    Python itself has had since 3.11, and the hashes of OpenSSL, of which Python has its own.
    """
    gc.set_threshold(500_000, 50, 50)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    with absent("typing_extensions"):
        import msgspec  # noqa: F401
    with absent("_hashlib"):
        import hashlib  # noqa: F401


if __name__ == "__main__":
    main()
