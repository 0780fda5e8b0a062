"""Named parts into a zip archive without times, which takes parts that are deflated already."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

from makebrief.word.carried import Deflated

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_MADE_ON_UNIX = 3 << 8 | _VERSION
_STORED, _DEFLATED = 0, 8
_FIRST_DAY = 1 << 5 | 1
"""1 January 1980, where the calendar of zip archives begins."""

_READABLE = 0o100644 << 16
_RAW_DEFLATE = -15


class Entry:
    """A part in the archive: its name, its bytes as they lie there, and what they were before."""

    def __init__(self, name: str, content: Deflated | bytes, *, packed: bool = True) -> None:
        self.name = name.encode("ascii")
        self.method = _DEFLATED if packed else _STORED
        if isinstance(content, Deflated):
            self.data, self.size, self.checksum = content.data, content.size, content.checksum
        else:
            self.data = _deflate(content) if packed else content
            self.size, self.checksum = len(content), zlib.crc32(content)

    def local_header(self) -> bytes:
        """What stands before the bytes."""
        return _LOCAL.pack(b"PK\x03\x04", _VERSION, *self._facts(), 0) + self.name

    def central_header(self, offset: int) -> bytes:
        """What stands in the list at the archive's end."""
        mark = b"PK\x01\x02"
        facts = (*self._facts(), 0, 0, 0, 0, _READABLE, offset)
        return _CENTRAL.pack(mark, _MADE_ON_UNIX, _VERSION, *facts) + self.name

    def _facts(self) -> tuple[int, ...]:
        packed, name = len(self.data), len(self.name)
        return 0, self.method, 0, _FIRST_DAY, self.checksum, packed, self.size, name


def write_archive(entries: Iterable[Entry]) -> bytes:
    """The zip archive of some entries, in their order."""
    pieces: list[bytes] = []
    listed: list[bytes] = []
    offset = 0
    for entry in entries:
        listed.append(entry.central_header(offset))
        written = (entry.local_header(), entry.data)
        pieces.extend(written)
        offset += sum(map(len, written))
    directory = b"".join(listed)
    count = len(listed)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), offset, 0)
    return b"".join((*pieces, directory, end))


def _deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, _RAW_DEFLATE)
    return packer.compress(data) + packer.flush()
