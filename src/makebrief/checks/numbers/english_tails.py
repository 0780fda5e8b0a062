"""The units and bounds that stand round a number in English, and what they make of it."""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec.structs import replace

from makebrief.checks.numbers.bounds import english_bounds
from makebrief.checks.numbers.numerals import SMALL_WORDS, WORD_SCALES, digits_value
from makebrief.checks.numbers.reading import HALF, Number, of_so_many
from makebrief.checks.numbers.units import ENGLISH_CURRENCIES, ENGLISH_UNITS, LATIN_UNITS

SCALE = "thousand|million|billion|trillion|quadrillion|quintillion|hundred|dozen"
SCALES = {
    "hundred": 100,
    "dozen": 12,
    "score": 20,
    "bn": 10**9,
    "mn": 10**6,
    "m": 10**6,
    "k": 1000,
} | WORD_SCALES


def _unit_pattern() -> str:
    words = sorted(ENGLISH_UNITS, key=len, reverse=True)
    spelled = "|".join(words).replace("metre", "met(?:re|er)").replace("litre", "lit(?:re|er)")
    symbols = "|".join(re.escape(each) for each in sorted(LATIN_UNITS, key=len, reverse=True))
    return rf"(?i:(?P<word>{spelled})s?(?![a-z]))|(?P<symbol>{symbols})(?![A-Za-z²³])"


_CURRENCY = "|".join(re.escape(each) for each in sorted(ENGLISH_CURRENCIES, key=len, reverse=True))
_TAIL = re.compile(
    r"[- ]?(?:(?P<points>(?i:percentage[- ]points?|per cent points?|pp\b|ppts?\b))"
    r"|(?P<percent>%|(?i:per ?cent(?!age)\b|pct\b))"
    r"|(?P<mille>‰|(?i:per (?:mille|(?:1,000|thousand) live births)\b))"
    r"|(?<=\d )(?i:per )(?P<per>1,000|10,000|100,000|(?i:thousand|million))(?!,?\d)"
    r"|(?P<times>[- ]?(?i:times)\b|-?(?i:fold)\b|x\b|×)"
    rf"|(?P<currency>(?i:{_CURRENCY})(?![A-Za-z]))"
    r"|(?:(?i:full|consecutive|straight|working|calendar|more|further|additional|successive"
    r"|natural|trading|whole|business|school) )*(?:" + _unit_pattern() + r")"
    r"|(?i:(?:in|out of|of(?= every)) (?:every )?(?:the )?"
    r"(?!(?:19|20)\d\d\b)(?P<among>two|three|four|five|six|seven|eight|nine|ten|\d{1,9}(?:\.\d{1,9})?))\b)"
    r"|(?: [a-z]+){1,2} out of (?:every )?"
    r"(?P<out_of>two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|(?: [a-z]+){1,2} in (?P<one_in>two|three|four|five|six|ten)\b(?! [a-z]*s\b|-)"
)
_AND_A_HALF = re.compile(rf"[- ]and[- ]a[- ]half\b(?:[- ](?P<size>{SCALE})\b)?", re.IGNORECASE)


def with_tail(text: str, value: Fraction, place: tuple[int, int]) -> Number:
    """A number with the unit and the bound that stand round it."""
    if text.startswith((" and", "-and"), place[1]) and (half := _AND_A_HALF.match(text, place[1])):
        value = (value + HALF) * SCALES.get((half["size"] or "").lower(), 1)
        place = place[0], half.end()
    number = Number("count", value, *place)
    if tail := _TAIL.match(text, place[1]):
        number = _unit(number, tail, text)
    elif text.startswith((" point", "-point"), place[1]) and _PERCENT.search(text, 0, place[0]):
        number = replace(number, others=(replace(number, kind="points"),))
    elif text[place[0] - 1 : place[0]] == "(" and text[place[1] : place[1] + 1] == ")":
        number = replace(number, optional=value < 20)
    return bounded(text, number)


def _unit(number: Number, tail: re.Match[str], text: str) -> Number:
    """A number in the unit that stands after it."""
    whole = replace(number, end=tail.end())
    if tail["points"] or tail["percent"]:
        off = tail["percent"] and (
            _OFF.match(text, tail.end()) or _DISCOUNT_OF.search(text, 0, number.start)
        )
        more = not off and tail["percent"] and _MORE.match(text, tail.end())
        unit = "off" if off else "more" if more else ""
        return replace(whole, kind="points" if tail["points"] else "percent", unit=unit)
    if tail["mille"]:
        return replace(whole, kind="percent", value=number.value / 10)
    if tail["times"]:
        return replace(whole, kind="multiple", unit="times", others=(whole,))
    if tail["currency"]:
        return replace(whole, kind="money", unit=_CURRENCY_KEYS[tail["currency"].lower()])
    return _related(number, tail) or _measured(whole, tail, text)


_MORE = re.compile(" (?:more|higher|larger|greater|bigger|longer|faster) than")
_PERCENT = re.compile("%|per ?cent", re.IGNORECASE)
_OFF = re.compile(" off| discount", re.IGNORECASE)
_DISCOUNT_OF = re.compile("discounts? of (?:up to )?$", re.IGNORECASE)


def _related(number: Number, tail: re.Match[str]) -> Number | None:
    """A number of so many, if the tail says of how many."""
    if tail["per"]:
        return _per(number, tail)
    for group in ("among", "out_of", "one_in"):
        if tail[group]:
            return _among(number, tail, group)
    return None


def _among(number: Number, tail: re.Match[str], group: str) -> Number:
    """`eight out of ten` as the ratio that it is, and as the two counts that it names."""
    written = tail[group].lower()
    whole = digits_value(written) if written[0].isdigit() else Fraction(small_number(written))
    if not whole or (group == "one_in" and number.value >= whole):
        return number
    among = Number("count", whole, *tail.span(group))
    return replace(of_so_many(number, among), end=tail.end())


def _per(number: Number, tail: re.Match[str]) -> Number:
    """`6.8 per 100,000` as the ratio that it is, and as the two counts that it names."""
    written = tail["per"].lower()
    whole = SCALES[written] if written.isalpha() else digits_value(written)
    among = Number("count", Fraction(whole), *tail.span("per"))
    return replace(of_so_many(number, among), end=tail.end())


def _measured(number: Number, tail: re.Match[str], text: str) -> Number:
    if tail["symbol"]:
        return replace(number, kind="quantity", unit=LATIN_UNITS[tail["symbol"]])
    word = tail["word"].lower().replace("meter", "metre").replace("liter", "litre")
    if word == "second" and not text[: number.end].endswith("s"):
        return replace(number, end=tail.start())
    return replace(number, kind="quantity", unit=_UNIT_KEYS[word])


_UNIT_KEYS = {word.lower(): unit for word, unit in ENGLISH_UNITS.items()}
_CURRENCY_KEYS = {word.lower(): unit for word, unit in ENGLISH_CURRENCIES.items()}


def bounded(text: str, number: Number) -> Number:
    """A number, in each of its readings, with the bounds that the words round it set."""
    bounds, end = english_bounds(text, number)
    others = tuple(replace(each, bounds=bounds, end=end) for each in number.others)
    parts = number.parts
    if number.kind in {"ratio", "percent"} and parts:
        parts = (replace(parts[0], bounds=bounds), *parts[1:])
    return replace(number, bounds=bounds, end=end, others=others, parts=parts)


def small_number(word: str) -> int:
    """The number that a word up to nineteen, an article or digits say."""
    return int(word) if word.isdigit() else 1 if word in {"a", "an"} else SMALL_WORDS[word]
