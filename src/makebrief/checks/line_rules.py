"""The rules of line starts and ends, L1 to L4, read off the seams between lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from makebrief.checks.page_text import SOFT_HYPHEN, ReadLine, ReadPages, Seam

_NEVER_FIRST = frozenset("。，、；：？！．》〉」』】〗〕）］｝”’)]},.;:?!")
_NEVER_LAST = frozenset("《〈「『【〖〔（［｛“‘([{")
_POINTS = frozenset(".,:;?!’")
_CONNECTORS = frozenset("～〜–—―·-‐－")
_DOUBLED = ("——", "……", "⋯⋯", "――")
_SMALL = 0.8
_SHOWN = 8
_REACH = 60

_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+")
_HAN_LATIN = re.compile(r"[0-9A-Za-z](?=[\u3400-\u9fff])|[\u3400-\u9fff](?=[0-9A-Za-z])")
_LEAST_GAP = 0.125
_LETTERS = re.compile(r"[^\W\d_]", re.ASCII)

_DIGITS = r"[0-9]+(?:[.,:：/][0-9]+)*"
_SCALES = "(?:[余多几]?[十百千万亿兆]+[余多]?)"
_UNITS = (
    "(?:个?百分点|[平立]方(?:公里|千米|米)|[公海英]里|公[斤顷]|[千厘毫微纳]米|[千毫微]克|毫升|英[尺寸亩镑]"
    "|[千兆吉]瓦时?|千伏|[美欧港日韩澳加新]元|[秒分]钟|个?半?(?:月|小时|季度|世纪|星期|工作日)|标箱"
    "|[人户车件架场班批例项]次|周[年岁]"
    "|[元角个名家项条件份处场次位届年月日号时点秒天周倍成岁吨亩米克升瓦斤度户人种类期批辆台套座所间栋幢"
    "株棵只头匹艘架列对组队层级强宗起例笔张本册页篇章节款颗盏枚席趟支片段道根把单门师口眼省市县区镇村国"
    "校院馆站])"
)
_SYMBOLS = r"(?:个百分点|[%％‰°℃℉″′\u3371-\u33df]|[A-Za-zμµΩ°]+[²³]?)"
_SPACED_UNITS = (
    r"(?:(?:hundred|thousand|million|billion|trillion|percent|per cent|percentage|yuan|dollars?|"
    r"km²?|m²|m³|mm|cm|kg|mg|ha|mu|t|kW|MW|GW|TW|kWh|MWh|GB|TB|℃|°C|%)(?![A-Za-z]))"
)
_CURRENCIES = r"(?:RMB|CNY|USD|EUR|HKD|US\$|HK\$|[¥￥$€£])"
_PREFIXES = rf"(?:(?:{_CURRENCIES}|Nos?\.|[#＃№第])\s?|(?<![A-Za-z])[A-Za-z]+)"

_KEPT = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:(?<![0-9A-Za-z])[-+−±－＋])?{_DIGITS}",
        rf"{_DIGITS}\s?{_SCALES}?{_UNITS}",
        rf"{_DIGITS}\s?{_SCALES}",
        rf"{_DIGITS}{_SYMBOLS}",
        rf"{_DIGITS}\s{_SPACED_UNITS}",
        rf"{_PREFIXES}{_DIGITS}",
    )
)
"""What stays whole for L3: a number with its sign, separators, scale, unit or prefix."""

_BEGUN_RANGE = re.compile(r"[（(《“‘]*[0-9.,%％]+[-‐–—～〜]$")
_GAPING = 0.9
"""The space between Han, in em, at which a line is torn open."""

_RANGE = re.compile(r"[0-9][%％]?[-‐–—～〜][0-9]")


class Finding(Struct, frozen=True):
    """A rule broken at a line or on a page, in its words; `bound` if no legal line exists."""

    page: int
    words: str
    line: ReadLine | None = None
    amount: str = ""
    bound: bool = False
    nearby: tuple[str, ...] = ()


def at_seam(seam: Seam, *, bound: bool = False) -> Finding:
    """A finding at the place between two lines, reported for the line that begins there."""
    before, after = seam.before.text.rstrip(), seam.after.text.lstrip()
    words = f"{before[-_SHOWN:]}｜{after[:_SHOWN]}".replace(SOFT_HYPHEN, "-")
    nearby = (before[-3:] + after[:3], after[:6], before[-6:], after[:3])
    return Finding(seam.after.page.number, words, seam.after, bound=bound, nearby=nearby)


def forbidden_ends(pages: ReadPages) -> Iterator[Finding]:
    """L1: closing marks and points that begin a line, opening marks that end one."""
    for seam in pages.seams:
        before, after = seam.before.text.rstrip(), seam.after.text.lstrip()
        opens = before[-1] in _NEVER_LAST
        closes = after[0] in _NEVER_FIRST and not _begins_word(after, seam)
        closes = closes or _begins_with_small_mark(seam.after)
        if opens or closes:
            yield at_seam(seam, bound=_wider(_marks_around(before, after), seam, pages))


def _begins_with_small_mark(line: ReadLine) -> bool:
    """Whether a line begins with what is raised or lowered: the mark of a footnote, half of CO₂."""
    return line.glyphs[0].size < _SMALL * line.size


def _begins_word(after: str, seam: Seam) -> bool:
    """Whether a point or apostrophe after a space begins what follows: ’90s, .NET."""
    return seam.space is True and after[0] in _POINTS and after[1:2].isalnum()


def _marks_around(before: str, after: str) -> str:
    """The stretch around a seam in which no line may end because of its marks."""
    start = len(before) - 1
    while start > 0 and (before[start - 1] in _NEVER_LAST or before[start] in _NEVER_FIRST):
        start -= 1
    end = 0
    while end < len(after) - 1 and (after[end + 1] in _NEVER_FIRST or after[end] in _NEVER_LAST):
        end += 1
    return before[start:] + after[: end + 1]


def _wider(words: str, seam: Seam, pages: ReadPages) -> bool:
    """Whether words that belong together are wider than a line of the paragraph."""
    widths = {
        glyph.character: glyph.right - glyph.left
        for line in (seam.before, seam.after)
        for glyph in line.glyphs
    }
    widths.setdefault(" ", 0.25 * seam.after.size)
    width = sum(widths.get(character, 0.0) for character in words)
    gaps = len(_HAN_LATIN.findall(words)) * _LEAST_GAP * seam.after.size
    return width + gaps > pages.measure(seam.paragraph)


def split_marks(pages: ReadPages) -> Iterator[Finding]:
    """L2: —— or …… in two, a connector that begins a line, a slash at either end."""
    for seam in pages.seams:
        before, after = seam.before.text.rstrip(), seam.after.text.lstrip()
        doubled = before[-1] + after[0] in _DOUBLED
        connects = _connects(before, after, seam)
        slash = after[0] == "/" or before[-1] == "/"
        if doubled or connects or (slash and not _in_address(seam)):
            yield at_seam(seam)


def _connects(before: str, after: str, seam: Seam) -> bool:
    """Whether a line begins with a mark that joins it to the line before."""
    if after[0] not in _CONNECTORS or after[:2] in _DOUBLED or seam.space is True:
        return False
    joined = before[-1].isascii() and before[-1].isalnum()
    sign = after[0] in "-－–" and after[1:2].isdigit() and not joined
    return not sign


def _in_address(seam: Seam) -> bool:
    """Whether a web address goes on over the seam, which it may do after / . - ? &."""
    if seam.space:
        return False
    words, at = seam.word + seam.after.text.lstrip(), len(seam.word)
    return any(found.start() < at < found.end() for found in _ADDRESS.finditer(words))


def _around(seam: Seam) -> tuple[str, int, int]:
    """The text around a seam, and where its first line ends and its second begins in it."""
    before, after = seam.before.text.rstrip()[-_REACH:], seam.after.text.lstrip()[:_REACH]
    english = seam.before.mark.language == "en"
    space = " " if seam.space or (seam.space is None and english) else ""
    return before + space + after, len(before), len(before) + len(space)


def split_numbers(pages: ReadPages) -> Iterator[Finding]:
    """L3: a number over a line end, or parted from its sign, unit or prefix."""
    for seam in pages.seams:
        if seam.hyphen:
            continue
        text, end, start = _around(seam)
        kept = _kept_over(text, end, start)
        if kept and not _in_address(seam):
            yield at_seam(seam, bound=_wider(kept, seam, pages))


def _kept_over(text: str, end: int, start: int) -> str:
    """All that stays whole around a line end, such as RMB 13.522 billion; empty if nothing does."""
    spans = [found.span() for pattern in _KEPT for found in pattern.finditer(text)]
    first, last = end, start
    crossing = [(one, other) for one, other in spans if one < end and other > start]
    while crossing:
        first = min(first, *(one for one, _ in crossing))
        last = max(last, *(other for _, other in crossing))
        crossing = [
            (one, other)
            for one, other in spans
            if one < last and other > first and (one < first or other > last)
        ]
    return text[first:last] if first < end else ""


def split_ranges(pages: ReadPages) -> Iterator[Finding]:
    """L3: a range over a line end, which may break after its dash if nothing else serves."""
    for seam in pages.seams:
        text, end, start = _around(seam)
        for found in _RANGE.finditer(text):
            if end == start == found.end() - 1:
                yield at_seam(seam, bound=_would_gape(seam))


def _would_gape(seam: Seam) -> bool:
    """Whether the line before would be torn open if the range stood whole on the next one."""
    carried = _BEGUN_RANGE.search(seam.before.text.rstrip())
    if carried is None or carried.start() < 2:
        return True
    room = seam.before.right - seam.before.glyphs[carried.start()].left
    return room / (carried.start() - 1) > _GAPING * seam.before.size


def split_words(pages: ReadPages) -> Iterator[Finding]:
    """L4: a Latin word over a line end, without a hyphen or in Chinese; an address elsewhere."""
    for seam in pages.seams:
        before, after = seam.before.text.rstrip(), seam.after.text.lstrip()
        if seam.space is not False:
            continue
        if seam.hyphen:
            broken = seam.before.mark.language != "en"
        elif _in_address(seam):
            broken = before[-1] not in "/.-?&"
        else:
            broken = bool(_LETTERS.match(before[-1]) and _LETTERS.match(after[0]))
        if broken:
            yield at_seam(seam, bound=_wider(_word_around(before, after), seam, pages))


def _word_around(before: str, after: str) -> str:
    tail = re.search(r"[!-.0-~]*$", before)
    head = re.match(r"[!-.0-~]*", after)
    return (tail.group() if tail else "") + (head.group() if head else "")
