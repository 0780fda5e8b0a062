"""Finished bytes onto the disk: a file is replaced whole or left as it was."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
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
    with closing(Staging()) as staging:
        for path, data in files.items():
            staging.add(path, data)
        staging.replace_all()


class Staging:
    """Files that lie on the disk under temporary names, each beside its place, until all do.

    Closing it removes those that were not put in their places, and the folders made for them.
    """

    def __init__(self) -> None:
        self._staged: dict[Path, Path] = {}
        self._folders: list[Path] = []

    def close(self) -> None:
        """Removes what is not in its place."""
        for temporary in self._staged.values():
            temporary.unlink(missing_ok=True)
        for folder in reversed(self._folders):
            with suppress(OSError):  # it is not empty, or gone
                folder.rmdir()

    def __contains__(self, path: Path) -> bool:
        return path in self._staged

    def add(self, path: Path, data: bytes) -> None:
        """Puts a file's bytes on the disk; raises BriefError, touching no old file."""
        with _explained(path):
            self._make_folder(path.parent)
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
            self._write(path, data)

    def replace_all(self) -> None:
        """Puts every file in its place; raises BriefError, leaving each file either old or new."""
        for path in tuple(self._staged):
            with _explained(path):
                self._staged[path].replace(path)
            del self._staged[path]

    def _make_folder(self, folder: Path) -> None:
        made = [each for each in (folder, *folder.parents) if not each.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        self._folders += reversed(made)

    def _write(self, path: Path, data: bytes) -> None:
        """Writes a temporary file beside a file, with its permissions."""
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
        temporary = self._staged[path] = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(path.stat().st_mode if path.exists() else _usual_mode())


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
