from __future__ import annotations

from makebrief.document.arrange import arrange
from makebrief.document.model import Facing, Heading, ListBlock, Paragraph
from makebrief.document.walk import iterate
from tests.samples import document, pair

SPANNING = frozenset({"byline"})


def test_paragraphs_and_lists_face_each_other_until_something_spans() -> None:
    made = arrange(
        document(
            Paragraph("byline", pair("局", "Bureau")),
            Paragraph("body", pair("甲", "a")),
            ListBlock(True, (pair("乙", "b"), pair("丙", "c"))),
            Heading(1, pair("题", "Heading"), "h1", 0),
            Paragraph("body", pair("丁", "d")),
        ),
        "facing",
        SPANNING,
    )

    blocks = made.sections[0].blocks
    assert [type(block) for block in blocks] == [Paragraph, Facing, Heading, Facing]
    first = blocks[1]
    assert isinstance(first, Facing)
    shown = [(each.left.plain, each.right and each.right.plain) for each in first.pairs]
    assert shown == [("甲", "a"), ("乙", "b"), ("丙", "c")]
    assert [(each.listed, each.number) for each in first.pairs] == [
        (False, None),
        (True, 1),
        (True, 2),
    ]


def test_a_text_without_its_twin_stands_alone() -> None:
    made = arrange(document(Paragraph("body", pair("甲"))), "facing", SPANNING)

    [facing] = iterate(made, Facing)
    assert facing.pairs[0].right is None


def test_sequential_sets_all_chinese_before_all_english() -> None:
    made = arrange(
        document(
            Heading(1, pair("题", "Heading"), "h1", 0),
            Paragraph("body", pair("甲", "a")),
        ),
        "sequential",
    )

    texts = [[block.texts for block in section.blocks] for section in made.sections]  # type: ignore[union-attr]
    languages = [[text.language for texts in each for text in texts] for each in texts]
    assert languages == [["zh", "zh"], ["en", "en"]]
    assert [each.anchor for each in iterate(made, Heading)] == ["h1", "en-h1"]
    assert [each.number for each in iterate(made, Heading)] == [1, 1]
