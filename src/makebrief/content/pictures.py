"""A picture file of the series' folder into bytes and size, refused when it is not ours to read."""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

from makebrief.content.picture_data import JPEG, JPEG_FRAMES, PNG, is_whole
from makebrief.errors import BriefError, Span, error
from makebrief.messages import Message, say

MAX_BYTES = 20_000_000
MAX_PIXELS = 50_000_000
_PNG_HEADER = 33


class PictureError(Exception):
    """A picture that cannot be used, and why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


def read_picture(folder: Path, file: str) -> tuple[bytes, tuple[int, int]]:
    """The bytes and the size in pixels of a picture; raises BriefError if it cannot be used."""
    try:
        return load_picture(folder, file)
    except PictureError as failure:
        raise BriefError([error(failure.message, Span(folder.as_posix()))]) from failure


def load_picture(folder: Path, file: str) -> tuple[bytes, tuple[int, int]]:
    """As read_picture, but raises PictureError, for callers that know the position."""
    home = folder.resolve()
    path = (home / file).resolve()
    if not path.is_relative_to(home):
        raise PictureError(say("picture-outside", name=file))
    try:
        status = path.stat()
        if status.st_size > MAX_BYTES:
            raise PictureError(say("picture-too-large", name=file, limit=MAX_BYTES // 1_000_000))
        data = path.read_bytes()
    except OSError as failure:
        raise PictureError(say("picture-missing", name=file)) from failure
    pixels = _size(data)
    if pixels is None:
        raise PictureError(say("picture-kind", name=file))
    if not 0 < pixels[0] * pixels[1] <= MAX_PIXELS:
        raise PictureError(say("picture-pixels", name=file, limit=MAX_PIXELS // 1_000_000))
    if not _is_whole(path, status.st_mtime_ns, status.st_size):
        raise PictureError(say("picture-broken", name=file))
    return data, pixels


@cache
def _is_whole(path: Path, _changed: int, _size: int) -> bool:
    """Whether a file's picture is whole, found once although it is checked, then set."""
    return is_whole(path.read_bytes())


def _size(data: bytes) -> tuple[int, int] | None:
    if data.startswith(PNG) and data[12:16] == b"IHDR" and len(data) > _PNG_HEADER:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    return _jpeg_size(data) if data.startswith(JPEG) else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in JPEG_FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None
