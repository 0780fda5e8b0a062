from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import docx
import pytest
from lxml import etree

from makebrief.document.model import Document, Paragraph
from tests.unit.word.parts import Parts
from tests.unit.word.sample import body, every_block, pair


def test_the_same_document_gives_the_same_bytes() -> None:
    assert Parts(every_block()).data == Parts(every_block()).data


def test_no_time_of_the_run_is_in_the_archive() -> None:
    with zipfile.ZipFile(io.BytesIO(Parts(every_block()).data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]


def test_every_part_has_its_type() -> None:
    parts = Parts(every_block())
    types = parts.blobs["[Content_Types].xml"].decode()

    for name in parts.blobs:
        if not name.endswith(".rels") and name != "[Content_Types].xml":
            assert f'PartName="/{name}"' in types


def test_nothing_of_the_library_s_own_template_is_left() -> None:
    parts = Parts(every_block())

    assert not [name for name in parts.blobs if "thumbnail" in name]
    for name, blob in parts.blobs.items():
        if name.endswith(".xml"):
            assert "MS Mincho" not in blob.decode()
            assert "python-docx" not in blob.decode()


def test_python_docx_opens_it_and_reads_its_properties() -> None:
    document = docx.Document(io.BytesIO(Parts(every_block()).data))
    properties = document.core_properties

    assert properties.title == "市场监管工作进展 Progress in Market Regulation"
    assert properties.language == "zh-CN"
    assert properties.created == properties.modified == datetime(2024, 7, 23, tzinfo=UTC)
    assert properties.revision == 1
    names = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert {"Heading 1", "Heading 2", "Heading 1 (English)"} <= set(names)


def custom_properties(made: Document) -> dict[str, str]:
    root = etree.fromstring(Parts(made).blobs["docProps/custom.xml"])
    return {str(each.get("name")): str(each[0].text) for each in root}


def test_the_file_says_of_which_series_department_and_content_it_is() -> None:
    made = body(Paragraph("body", pair("甲", "a")))
    properties = custom_properties(made)

    assert properties["Series"] == "2024-h1"
    assert properties["Department"] == "market-regulation"
    assert len(properties["Content SHA-256"]) == 64
    assert custom_properties(made) == properties


@pytest.mark.parametrize(
    "other",
    [
        Paragraph("body", pair("乙", "a")),
        Paragraph("body", pair("甲", "b")),
        Paragraph("body", pair("甲", "a")[:1]),
    ],
)
def test_other_content_has_another_hash(other: Paragraph) -> None:
    one, two = (
        custom_properties(body(each)) for each in (Paragraph("body", pair("甲", "a")), other)
    )
    assert one["Content SHA-256"] != two["Content SHA-256"]


def test_no_reader_is_asked_to_update_fields() -> None:
    assert b"updateFields" not in Parts(every_block()).blobs["word/settings.xml"]
