"""The settings part: what Word needs to know to lay the story out as we mean it."""

from __future__ import annotations

from makebrief.typeface.embedding import Embedding
from makebrief.word.footnotes import separator_settings
from makebrief.word.formats import LANGUAGE_TAGS
from makebrief.word.xml import Element, root, word

_COMPATIBLE_WITH = "http://schemas.microsoft.com/office/word"
_WORD_2013 = 15
_DEFAULT_TAB = 420
_MOST_HYPHENS = 2
_NEVER_START_A_LINE = (
    "!%),.:;>?]}¢¨°·ˇˉ–—―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞"
    "︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
)
_NEVER_END_A_LINE = "$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥"
_EAST_ASIAN_LAYOUT = (
    "spaceForUL",
    "balanceSingleByteDoubleByteWidth",
    "doNotLeaveBackslashAlone",
    "ulTrailSpace",
    "doNotExpandShiftReturn",
    "adjustLineHeightInTable",
    "useFELayout",
)
_COMPATIBILITY = {
    "compatibilityMode": _WORD_2013,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
    "useWord2013TrackBottomHyphenation": 0,
}
_COLOURS = {
    "bg1": "light1",
    "t1": "dark1",
    "bg2": "light2",
    "t2": "dark2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "hyperlink": "hyperlink",
    "followedHyperlink": "followedHyperlink",
}


def render_settings(embedding: Embedding, *, footnotes: bool = False) -> Element:
    """The settings of a document; marks that must not start or end a line are those of L1.

    Word keeps the faces of the file when it saves; it cuts them down to the characters in use
    only if they came so, since the next colleague may type others.
    """
    chinese = LANGUAGE_TAGS["zh"]
    settings = (
        word("compatSetting", name=name, uri=_COMPATIBLE_WITH, val=value)
        for name, value in _COMPATIBILITY.items()
    )
    return root(
        "w:settings",
        word("zoom", percent=100),
        word("embedTrueTypeFonts") if embedding != "none" else None,
        word("saveSubsetFonts") if embedding == "document" else None,
        word("bordersDoNotSurroundHeader"),
        word("bordersDoNotSurroundFooter"),
        word("defaultTabStop", val=_DEFAULT_TAB),
        word("autoHyphenation"),
        word("consecutiveHyphenLimit", val=_MOST_HYPHENS),
        word("doNotHyphenateCaps"),
        word("evenAndOddHeaders"),
        word("characterSpacingControl", val="compressPunctuation"),
        word("noLineBreaksAfter", lang=chinese, val=_NEVER_END_A_LINE),
        word("noLineBreaksBefore", lang=chinese, val=_NEVER_START_A_LINE),
        separator_settings() if footnotes else None,
        word("compat", *(word(name) for name in _EAST_ASIAN_LAYOUT), *settings),
        word("themeFontLang", val=LANGUAGE_TAGS["en"], eastAsia=chinese),
        word("clrSchemeMapping", **_COLOURS),
        word("decimalSymbol", val="."),
        word("listSeparator", val=","),
    )
