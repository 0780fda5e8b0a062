"""Every part of a small Word file, in full."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from tests.golden_files import GoldenFiles
from tests.unit.word.parts import Parts
from tests.unit.word.sample import every_block

FOLDER = Path(__file__).parent / "word" / "every-block"


def test_every_block_in_word(golden: GoldenFiles) -> None:
    golden.compare_folder(unpacked(Parts(every_block()).blobs), FOLDER)


def unpacked(blobs: dict[str, bytes]) -> dict[str, str]:
    """The parts that are XML, indented; of the others, that they are there."""
    texts = {
        _file_name(name): _indented(blob)
        for name, blob in blobs.items()
        if name.endswith((".xml", ".rels"))
    }
    return texts | {"parts.txt": "".join(f"{name}\n" for name in blobs)}


def _file_name(name: str) -> str:
    visible = name.replace("[Content_Types]", "content-types").replace("/.rels", "/package.rels")
    return visible if visible.endswith(".xml") else f"{visible}.xml"


def _indented(blob: bytes) -> str:
    root = etree.fromstring(blob)
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"
