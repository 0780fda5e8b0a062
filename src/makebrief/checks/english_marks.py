"""The marks, spaces and dates of English texts (E4)."""

from __future__ import annotations

import re
from functools import cache

from makebrief.checks.slips import HAN_CHARACTER, SOUND, SlipRule, wide_letters
from makebrief.content.dates import MONTH, MONTHS
from makebrief.content.printed import FIGURE

_SMALL_WORDS = "the|a|an|of|in|to|and|for|on|with|by|is|was|at|from"
_WORDS_TWICE = r"(?P<word>[a-z]{2,}|[A-Z][a-z]{5,}) (?P=word)(?![A-Za-z-])|a a "
_AFTER_SPACE = (
    rf"[ ,.;:?!)”%]|(?<=[(“] )|(?:(?<=0[1-9] )|(?<=[0-9](?:st|nd|rd|th) ))(?:{MONTH})"
    rf"|(?<=[a-z] )(?:0|[0-9]{{1,2}}(?:st|nd|rd|th)?,? [0-9]{{4}})|{_WORDS_TWICE}"
)
_AFTER_MARK_ALONE = (
    "(?<=[\u3000-\u303f\uff01-\uff60\"'\xa0])|(?<=…)…|(?<=—)—|(?<=-)-|(?<=[0-9]-)[0-9]{1,2}-[0-9]"
    r"|(?<=\.)\.|(?<=\.[”’])\.|(?<=[,;])[A-Za-z“(.,;:\ufffc{]|(?<=[a-z]{3},)[0-9]|(?<=:)[,.;:]|(?<=[a-z]:)[A-Za-z“]"
    r"|(?<=[?!])[.A-Z]|(?<=[a-z][.(])[A-Z]|(?<=[a-z]\()[a-z]{4}|(?<=[0-9A-Za-z]{3}\))[A-Za-z{]"
    r"|(?<=^[,;:?!)])"
)
SUSPECT = re.compile(
    "[\u3000-\u303f\uff01-\uff60\"'\xa0…—.,;:?!()”’ -]"
    f"(?:(?<= )(?:{_AFTER_SPACE})|(?<! )(?:{_AFTER_MARK_ALONE}))"
)
"""What an English text holds if it has a slip; most texts have nothing of it.

It begins with one class of characters, so that a search passes over letters without trying.
"""

_HALF = str.maketrans("，。、；：？！（）", ",.,;:?!()")
_AFTER_MARK = re.compile(rf"[0-9A-Za-z“‘({FIGURE}]")
_BEFORE_BRACKET = re.compile(rf"[0-9A-Za-z”’{FIGURE}]")


@cache
def english_rules() -> tuple[SlipRule, ...]:
    """The rules of English texts, put together when the first text is suspect."""
    return (
        SlipRule("mark-full-width", re.compile(" ?[，。、；：？！] ?"), _half_mark),
        SlipRule("mark-full-width", re.compile(" ?（|） ?"), _half_bracket),
        SlipRule("mark-full-width", re.compile("[《》〈〉「」『』【】〔〕～]|——"), _other_mark),
        wide_letters(),
        SlipRule("mark-ellipsis", re.compile(r"\.{3,}|…{2,}"), lambda _: "…"),
        SlipRule("mark-dash", re.compile(r"(?<!-)(?<![ -])--(?![ -])"), lambda _: "—"),
        SlipRule("mark-dash", re.compile(r"(?<=[^-]) -- (?=[^-])"), lambda _: " – "),
        SlipRule("mark-doubled", re.compile(r"([,;:])\1+|(?<!\.)\.\.(?!\.)"), _first),
        SlipRule("mark-doubled", re.compile(r",(?: ?[;:.])|[;:] ?[,.]|;:|:;|[?!]\."), _nobody),
        SlipRule("mark-doubled", re.compile(r"(?<!Ltd)(?<!Inc)(?<!Co)(?<!etc)\.[”’]\."), _nobody),
        SlipRule("mark-start", re.compile(r"^[,;:?!)]"), _nobody),
        SlipRule("space-double", re.compile("[ \u3000\xa0]{2,}|\u3000"), lambda _: " "),
        SlipRule(
            "space-before-mark",
            re.compile(
                r"(?<=[^ ]) (?=[,;?!)]|:(?:[ ”’)A-Za-z]|$)|\.(?:[ ”’)]|$)|”)|(?<=[(“]) "
                r"|(?<=[0-9]) (?=%)"
            ),
            lambda _: "",
        ),
        SlipRule(
            "space-missing",
            re.compile(
                rf"(?<=[A-Za-z)”{FIGURE}%])[,;](?=[A-Za-z“({FIGURE}])|(?<=[0-9])[,;](?=[A-Za-z“(])"
                r"|(?<=[a-z]):(?=[A-Za-z“])|(?<=[a-z][a-z])[.?!](?=[A-Z][a-z])"
                r"|(?<=[a-z]{3}),(?=[0-9])"
            ),
            lambda found: found.group() + " ",
        ),
        SlipRule(
            "space-missing",
            re.compile(r"(?<=[a-z])\((?=[A-Z][A-Za-z])|(?<=[a-z])\((?=[a-z]{4})"),
            lambda _: " (",
        ),
        SlipRule(
            "space-missing",
            re.compile(rf"(?<=[0-9A-Za-z]{{3}})\)(?=[A-Za-z]{{2}}|{FIGURE})"),
            lambda _: ") ",
        ),
        SlipRule("date-zero", re.compile(rf"\b0(?=[1-9] (?:{MONTH})\b)"), lambda _: ""),
        SlipRule("date-zero", re.compile(rf"\b(?:{MONTH}) (?P<slip>0)[1-9]\b"), lambda _: ""),
        SlipRule(
            "date-form",
            re.compile(rf"\b({MONTH}) ([1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?,? ([0-9]{{4}})\b"),
            lambda found: f"{found[2]} {found[1]} {found[3]}",
            "hint",
        ),
        SlipRule(
            "date-form",
            re.compile(rf"\b([1-9]|[12][0-9]|3[01])(?P<slip>st|nd|rd|th) (?:{MONTH})\b"),
            lambda _: "",
            "hint",
        ),
        SlipRule(
            "date-form",
            re.compile(
                r"(?<![0-9-])(20[0-9]{2})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?![0-9-])"
            ),
            lambda found: f"{int(found[3])} {MONTHS[int(found[2]) - 1]} {found[1]}",
            "hint",
        ),
        SlipRule(
            "word-doubled",
            re.compile(
                rf"\b({_SMALL_WORDS}) \1\b(?=[ ,.])(?! (?:person|full|part|cash|writing)\b)"
            ),
            lambda found: found[1],
        ),
        SlipRule(
            "word-doubled",
            re.compile(
                r"\b(?!(?:that|had|very|so|long|far|much|more) "
                r"|in in (?:person|full|part|cash|writing))"
                r"([a-z]{2,}|[A-Z][a-z]{5,}) \1\b(?!-)"
            ),
            _nobody,
        ),
    )


def _half_mark(found: re.Match[str]) -> str:
    """The English mark, with a space where words follow; Chinese words keep their marks."""
    mark = found.group().strip()
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    if HAN_CHARACTER.match(before) and (not after or HAN_CHARACTER.match(after) or after in ")）"):
        return SOUND
    return mark.translate(_HALF) + (" " if _AFTER_MARK.match(after) else "")


def _half_bracket(found: re.Match[str]) -> str:
    mark = found.group().strip()
    if mark == "（":
        before = found.string[: found.start()][-1:]
        return (" " if _BEFORE_BRACKET.match(before) else "") + "("
    after = found.string[found.end() :][:1]
    return ")" + (" " if _AFTER_MARK.match(after) else "")


def _other_mark(found: re.Match[str]) -> str | None:
    """The English dash; titles in 《》 and other brackets are for a person to rewrite."""
    around = found.string[max(found.start() - 1, 0) : found.end() + 1]
    if HAN_CHARACTER.search(around):
        return SOUND
    return "—" if found.group() == "——" else None


def _first(found: re.Match[str]) -> str:
    return found.group()[0]


def _nobody(_: re.Match[str]) -> None:
    return None
