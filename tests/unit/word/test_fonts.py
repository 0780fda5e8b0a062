from __future__ import annotations

import io
import uuid

from fontTools.ttLib import TTFont

from makebrief.word.fonts import obfuscate, style_faces
from makebrief.word.xml import qualified
from tests.unit.word.parts import Parts, all_of, relation_targets, value
from tests.unit.word.sample import every_block, faces, style

EMBEDDED = ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")
A_WHOLE_FACE = 1000


def test_obfuscation_is_its_own_inverse_and_touches_the_head_only() -> None:
    data = bytes(range(100))
    key = uuid.UUID("00112233-4455-6677-8899-aabbccddeeff")
    mixed = obfuscate(data, key)

    assert mixed[:16] == bytes(a ^ b for a, b in zip(data, key.bytes[::-1], strict=False))
    assert mixed[32:] == data[32:]
    assert obfuscate(mixed, key) == data


def test_every_family_is_listed_with_the_official_name_it_stands_for() -> None:
    table = Parts(every_block()).root("fontTable")
    listed = {
        str(font.get(qualified("w:name"))): value(font, "altName") for font in all_of(table, "font")
    }

    assert listed == {faces()[name].family: faces()[name].official for name in style_faces(style())}
    assert listed["Jianbao FangSong"] == "仿宋_GB2312"
    for font in all_of(table, "font"):
        han = str(font.get(qualified("w:name"))).startswith("Jianbao")
        assert value(font, "charset") == ("86" if han else "00")
        assert len(value(font, "panose1") or "") == 20


def test_embedded_faces_hold_the_document_s_characters() -> None:
    parts = Parts(every_block())
    targets = relation_targets(parts.blobs["word/_rels/fontTable.xml.rels"])
    embedded = 0
    for font in all_of(parts.root("fontTable"), "font"):
        for entry in (each for kind in EMBEDDED for each in all_of(font, kind)):
            key = uuid.UUID(str(entry.get(qualified("w:fontKey"))))
            name = targets[str(entry.get(qualified("r:id")))]
            data = obfuscate(parts.blobs[f"word/{name}"], key)
            characters = TTFont(io.BytesIO(data)).getBestCmap()
            assert {ord("A"), ord("—")} <= set(characters)
            if str(font.get(qualified("w:name"))).startswith("Jianbao"):
                assert {ord("召"), ord("十"), ord("。")} <= set(characters)
                assert len(characters) < A_WHOLE_FACE
            embedded += 1
    assert embedded == len(style_faces(style()))
