"""The marks, spaces and dates of Chinese texts (GB/T 15834, GB/T 15835, GB/T 9704)."""

from __future__ import annotations

import re
from functools import cache

from makebrief.checks.slips import HAN, SOUND, WIDE, SlipRule, wide_letters
from makebrief.content.printed import FIGURE

SUSPECT = re.compile(
    r"[,;!?\"'()~\u3000\xa0]|(?<![0-9]):|:(?![0-9])|(?<![a-z0-9])\.|\.(?![0-9a-z])|\.\."
    r"|[０-９Ａ-Ｚａ-ｚ％]|(?<!…)…(?!…)|…{3}|--|  |[。，、；：！？]{2}|。[”’]。"
    r"|^[。，、；：！？）》】”]"
    r"|[^\x00-\x7f] [^\x00-\x7f]|0[1-9][月日]|[0-9]-[0-9]|[0-9][/.][0-9]+[/.][0-9]|的的"
    r"|[一二][〇○零九][〇○零一二三四五六七八九]"
)
"""What a Chinese text holds if it has a slip; most texts have nothing of it."""

_NO_NUMBER = "(?<![表图][0-9])(?<![表图][0-9]{2})"
"""Not behind the number of a table or figure, from which a wide space parts its caption."""

_FULL = str.maketrans(",;:!?()", "，；：！？（）")
_RATIO = re.compile(rf"[0-9{FIGURE}]:[0-9{FIGURE}]")


@cache
def chinese_rules() -> tuple[SlipRule, ...]:
    """The rules of Chinese texts, put together when the first text is suspect."""
    return (
        SlipRule(
            "mark-half-width",
            re.compile(rf"(?<=[{WIDE}]) ?[,;:!?](?![,;:]) ?|[,;:!?] ?(?=[{WIDE}])"),
            _full_width,
        ),
        SlipRule(
            "mark-half-width",
            re.compile("(?<=[%‰℃]),(?=[0-9])|(?<=:[0-9]{2}),(?=[0-9]{1,2}:[0-9]{2})"),
            lambda _: "，",
        ),
        SlipRule(
            "mark-half-width",
            re.compile(
                rf"(?<=[{WIDE}])(?<!…)\.(?=$|[{WIDE} ])"
                r"|(?<=[0-9A-Za-z%])(?<!Ltd)(?<!Inc)(?<!Co)(?<!Corp)\.(?=$)"
            ),
            lambda _: "。",
        ),
        SlipRule(
            "mark-half-width", re.compile(rf"(?<=[0-9%{HAN}])~(?=[0-9{HAN}])"), lambda _: "～"
        ),
        SlipRule("mark-half-width", re.compile(r"(?P<slip>\()[^()（）]*[)）]"), _full_bracket),
        SlipRule("mark-half-width", re.compile(r"[(（][^()（）]*(?P<slip>\))"), _full_bracket),
        wide_letters(),
        SlipRule(
            "mark-ellipsis",
            re.compile(r"\.{3,}|。{3,}|(?<!…)…(?:…{2,})?(?!…)"),
            lambda _: "……",
        ),
        SlipRule("mark-dash", re.compile(r"(?<!-)-{2,}(?!-)"), lambda _: "——"),
        SlipRule(
            "mark-doubled",
            re.compile(r"(?<!。)。。(?!。)|([，、；：])\1+"),
            lambda found: found.group()[0],
        ),
        SlipRule(
            "mark-doubled",
            re.compile(
                r"(?<![。，、；：])(?:[，、；：][。，、；：！？]|。[，、；：！？]|[！？][。，、；：])"
            ),
            lambda found: SOUND if found.group()[0] == found.group()[1] else None,
        ),
        SlipRule("mark-doubled", re.compile("。[”’]。"), lambda _: None),
        SlipRule("mark-start", re.compile("^[。，、；：！？）》】”]"), lambda _: None),
        SlipRule(
            "space-chinese",
            re.compile(
                rf"(?<=[{HAN}])[ \u3000\xa0]+(?=[{HAN}“‘”’])|(?<=[“‘”’])[ \u3000\xa0]+(?=[{HAN}])"
            ),
            _no_space,
        ),
        SlipRule(
            "space-chinese",
            re.compile(
                rf"{_NO_NUMBER}(?:(?<![{HAN} \u3000]) *\u3000[ \u3000]*"
                rf"|[ \u3000]*\u3000 *(?![{HAN} \u3000]))"
            ),
            _narrow_space,
        ),
        SlipRule(
            "space-double",
            re.compile(rf"(?<![ {HAN}]) {{2,}}|(?<! ) {{2,}}(?![ {HAN}])"),
            lambda _: " ",
        ),
        SlipRule("date-zero", re.compile(r"(?<![0-9.])0(?=[1-9][月日])"), lambda _: ""),
        SlipRule(
            "date-form",
            re.compile(
                r"(?<![0-9.-])((?:19|20)[0-9]{2})([-/.])(0?[1-9]|1[0-2])\2"
                r"(0?[1-9]|[12][0-9]|3[01])(?![0-9.-])"
            ),
            lambda found: f"{found[1]}年{int(found[3])}月{int(found[4])}日",
        ),
        SlipRule(
            "date-form",
            re.compile("(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}年"),
            lambda _: None,
            "hint",
        ),
        SlipRule(
            "range-hyphen",
            re.compile("(?<![0-9-])(?:19|20)[0-9]{2}(?P<slip>-)(?:19|20)[0-9]{2}(?=年)"),
            lambda _: "—",
            "hint",
        ),
        SlipRule("word-doubled", re.compile("的的(?!确)"), lambda _: "的"),
    )


def _full_width(found: re.Match[str]) -> str:
    """The Chinese mark for a half-width one; a ratio of two numbers keeps its colon."""
    mark = found.group().strip()
    at = found.start() + found.group().index(mark)
    if mark == ":" and _RATIO.match(found.string, max(at - 1, 0)):
        return SOUND
    return mark.translate(_FULL)


def _no_space(found: re.Match[str]) -> str:
    """Nothing, where no space belongs.

    A name or word of two characters may be spread to the width of three (张　三); a title has a
    space for the mark between its parts, or behind its number.
    """
    if _parts_of_title(found.string):
        return SOUND
    spread = found.group() == "\u3000" and not (
        _HAN_INSIDE.match(found.string, max(found.start() - 2, 0), max(found.start() - 1, 0))
        or _HAN_INSIDE.match(found.string, found.end() + 1)
    )
    return SOUND if spread else ""


def _narrow_space(found: re.Match[str]) -> str:
    """Nothing, or one space where it parts two words in Latin letters or digits."""
    sides = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    return " " if all(each.isascii() and each.isalnum() for each in sides) else ""


def _parts_of_title(text: str) -> bool:
    """Whether spaces part a text without marks into titles, or a title from its number."""
    if _MARKS.search(text):
        return False
    parts = re.split("[ \u3000]", text)
    if len(parts) == 2 and _NUMBER_OF_PART.fullmatch(parts[0]):
        return True
    return all(len(each) >= _LEAST_PART for each in parts)


_MARKS = re.compile("[，。、；：！？,.;:!?]")
_NUMBER_OF_PART = re.compile(f"[{HAN}]{{1,2}}[0-9一二三四五六七八九]{{1,2}}[{HAN}]{{0,2}}")
_LEAST_PART = 4
"""Characters of the shortest part; a space after fewer is a slip: 完善 社区养老服务."""

_HAN_INSIDE = re.compile(f"[{HAN}]")
_WIDE_ONE = re.compile(f"[{WIDE}]")


def _full_bracket(found: re.Match[str]) -> str:
    """The Chinese bracket, unless both stand in a stretch of Latin letters and digits."""
    before = found.string[: found.start()][-1:]
    after = found.string[found.end() :][:1]
    inside = _HAN_INSIDE.search(found.group())
    mixed = "（" in found.group() or "）" in found.group()
    if not (inside or mixed or _WIDE_ONE.match(before) or _WIDE_ONE.match(after)):
        return SOUND
    return found["slip"].translate(_FULL)
