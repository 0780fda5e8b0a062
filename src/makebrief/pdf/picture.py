"""A picture file into a PDF image: its own compressed data where PDF can read it as it is."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfdoc

_PNG = b"\x89PNG\r\n\x1a\n"
_GREY, _RGB, _PALETTE = 0, 2, 3
_CHANNELS = {_GREY: 1, _RGB: 3, _PALETTE: 1}
_BYTE = 8
_PNG_PREDICTOR = 15
_JPEG_SPACES = {"L": "/DeviceGray", "RGB": "/DeviceRGB"}


def image_object(data: bytes) -> Any:
    """The image XObject of a PNG or JPEG file."""
    if data.startswith(_PNG):
        return _png(data) or _decoded(data)
    return _jpeg(data)


def _stream(content: bytes, width: int, height: int, **entries: Any) -> Any:
    dictionary = {"Type": "/XObject", "Subtype": "/Image", "Width": width, "Height": height}
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary({**dictionary, **entries}), content)


def _png(data: bytes) -> Any | None:
    """A PNG's own data; None if it is interlaced or has transparency, which PDF stores apart."""
    chunks = list(_chunks(data))
    header = dict(chunks)[b"IHDR"]
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", header)
    if interlaced or depth > _BYTE or kind not in _CHANNELS or b"tRNS" in dict(chunks):
        return None
    parameters = {
        "Predictor": _PNG_PREDICTOR,
        "Colors": _CHANNELS[kind],
        "BitsPerComponent": depth,
        "Columns": width,
    }
    return _stream(
        b"".join(content for name, content in chunks if name == b"IDAT"),
        width,
        height,
        ColorSpace=_colour_space(kind, dict(chunks).get(b"PLTE", b"")),
        BitsPerComponent=depth,
        Filter="/FlateDecode",
        DecodeParms=pdfdoc.PDFDictionary(parameters),
    )


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at + 8 <= len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        yield name, data[at + 8 : at + 8 + length]
        at += 12 + length


def _colour_space(kind: int, palette: bytes) -> Any:
    if kind == _PALETTE:
        colours = pdfdoc.PDFName("DeviceRGB")
        last = len(palette) // 3 - 1
        table = pdfdoc.PDFString(palette, enc="raw")
        return pdfdoc.PDFArray([pdfdoc.PDFName("Indexed"), colours, last, table])
    return "/DeviceGray" if kind == _GREY else "/DeviceRGB"


def _jpeg(data: bytes) -> Any:
    from PIL import Image

    with Image.open(BytesIO(data)) as image:
        mode, (width, height) = image.mode, image.size
    if mode not in _JPEG_SPACES:
        return _decoded(data)
    space = _JPEG_SPACES[mode]
    return _stream(
        data, width, height, ColorSpace=space, BitsPerComponent=_BYTE, Filter="/DCTDecode"
    )


def _decoded(data: bytes) -> Any:
    """Any other picture, decoded, on white paper where it is transparent."""
    from PIL import Image

    with Image.open(BytesIO(data)) as image:
        layered = image.convert("RGBA")
    paper = Image.new("RGBA", layered.size, "white")
    flat = Image.alpha_composite(paper, layered).convert("RGB")
    return _stream(
        zlib.compress(flat.tobytes()),
        *flat.size,
        ColorSpace="/DeviceRGB",
        BitsPerComponent=_BYTE,
        Filter="/FlateDecode",
    )
