"""Finished bytes onto the disk: a file is replaced whole or left as it was."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from makebrief.errors import BriefError, Span, error
from makebrief.messages import Message, say


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file through a temporary one beside it; raises BriefError, leaving the old file."""
    write_all({path: data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Writes several files: all are on the disk before the first old one is replaced.

    Raises BriefError if one cannot be written; then no old file has been touched, unless the
    replacing itself fails, which leaves each file either old or new.
    """
    staged: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            with _explained(path):
                _stage(path, data, staged)
        for path in files:
            with _explained(path):
                staged[path].replace(path)
            del staged[path]
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)


def _stage(path: Path, data: bytes, staged: dict[Path, Path]) -> None:
    """Puts a file's bytes on the disk under a temporary name beside it, with its permissions."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    staged[path] = Path(name)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    staged[path].chmod(path.stat().st_mode if path.exists() else _usual_mode())


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Puts what the system says about a file into words for its user."""
    try:
        yield
    except OSError as failure:
        message, hints = _explain(failure, path)
        raise BriefError([error(message, Span(path.as_posix()), *hints)]) from failure


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
