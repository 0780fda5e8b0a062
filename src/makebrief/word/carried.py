"""Faces into the parts that carry them: subset, mixed with their key, deflated.

Deflating a face with all of GB/T 2312 takes longer than everything else of a Word file. What is
the same in every document is therefore kept, deflated, in the user's folder; a face with further
characters is made for its document.
"""

from __future__ import annotations

import hashlib
import struct
import uuid
import zlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import uharfbuzz as hb
from msgspec import Struct

from makebrief.errors import BriefError
from makebrief.files import write_whole
from makebrief.typeface.catalogue import FaceFile

_KEY_LENGTH = 16
_OBFUSCATED_BYTES = 32
_NAMES_KEPT = (0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17)
_ENGLISH, _CHINESE = 0x409, 0x804
_KEPT_HEAD = struct.Struct(">III")
_KEPT_LEVEL, _QUICK_LEVEL = 6, 1
_RAW_DEFLATE = -15

_FS_TYPE = struct.Struct(">H")
_FS_TYPE_AT = 8
_RESTRICTED_OR_PREVIEW, _EDITABLE = 0x0006, 0x0008
_NO_SUBSETTING, _BITMAPS_ONLY = 0x0100, 0x0200


class Deflated(Struct, frozen=True):
    """Bytes as an archive holds them: deflated, with their size and CRC-32 before."""

    data: bytes
    size: int
    checksum: int


class CarriedFace(Struct, frozen=True):
    """A face in a file: mixed with its key, deflated."""

    key: uuid.UUID
    deflated: Deflated


class Wanted(Struct, frozen=True):
    """The characters that a face is to carry: the document's, and those of every document."""

    document: frozenset[str]
    standard: frozenset[str]


def carry_face(
    file: FaceFile, face: hb.Face, wanted: Wanted, kept: Path | None
) -> CarriedFace | None:
    """A face with the wanted characters that it has; None if its licence bits forbid it."""
    rights = _rights(face)
    if rights & _BITMAPS_ONLY or (rights & _RESTRICTED_OR_PREVIEW and not rights & _EDITABLE):
        return None
    if rights & _NO_SUBSETTING:
        return _made(file, face, None, _KEPT_LEVEL)
    font = hb.Font(face)
    further = {
        each
        for each in wanted.document.difference(wanted.standard)
        if font.get_nominal_glyph(ord(each))
    }
    if further or not wanted.standard:
        level = _QUICK_LEVEL if wanted.standard else _KEPT_LEVEL
        return _made(file, face, wanted.standard | wanted.document, level)
    place = _kept_file(file, wanted.standard, kept) if kept else None
    found = _kept_face(file, wanted.standard, place) if place else None
    if found is None:
        found = _made(file, face, wanted.standard, _KEPT_LEVEL)
        if place:
            _keep(found, place)
    return found


def subset_face(face: hb.Face, characters: Iterable[str]) -> bytes:
    """A font with only the given characters, its names and its layout features."""
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    wanted.name_id_set.clear()
    wanted.name_id_set.update(_NAMES_KEPT)
    wanted.name_lang_id_set.update((_ENGLISH, _CHINESE))
    wanted.flags = hb.SubsetFlags.NO_PRUNE_UNICODE_RANGES | hb.SubsetFlags.NOTDEF_OUTLINE
    return bytes(hb.subset(face, wanted).blob.data)


def obfuscate(data: bytes, key: uuid.UUID) -> bytes:
    """A font as Word files carry it: its head mixed with a key (ISO/IEC 29500-4, 10.1)."""
    mask = key.bytes[::-1]
    head = bytes(byte ^ mask[at % _KEY_LENGTH] for at, byte in enumerate(data[:_OBFUSCATED_BYTES]))
    return head + data[_OBFUSCATED_BYTES:]


def _rights(face: hb.Face) -> int:
    """The embedding rights of a font, fsType in its OS/2 table; 0 withholds none."""
    table = bytes(face.reference_table("OS/2").data)
    if len(table) < _FS_TYPE_AT + _FS_TYPE.size:
        return 0
    rights: int = _FS_TYPE.unpack_from(table, _FS_TYPE_AT)[0]
    return rights


def _made(
    file: FaceFile, face: hb.Face, characters: frozenset[str] | None, level: int
) -> CarriedFace:
    """A face with some characters, or whole, deflated at a level."""
    whole = characters is None
    data = bytes(face.blob.data) if characters is None else subset_face(face, characters)
    key = _font_key(file, () if whole else characters)
    mixed = obfuscate(data, key)
    packer = zlib.compressobj(level, zlib.DEFLATED, _RAW_DEFLATE)
    deflated = packer.compress(mixed) + packer.flush()
    return CarriedFace(key, Deflated(deflated, len(mixed), zlib.crc32(mixed)))


def _font_key(file: FaceFile, characters: Iterable[str] | None) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_OID, file.postscript + "".join(sorted(characters or ())))


def _kept_file(file: FaceFile, characters: frozenset[str], folder: Path) -> Path:
    """Where a face with some characters is kept: named by all that its bytes follow from."""
    state = file.path.stat()
    versions = f"{zlib.ZLIB_RUNTIME_VERSION} {hb.__version__} {state.st_size} {state.st_mtime_ns}"
    made_from = "\0".join((str(file.path), versions, *sorted(characters)))
    digest = hashlib.blake2b(made_from.encode(), digest_size=8).hexdigest()
    return folder / "fonts" / f"{file.id}-{digest}"


def _kept_face(file: FaceFile, characters: frozenset[str], place: Path) -> CarriedFace | None:
    """A face as an earlier run left it, if it is whole."""
    try:
        kept = place.read_bytes()
        whole, size, checksum = _KEPT_HEAD.unpack_from(kept)
    except (OSError, struct.error):
        return None
    data = kept[_KEPT_HEAD.size :]
    if zlib.crc32(data) != whole:
        return None
    return CarriedFace(_font_key(file, characters), Deflated(data, size, checksum))


def _keep(face: CarriedFace, place: Path) -> None:
    """Leaves a face for later runs, whole or not at all."""
    deflated = face.deflated
    head = _KEPT_HEAD.pack(zlib.crc32(deflated.data), deflated.size, deflated.checksum)
    with suppress(BriefError):
        write_whole(place, head + deflated.data)
