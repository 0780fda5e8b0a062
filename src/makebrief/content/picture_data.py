"""Whether a picture's data is whole, so that no reader of the PDF, nor Word, stumbles on it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
JPEG_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_JPEG_END = b"\xff\xd9"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PIECE = 1 << 20
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
          (0, 1, 1, 2))  # fmt: skip
"""Where each pass of an interlaced picture begins in x and y, and its steps."""


def is_whole(data: bytes) -> bool:
    """Whether nothing of a PNG or JPEG is missing or damaged, as far as its own checks tell."""
    if data.startswith(PNG):
        return _is_whole_png(data)
    return _JPEG_END in data[len(JPEG) :]


def _is_whole_png(data: bytes) -> bool:
    """Every chunk with its checksum, up to the last, and as many bytes as the pixels take."""
    names, pixels = [], b""
    for name, content, sound in _chunks(data):
        if not sound:
            return False
        names.append(name)
        if name == b"IHDR":
            header = content
        elif name == b"IDAT":
            pixels += content
    if names[:1] != [b"IHDR"] or names[-1:] != [b"IEND"] or len(header) != 13:
        return False
    needed = _bytes_of_pixels(header)
    needs_palette = header[9] == 3 and b"PLTE" not in names
    return needed > 0 and not needs_palette and _inflates_to(pixels, needed)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bool]]:
    """Each chunk's name and content up to the end, and whether it is sound."""
    at, name = len(PNG), b""
    while name != b"IEND":
        length, name = struct.unpack(">I4s", data[at : at + 8].ljust(8, b"\0"))
        content, check = data[at + 8 : at + 8 + length], data[at + 8 + length : at + 12 + length]
        sound = check == struct.pack(">I", zlib.crc32(content, zlib.crc32(name)))
        yield name, content, sound
        if not sound:
            return
        at += 12 + length


def _bytes_of_pixels(header: bytes) -> int:
    """How many bytes a PNG's filtered rows take; 0 if its kind is none."""
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", header)
    bits = depth * _CHANNELS.get(kind, 0)
    passes = _ADAM7 if interlaced else ((0, 0, 1, 1),)
    total = 0
    for x, y, across, down in passes:
        columns, rows = -(-(width - x) // across), -(-(height - y) // down)
        if columns > 0 and rows > 0:
            total += rows * (1 + -(-columns * bits // 8))
    return total if bits else 0


def _inflates_to(data: bytes, needed: int) -> bool:
    """Whether compressed data holds at least so many bytes; inflated a piece at a time."""
    inflating, found = zlib.decompressobj(), 0
    try:
        while found < needed and data:
            piece = inflating.decompress(data, _PIECE)
            found += len(piece)
            data = inflating.unconsumed_tail
            if not piece and not data:
                break
    except zlib.error:
        return False
    return found >= needed
