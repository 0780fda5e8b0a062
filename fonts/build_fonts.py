"""Upstream font files into the five Chinese faces of make-brief, byte for byte the same each time.

Each face is an upstream font that is (1) adapted to Chinese horizontal setting,
(2) reduced to the characters of `charset/`, (3) renamed, because a changed font
may not carry an upstream's reserved name, and (4) written without time stamps.

    python fonts/build_fonts.py --upstream FOLDER            build and record
    python fonts/build_fonts.py --upstream FOLDER --check    rebuild elsewhere and compare
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import fontTools
from fontTools import subset
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.misc.timeTools import epoch_diff
from fontTools.otlLib.builder import buildSinglePos, buildValue
from fontTools.otlLib.maxContextCalc import maxCtxFont
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables.otBase import USE_HARFBUZZ_REPACKER

FONTS: Final = Path(__file__).resolve().parent
CHARSET: Final = FONTS / "charset"
CATALOGUE: Final = FONTS / "catalogue.toml"
CHECKSUMS: Final = FONTS / "SHA256SUMS"

# Another release may order tables or pack lookups differently, which is other bytes.
FONTTOOLS_VERSION: Final = "4.68.0"
FONT_VERSION: Final = "1.000"
VENDOR: Final = "JIAN"
# 2024-01-01T00:00:00Z. A fixed date, so that a build leaves no trace of its hour.
BUILD_DATE: Final = 1_704_067_200 - epoch_diff

LICENCE_TEXT: Final = (
    "This Font Software is licensed under the SIL Open Font License, Version 1.1. "
    "This license is available with a FAQ at: https://openfontlicense.org"
)
LICENCE_URL: Final = "https://openfontlicense.org"
ENGLISH: Final = 0x409
CHINESE: Final = 0x804
# These names present the font to its user, so OFL clause 3 applies to them.
PRESENTED_NAMES: Final = (1, 3, 4, 6, 16, 17)
RESERVED_NAMES: Final = ("Source", "LXGW", "霞鹜", "霞鶩", "落霞孤鹜", "落霞孤鶩", "Klee")

KEPT_FEATURES: Final = (
    *("halt", "vhal", "palt", "vpal", "chws", "vchw"),  # how far punctuation may close up
    *("vert", "vrt2"),
    *("kern", "mark", "mkmk"),
)

QUOTES: Final = "‘’“”"
DASHES: Final = "—―"
MIDDLE_DOT: Final = "·"
OPENING_MARKS: Final = "‘“（〈《「『【〔〖［｛"
CLOSING_MARKS: Final = "’”）〉》」』】〕〗］｝、。，．：；？！"
CENTRED_MARKS: Final = "·・"
# Ink may cross the middle of the em by this much and still be set half-width:
# the side bearing of any neighbour is wider.
HALF_WIDTH_TOLERANCE: Final = 15
# Two dashes overlap by twice this, so that no renderer shows a seam between them.
DASH_OVERLAP: Final = 10


@dataclass(frozen=True, slots=True)
class Upstream:
    """A font file as its makers published it."""

    file: str
    sha256: str
    title: str


@dataclass(frozen=True, slots=True)
class Face:
    """What one upstream becomes, and what must be known to make it."""

    file: str
    family: str
    family_zh: str
    upstream: Upstream
    copyright: str
    panose_weight: int
    # The character whose stroke is taken for the dash: upstreams differ in
    # which of their dashes stands at the middle of the Chinese em.
    dash_model: str = "―"
    donor: Upstream | None = None
    # Characters the upstream has, but draws narrow as Latin type does.
    donor_preferred: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """The extent of a glyph's ink in font units."""

    left: int
    bottom: int
    right: int
    top: int


class BuildError(Exception):
    """The build cannot go on; the message is for the person at the terminal."""


NOTO_SERIF = Upstream(
    "NotoSerifSC_400Regular.ttf",
    "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
    "Noto Serif SC 2.003",
)
NOTO_SERIF_BOLD = Upstream(
    "NotoSerifSC_700Bold.ttf",
    "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6",
    "Noto Serif SC Bold 2.003",
)
NOTO_SANS_MEDIUM = Upstream(
    "NotoSansSC_500Medium.ttf",
    "b30853d205f3ecdde938b1488c735ee15a2e870d31331b992fdc53971e23ec4a",
    "Noto Sans SC Medium 2.004",
)
ZHUQUE_FANGSONG = Upstream(
    "LXGWZhuqueFangsong-Regular.ttf",
    "558c62730844fe54ba220146ed62f859d4e2880188d92d985f8921c6e3743bc4",
    "Zhuque Fangsong (technical preview) 0.212",
)
WENKAI = Upstream(
    "LXGWWenKaiGBLite-Regular.ttf",
    "1675c708cce181871d9a8adc987f35a0cabc6ff980685cd99f05d2655ea08c4c",
    "LXGW WenKai GB Lite 1.522",
)

NOTO_SERIF_COPYRIGHT: Final = "(c) 2017-2024 Adobe (http://www.adobe.com/)."
BOOK, MEDIUM, BOLD = 5, 6, 8  # PANOSE weights

FACES: Final = (
    Face(
        file="jianbao-fangsong/JianbaoFangSong-Regular.ttf",
        family="Jianbao FangSong",
        family_zh="简报仿宋",
        upstream=ZHUQUE_FANGSONG,
        copyright=f"Copyright 2023 JadeFoci. Some symbols: {NOTO_SERIF_COPYRIGHT}",
        panose_weight=BOOK,
        dash_model="—",
        donor=NOTO_SERIF,
        donor_preferred="←↑→↓↖↗↘↙■□▲△▼▽◆◇",
    ),
    Face(
        file="jianbao-biaosong/JianbaoBiaoSong-Bold.ttf",
        family="Jianbao BiaoSong",
        family_zh="简报标宋",
        upstream=NOTO_SERIF_BOLD,
        copyright=NOTO_SERIF_COPYRIGHT,
        panose_weight=BOLD,
    ),
    Face(
        file="jianbao-hei/JianbaoHei-Medium.ttf",
        family="Jianbao Hei",
        family_zh="简报黑体",
        upstream=NOTO_SANS_MEDIUM,
        copyright="(c) 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'.",
        panose_weight=MEDIUM,
    ),
    Face(
        file="jianbao-kai/JianbaoKai-Regular.ttf",
        family="Jianbao Kai",
        family_zh="简报楷体",
        upstream=WENKAI,
        copyright=(
            "Copyright 2022-2026 LXGW (https://github.com/lxgw/LxgwWenKaiGB-Lite)\n"
            "Copyright 2020 The Klee Project Authors (https://github.com/fontworks-fonts/Klee)"
        ),
        panose_weight=BOOK,
    ),
    Face(
        file="jianbao-song/JianbaoSong-Regular.ttf",
        family="Jianbao Song",
        family_zh="简报宋体",
        upstream=NOTO_SERIF,
        copyright=NOTO_SERIF_COPYRIGHT,
        panose_weight=BOOK,
    ),
)


# --- characters -----------------------------------------------------------------


def load_characters() -> frozenset[int]:
    """The groups of `charset/selection.toml` into the code points they name."""
    groups = tomllib.loads((CHARSET / "selection.toml").read_text(encoding="utf-8"))
    characters: set[str] = set()
    for group in groups.values():
        if "file" in group:
            characters |= set("".join((CHARSET / group["file"]).read_text("utf-8").split()))
        if "codec" in group:
            characters |= set(_two_byte_characters(group["codec"]))
        for span in group.get("ranges", ()):
            first, last = (int(end, 16) for end in span.split("-"))
            characters |= {chr(code_point) for code_point in range(first, last + 1)}
        characters |= set(group.get("characters", ""))
    return frozenset(map(ord, characters))


def _two_byte_characters(codec: str) -> Iterator[str]:
    for row in range(0xA1, 0xFF):
        for cell in range(0xA1, 0xFF):
            try:
                yield bytes((row, cell)).decode(codec)
            except UnicodeDecodeError:
                continue


# --- glyphs ---------------------------------------------------------------------


def units_per_em(font: TTFont) -> int:
    """The size of the em, which is also the advance of every full-width glyph."""
    return int(font["head"].unitsPerEm)


def em_middle(font: TTFont) -> int:
    """The height of the middle of the Chinese em box above the baseline."""
    return int(font["OS/2"].sTypoAscender + font["OS/2"].sTypoDescender) // 2


def measure_ink(font: TTFont, glyph: str) -> Box | None:
    """A glyph into the box that its ink fills; None for a blank."""
    glyphs = font.getGlyphSet()
    pen = BoundsPen(glyphs)
    glyphs[glyph].draw(pen)
    return None if pen.bounds is None else Box(*map(round, pen.bounds))


def advance(font: TTFont, glyph: str) -> int:
    """The horizontal advance of a glyph."""
    return int(font["hmtx"].metrics[glyph][0])


def copy_outline(font: TTFont, glyph: str, right: int = 0, up: int = 0) -> Any:
    """A glyph into a free-standing outline without components, moved by whole units."""
    glyphs = font.getGlyphSet()
    recording = DecomposingRecordingPen(glyphs)
    glyphs[glyph].draw(recording)
    pen = TTGlyphPen(None)
    recording.replay(TransformPen(pen, (1, 0, 0, 1, right, up)))
    return pen.glyph()


def draw_bar(box: Box) -> Any:
    """A box into the outline of a filled rectangle, clockwise as TrueType fills it."""
    pen = TTGlyphPen(None)
    pen.moveTo((box.left, box.bottom))
    pen.lineTo((box.left, box.top))
    pen.lineTo((box.right, box.top))
    pen.lineTo((box.right, box.bottom))
    pen.closePath()
    return pen.glyph()


def add_glyph(font: TTFont, name: str, outline: Any, width: int) -> None:
    """Add an outline under a new name, with the metrics that follow from its ink."""
    if name in font.getReverseGlyphMap():
        raise BuildError(f"the glyph name {name} is taken")
    order = [*font.getGlyphOrder(), name]
    font.setGlyphOrder(order)
    font["glyf"].glyphs[name] = outline
    font["glyf"].glyphOrder = order
    outline.recalcBounds(font["glyf"])
    font["hmtx"].metrics[name] = (width, getattr(outline, "xMin", 0))
    if "vmtx" in font:
        em_top = font["OS/2"].sTypoAscender
        bearing = em_top - getattr(outline, "yMax", em_top)
        font["vmtx"].metrics[name] = (units_per_em(font), bearing)


def map_character(font: TTFont, code_point: int, glyph: str) -> None:
    """Show a character by this glyph in every Unicode map of the font."""
    for table in font["cmap"].tables:
        if table.format == 12 or (table.format == 4 and code_point <= 0xFFFF):
            table.cmap[code_point] = glyph


def drop_variation_sequences(font: TTFont) -> None:
    """Remove the maps that choose glyphs by variation selector; none is in the charset."""
    font["cmap"].tables = [table for table in font["cmap"].tables if table.format != 14]


# --- features -------------------------------------------------------------------


def lookups_of(font: TTFont, table: str, feature: str) -> list[Any]:
    """The lookups that a feature uses, over all scripts, each once."""
    if table not in font or font[table].table.FeatureList is None:
        return []
    root = font[table].table
    indices = {
        index
        for record in root.FeatureList.FeatureRecord
        if record.FeatureTag == feature
        for index in record.Feature.LookupListIndex
    }
    return [root.LookupList.Lookup[index] for index in sorted(indices)]


def subtables_of(lookup: Any) -> Iterator[Any]:
    """The subtables of a lookup, without the wrapper that only extends their offsets."""
    for subtable in lookup.SubTable:
        yield getattr(subtable, "ExtSubTable", subtable)


def share_vertical_form(font: TTFont, glyph: str, model: str) -> None:
    """Give a new glyph the vertical alternate of the glyph that it stands in for."""
    for feature in ("vert", "vrt2"):
        for lookup in lookups_of(font, "GSUB", feature):
            for subtable in subtables_of(lookup):
                mapping = getattr(subtable, "mapping", {})
                if model in mapping:
                    mapping.setdefault(glyph, mapping[model])


def half_width_adjustment(font: TTFont, character: str, glyph: str) -> tuple[int, int] | None:
    """How `halt` sets a mark at half its width, or None where its ink needs more room.

    The pair is (placement, advance): an opening mark loses the blank before it,
    a closing one the blank after it, a centred one half of each (CLREQ 3.1.6).
    """
    em = units_per_em(font)
    half = em // 2
    ink = measure_ink(font, glyph)
    if ink is None or advance(font, glyph) != em:
        return None
    if character in OPENING_MARKS and ink.left >= half - HALF_WIDTH_TOLERANCE:
        return -half, -half
    if character in CLOSING_MARKS and ink.right <= half + HALF_WIDTH_TOLERANCE:
        return 0, -half
    centred = ink.left >= em // 4 and ink.right <= em - em // 4
    if character in CENTRED_MARKS and centred:
        return -half // 2, -half
    return None


def complete_half_widths(font: TTFont) -> None:
    """Let `halt` cover every punctuation mark whose ink fits into half an em."""
    glyphs = font.getBestCmap()
    wanted: dict[str, tuple[int, int]] = {}
    for character in OPENING_MARKS + CLOSING_MARKS + CENTRED_MARKS:
        glyph = glyphs[ord(character)]
        adjustment = half_width_adjustment(font, character, glyph)
        if adjustment is not None:
            wanted[glyph] = adjustment
    lookups = lookups_of(font, "GPOS", "halt")
    if not lookups:
        _write_half_widths(font, wanted)
    for lookup in lookups:
        _extend_half_widths(font, lookup, wanted)


def _write_half_widths(font: TTFont, wanted: Mapping[str, tuple[int, int]]) -> None:
    """Replace a GPOS table that holds no `halt` by one that holds nothing else.

    Safe for the one upstream without `halt`: the rest of its GPOS places
    combining marks, and the charset has none.
    """
    rules = "".join(
        f"  pos {glyph} <{placement} 0 {widening} 0>;\n"
        for glyph, (placement, widening) in wanted.items()
    )
    scripts = "".join(f"languagesystem {tag} dflt;\n" for tag in ("DFLT", "hani", "kana", "latn"))
    addOpenTypeFeaturesFromString(
        font, f"{scripts}feature halt {{\n{rules}}} halt;\n", tables=["GPOS"]
    )


def _extend_half_widths(font: TTFont, lookup: Any, wanted: Mapping[str, tuple[int, int]]) -> None:
    """Add marks to an upstream's `halt`, whose own values are kept."""
    values: dict[str, Any] = {}
    for subtable in subtables_of(lookup):
        for index, glyph in enumerate(subtable.Coverage.glyphs):
            value = subtable.Value if subtable.Format == 1 else subtable.Value[index]
            values.setdefault(glyph, value)
    for glyph, (placement, widening) in wanted.items():
        values.setdefault(glyph, buildValue({"XPlacement": placement, "XAdvance": widening}))
    lookup.LookupType = 1
    lookup.SubTable = buildSinglePos(values, font.getReverseGlyphMap())
    lookup.SubTableCount = len(lookup.SubTable)


# --- adapting to Chinese setting ------------------------------------------------


def widen_quotes(font: TTFont) -> None:
    """Show ‘ ’ “ ” by the full-width glyphs that a Chinese text means by them.

    Unicode gives the full-width forms as variation sequences with U+FE01, and
    the upstreams with narrow quotes have these sequences.
    """
    glyphs = font.getBestCmap()
    for character in QUOTES:
        narrow = glyphs[ord(character)]
        if advance(font, narrow) == units_per_em(font):
            continue
        full = _variant(font, ord(character), 0xFE01)
        if full is None:
            raise BuildError(f"no full-width {character} in the upstream font")
        share_vertical_form(font, full, narrow)
        map_character(font, ord(character), full)


def _variant(font: TTFont, code_point: int, selector: int) -> str | None:
    for table in font["cmap"].tables:
        if table.format == 14:
            for candidate, glyph in table.uvsDict.get(selector, ()):
                if candidate == code_point:
                    return str(glyph) if glyph else None
    return None


def centre_middle_dot(font: TTFont) -> None:
    """Put the dot of 列奥纳多·达·芬奇 into the middle of an em of its own."""
    narrow = font.getBestCmap()[ord(MIDDLE_DOT)]
    em = units_per_em(font)
    ink = measure_ink(font, narrow)
    if advance(font, narrow) == em or ink is None:
        return
    right = round((em - ink.left - ink.right) / 2)
    up = round(em_middle(font) - (ink.bottom + ink.top) / 2)
    add_glyph(font, "middledot.full", copy_outline(font, narrow, right, up), em)
    map_character(font, ord(MIDDLE_DOT), "middledot.full")


def join_dashes(font: TTFont, model_character: str) -> None:
    """Draw — and ― over the whole em, so that the two of a Chinese dash are one line."""
    em = units_per_em(font)
    model = font.getBestCmap()[ord(model_character)]
    ink = measure_ink(font, model)
    if ink is None:
        raise BuildError(f"the model of the dash, {model_character}, is blank")
    bar = Box(-DASH_OVERLAP, ink.bottom, em + DASH_OVERLAP, ink.top)
    for character in DASHES:
        name = f"dash.full{ord(character):04X}"
        add_glyph(font, name, draw_bar(bar), em)
        share_vertical_form(font, name, model)
        map_character(font, ord(character), name)


def borrow_glyphs(font: TTFont, donor: TTFont, characters: Iterable[int]) -> None:
    """Copy characters from a donor of the same em, as far as the donor has them.

    Full-width glyphs are moved so that they stand in the middle of this font's
    em box, which may lie lower than the donor's.
    """
    if units_per_em(font) != units_per_em(donor):
        raise BuildError("the donor has another em")
    source = donor.getBestCmap()
    for code_point in sorted(source.keys() & set(characters)):
        glyph = source[code_point]
        width = advance(donor, glyph)
        up = em_middle(font) - em_middle(donor) if width == units_per_em(font) else 0
        name = f"borrowed{code_point:04X}"
        add_glyph(font, name, copy_outline(donor, glyph, up=up), width)
        map_character(font, code_point, name)


def separate_characters(font: TTFont, characters: frozenset[int]) -> None:
    """Give every character a glyph of its own, so that copied text is the text written.

    Upstreams show · and ・, or ～ and 〜, by one glyph; whoever extracts text
    from a PDF could then not tell which of them was meant.
    """
    users: dict[str, list[int]] = defaultdict(list)
    for code_point, glyph in sorted(font.getBestCmap().items()):
        if code_point in characters:
            users[glyph].append(code_point)
    for glyph, code_points in users.items():
        for code_point in code_points[1:]:
            name = f"separate{code_point:04X}"
            add_glyph(font, name, copy_outline(font, glyph), advance(font, glyph))
            share_vertical_form(font, name, glyph)
            map_character(font, code_point, name)


# --- the finished font ----------------------------------------------------------


def keep_characters(font: TTFont, characters: frozenset[int]) -> None:
    """Reduce the font to the charset and what the kept features need, unhinted."""
    options = subset.Options()
    options.layout_features = list(KEPT_FEATURES)
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]  # `rename` still reads the designers
    options.name_languages = ["*"]
    options.glyph_names = False
    options.bidi_closure = False  # the charset is what is wanted, not its mirror images
    options.harfbuzz_repacker = False
    options.recalc_average_width = True
    options.recalc_max_context = True
    # STAT names axes by strings that are not kept; DSIG signs other bytes.
    options.drop_tables = [*options.drop_tables, "DSIG", "STAT", "gasp"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def rename(font: TTFont, face: Face) -> None:
    """Replace the name table: English and Chinese names, no reserved name presented."""
    postscript = Path(face.file).stem
    origin = face.upstream.title
    if face.donor is not None:
        origin += f", symbols from {face.donor.title}"
    designers = font["name"].getDebugName(9)
    names = newTable("name")
    names.names = []
    english: dict[int, str | None] = {
        0: f"{face.copyright}\nModified version made for make-brief.",
        1: face.family,
        2: "Regular",
        3: f"{FONT_VERSION};{VENDOR};{postscript}",
        4: face.family,
        5: f"Version {FONT_VERSION}; from {origin}",
        6: postscript,
        9: designers,
        13: LICENCE_TEXT,
        14: LICENCE_URL,
    }
    for identifier, text in english.items():
        if text:
            names.setName(text, identifier, 3, 1, ENGLISH)
    for identifier in (1, 4):
        names.setName(face.family_zh, identifier, 3, 1, CHINESE)
    names.setName("Regular", 2, 3, 1, CHINESE)
    font["name"] = names
    refuse_reserved_names(font)


def refuse_reserved_names(font: TTFont) -> None:
    """Stop the build if a name shown to users holds a reserved one (OFL clause 3)."""
    for record in font["name"].names:
        text = record.toUnicode()
        for reserved in RESERVED_NAMES:
            if record.nameID in PRESENTED_NAMES and reserved.lower() in text.lower():
                raise BuildError(f"name {record.nameID} holds the reserved name {reserved}")


def describe(font: TTFont, face: Face) -> None:
    """Set the tables by which systems choose and trust a font.

    Every face is the regular one of a family of its own, also where its strokes
    are bold: an office asks for the family 标宋, never for a bold of something,
    and a font marked bold would have to be requested as bold.
    """
    metrics = font["OS/2"]
    metrics.fsType = 0  # may be embedded and installed
    # Regular; bit 7, by which lines are spaced, stays as the upstream has it.
    metrics.fsSelection = metrics.fsSelection & 1 << 7 | 1 << 6
    metrics.usWeightClass = 400
    metrics.panose.bWeight = face.panose_weight
    metrics.achVendID = VENDOR
    metrics.recalcUnicodeRanges(font)
    metrics.ulCodePageRange1 = 1 << 0 | 1 << 18  # Latin 1, simplified Chinese
    metrics.ulCodePageRange2 = 0
    metrics.recalcAvgCharWidth(font)
    metrics.usMaxContext = maxCtxFont(font)

    header = font["head"]
    header.fontRevision = float(FONT_VERSION)
    header.created = header.modified = BUILD_DATE
    header.flags = 0b11  # baseline at y=0, left bearing at x=0
    header.macStyle = 0

    font["post"].formatType = 3.0  # no glyph names: they would only add weight

    smoothing = newTable("gasp")
    smoothing.version = 1
    smoothing.gaspRange = {0xFFFF: 0b1111}  # unhinted, so smooth at every size
    font["gasp"] = smoothing


def check_face(font: TTFont, characters: frozenset[int]) -> None:
    """Stop the build if the face does not keep what the README promises."""
    glyphs = font.getBestCmap()
    missing = sorted(characters - glyphs.keys())
    if missing:
        raise BuildError(f"{len(missing)} characters missing: {''.join(map(chr, missing))}")
    for character in QUOTES + DASHES + MIDDLE_DOT + "…":
        if advance(font, glyphs[ord(character)]) != units_per_em(font):
            raise BuildError(f"{character} is not full-width")
    if len(set(glyphs.values())) != len(glyphs):
        raise BuildError("two characters share a glyph")


def make_face(face: Face, upstream: Path, characters: frozenset[int], target: Path) -> str:
    """Make one face from its upstream, write it, and say in a line what was written."""
    font = open_font(upstream / face.upstream.file)
    widen_quotes(font)
    centre_middle_dot(font)
    join_dashes(font, face.dash_model)
    drop_variation_sequences(font)
    borrowed: set[int] = set()
    if face.donor is not None:
        borrowed = characters - font.getBestCmap().keys() | set(map(ord, face.donor_preferred))
        borrow_glyphs(font, open_font(upstream / face.donor.file), borrowed)
    separate_characters(font, characters)
    complete_half_widths(font)
    keep_characters(font, characters)
    rename(font, face)
    describe(font, face)
    check_face(font, characters)
    target.parent.mkdir(parents=True, exist_ok=True)
    font.save(target, reorderTables=True)
    count = len(font.getBestCmap())
    note = f", {len(borrowed)} of them from {face.donor.title}" if face.donor else ""
    return f"{face.file}: {count} characters{note}, {target.stat().st_size} bytes"


def open_font(path: Path) -> TTFont:
    """Open a font so that saving it depends on nothing but its content.

    The HarfBuzz repacker packs lookups more tightly, but is used only where
    uharfbuzz happens to be installed: equal bytes everywhere need it off.
    """
    font = TTFont(path, recalcTimestamp=False, recalcBBoxes=True)
    font.cfg[USE_HARFBUZZ_REPACKER] = False
    return font


# --- files and checksums --------------------------------------------------------


def digest(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def check_upstream(folder: Path) -> None:
    """Refuse upstream files that are missing or not the ones this script was written for."""
    wanted = {face.upstream for face in FACES} | {face.donor for face in FACES if face.donor}
    problems = []
    for upstream in sorted(wanted, key=lambda each: each.file):
        path = folder / upstream.file
        if not path.is_file():
            problems.append(f"{path}: missing ({upstream.title})")
        elif (found := digest(path)) != upstream.sha256:
            problems.append(
                f"{path}: not {upstream.title}: sha256 {found}, expected {upstream.sha256}"
            )
    if problems:
        raise BuildError("\n".join(problems))


def check_tools() -> None:
    """Refuse a fontTools that may write other bytes."""
    if fontTools.version != FONTTOOLS_VERSION:
        raise BuildError(
            f"fontTools {fontTools.version} is installed; the checksums hold for "
            f"{FONTTOOLS_VERSION}: pip install fonttools=={FONTTOOLS_VERSION}"
        )


def load_catalogue() -> Mapping[str, Mapping[str, str]]:
    """The catalogue as tables by face id."""
    return MappingProxyType(tomllib.loads(CATALOGUE.read_text(encoding="utf-8")))


def write_checksums() -> None:
    """Record the digest of every face in SHA256SUMS and in the catalogue."""
    catalogue = load_catalogue()
    digests = {table["file"]: digest(FONTS / table["file"]) for table in catalogue.values()}
    lines = [f"{digests[file]}  {file}\n" for file in sorted(digests)]
    CHECKSUMS.write_text("".join(lines), encoding="utf-8", newline="\n")
    text = CATALOGUE.read_text(encoding="utf-8")
    for identifier, table in catalogue.items():
        pattern = rf'(?ms)(^\[{re.escape(identifier)}\]$[^\[]*?^sha256 = )"[^"]*"'
        text, changes = re.subn(pattern, rf'\g<1>"{digests[table["file"]]}"', text)
        if changes != 1:
            raise BuildError(f"{CATALOGUE.name}: table {identifier} needs one sha256 line")
    CATALOGUE.write_text(text, encoding="utf-8", newline="\n")


def compare_with_records(rebuilt: Path) -> list[str]:
    """Hold rebuilt and committed faces against SHA256SUMS and the catalogue."""
    lines = CHECKSUMS.read_text(encoding="utf-8").splitlines()
    recorded = {file: sha256 for sha256, file in (line.split("  ", 1) for line in lines)}
    problems = []
    for table in load_catalogue().values():
        file = table["file"]
        if table["sha256"] != recorded.get(file):
            problems.append(f"{file}: catalogue.toml and SHA256SUMS differ")
        if not (FONTS / file).is_file() or digest(FONTS / file) != recorded.get(file):
            problems.append(f"{file}: the file is not the one in SHA256SUMS")
    for face in FACES:
        if digest(rebuilt / face.file) != recorded.get(face.file):
            problems.append(f"{face.file}: a new build gives other bytes than SHA256SUMS records")
    return problems


# --- command --------------------------------------------------------------------


def build_all(upstream: Path, target: Path, faces: Iterable[Face] = FACES) -> None:
    """Make every face below `target`."""
    characters = load_characters()
    for face in faces:
        try:
            print(make_face(face, upstream, characters, target / face.file))
        except BuildError as error:
            raise BuildError(f"{face.file}: {error}") from error


def run(upstream: Path, check: bool) -> None:
    """Build into `fonts/` and record, or build elsewhere and compare."""
    check_tools()
    check_upstream(upstream)
    if not check:
        build_all(upstream, FONTS)
        write_checksums()
        return
    with tempfile.TemporaryDirectory() as folder:
        build_all(upstream, Path(folder))
        problems = compare_with_records(Path(folder))
    if problems:
        raise BuildError("\n".join(problems))
    print("every face is as recorded")


def main() -> int:
    """Read the command line, run, and turn a refusal into an exit code."""
    parser = argparse.ArgumentParser(description="Build the Chinese faces of make-brief.")
    parser.add_argument(
        "--upstream",
        type=Path,
        required=True,
        metavar="FOLDER",
        help="where the upstream files lie",
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing: rebuild and compare with the checksums"
    )
    arguments = parser.parse_args()
    try:
        run(arguments.upstream, arguments.check)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
