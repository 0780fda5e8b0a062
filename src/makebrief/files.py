"""Finished bytes onto the disk: a file is replaced whole or left as it was."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from makebrief.errors import BriefError, Span, error
from makebrief.messages import Message, say


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file through a temporary one beside it; raises BriefError, leaving the old file."""
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_usual_mode())
        temporary.replace(path)
        temporary = None
    except OSError as failure:
        message, hints = _explain(failure, path)
        raise BriefError([error(message, Span(str(path)), *hints)]) from failure
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _usual_mode() -> int:
    """The permissions that a newly created file would have."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _explain(failure: OSError, path: Path) -> tuple[Message, tuple[Message, ...]]:
    if isinstance(failure, PermissionError) and path.exists():
        return say("output-locked"), (say("hint-close-file"),)
    if failure.errno in {errno.ENOSPC, errno.EDQUOT}:
        return say("output-full"), (say("hint-free-space"),)
    if isinstance(failure, IsADirectoryError) or path.is_dir():
        return say("output-is-a-folder"), ()
    if isinstance(failure, FileExistsError | NotADirectoryError):
        return say("output-not-a-folder"), ()
    return say("output-failed", reason=failure.strerror or str(failure)), ()
