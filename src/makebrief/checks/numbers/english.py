"""The numbers that an English text states, as Numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from types import MappingProxyType

from msgspec.structs import replace

from makebrief.checks.numbers.asides import read_english_aside, without_lengths
from makebrief.checks.numbers.english_dates import DATE_READERS, DATES
from makebrief.checks.numbers.english_starts import find_starts
from makebrief.checks.numbers.english_tails import SCALE, SCALES, bounded, small_number, with_tail
from makebrief.checks.numbers.joining import ENGLISH_JOINTS, join
from makebrief.checks.numbers.names import ENGLISH_NAME, find_names
from makebrief.checks.numbers.numerals import (
    DIGITS,
    ORDINAL_SCALES,
    ORDINAL_WORDS,
    ROMAN,
    SMALL_WORDS,
    WORD_SCALES,
    Spelled,
    digits_value,
    spelled_numbers,
    without_long_digits,
)
from makebrief.checks.numbers.reading import HALF, Number
from makebrief.checks.numbers.scanning import Readers, collect, with_words
from makebrief.checks.numbers.times import bounded_together
from makebrief.checks.numbers.understood import AGES, read_ages, understand
from makebrief.checks.numbers.units import (
    CURRENCY_SIGNS,
    ENGLISH_UNITS,
)

_SIGN = "|".join(re.escape(each) for each in sorted(CURRENCY_SIGNS, key=len, reverse=True))
_SPELLED = "|".join((*SMALL_WORDS, *ORDINAL_WORDS, *ORDINAL_SCALES, "hundred", *WORD_SCALES))
_RUN = rf"(?:(?:{_SPELLED})\b(?:(?:-| | and |-and-|, (?=and))(?=(?:{_SPELLED})\b))?){{1,24}}"
_DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20, "fiftieth": 50,
    "hundredth": 100, "thousandth": 1000,
} | {word: value for word, value in ORDINAL_WORDS.items() if 10 < value < 20}  # fmt: skip
_PARTS = rf"(?:{'|'.join(_DENOMINATORS)})s?"
_NUMERATOR = "an?|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}"
_MEASURED = (
    "(?:per|point|metre|meter|kilo|hectare|acre|mu\\b|mile|tonne?\\b|gram|litre|liter|minute|week"
    "|megawatt|yuan)"
)
"""What begins the words of units of which there may be half a one."""

_FOLD = {"double": 2, "treble": 3, "triple": 3, "quadruple": 4, "quintuple": 5}
_TOKEN = re.compile(
    rf"(?:{AGES}|{DATES})"
    r"|\b(?-i:(?P<code>0\d{2,3}-\d{7,8}|\d+(?:\+[\dA-Z]+)+"
    r"|(?!RMB|USD|CNY|HKD|EUR)(?:[A-Z]{1,6}|[A-Z][a-z]?[A-Z]+)-?\d+(?:\.\d+)?(?![\d%]|,\d)"
    r"|\d+(?!(?:[MG]?W|V|W|L|C)\b)[A-Z]{1,2}))\b|(?-i:(?P<aces>\bA{2,5}\b))"
    r"|(?P<scale>\b\d+(?:\.\d+)?(?::\d+(?:\.\d+)?){1,4}\b)|\b(?P<slash>\d{1,2}/\d{1,3})\b(?!/)"
    r"|\b(?P<vague>(?:(?:tens|hundreds) of )?(?:thousands|millions|billions)|dozens|hundreds|scores"
    r"|(?:several|a few|many|some) (?:dozen|hundred thousand|hundred million|hundred|thousand"
    r"|million|billion))\b(?! of years)"
    r"|\b(?P<half_unit>half[- ](?:an?[- ])?(?:working |calendar |school )?)"
    r"(?P<half_of>hour|year|month|day|century|decade)s?\b(?:ly)?"
    r"|\b(?:(?:an?|one) )?(?P<more_unit>year|month|hour|week|day) and a half\b"
    r"|\b(?P<half_scale>half a) (?P<half_size>million|billion|thousand|dozen)\b"
    rf"|\b(?P<half_measure>half (?:an? )?)(?={_MEASURED})"
    rf"|\b(?P<ratio>(?:(?P<upper>{_NUMERATOR})[- ])?(?P<lower>{_PARTS}))\b"
    r"(?!-(?:year|hour|day|month))"
    r"|\b(?P<fold>(?:double|triple|treble|quadruple|quintuple)[ds]?|(?:doubl|tripl|quadrupl)ing)\b"
    r"|\b(?P<twice>once|twice)\b|\bNo\. ?(?P<no>\d{1,9})"
    r"|\b(?:Grade|Class|Level|Category|Phase|Type|Tier|Stage|Part|Volume|Group|Batch|Zone)s? "
    r"(?P<roman>[IVX]+|[Ⅰ-Ⅻ])(?!\w)"
    r"|\b(?P<adverb>(?:first|second|third|fourth|fif|six|seven|eigh|nin|ten)(?:th)?ly)\b"
    rf"|(?P<money>(?:{_SIGN}) ?(?:{DIGITS})(?:[- ]?(?:{SCALE}|bn|mn?|k)\b)?)"
    r"|\b(?P<nth>\d[\d,.]* ?(?:thousand|million|billion))th\b"
    rf"|(?P<ordinal>\b\d{{1,9}}(?:st|nd|rd|th)\b)"
    rf"|(?P<number>(?<![\w.])(?:{DIGITS})(?:[- ](?:{SCALE})\b)?)"
    rf"|\b(?P<article>an?) (?P<article_scale>{SCALE}|score(?= (?:or so )?of\b(?! \d)))\b"
    rf"|\b(?P<times>(?P<times_word>{'|'.join(SMALL_WORDS)})-?fold)\b"
    rf"|\b(?P<spelled>{_RUN})(?:[- ](?P<spelled_dozen>dozen)\b)?"
    r"|\b(?P<dozen>dozen|decade|century|fortnight)\b",
    re.IGNORECASE | re.ASCII,
)
_WORD = re.compile(rf"(?:{_SPELLED}|and)\b", re.IGNORECASE)
_DISCOURSE = re.compile(r"(?:^|[.;:—] ?|, and |; and )(?:the )?$", re.IGNORECASE)


def read_english(text: str) -> tuple[Number, ...]:
    """Every number of an English text, in order."""
    text = without_long_digits(text)
    tokens = [token for start in find_starts(text) if (token := _TOKEN.match(text, start))]
    if not tokens:
        return ()
    found = collect(tokens, _READERS, text, find_names(text, ENGLISH_NAME))
    bound = tuple(bounded_together(join(found, text, ENGLISH_JOINTS), text))
    joined = with_words(understand(bound, text), text)
    return without_lengths(read_english_aside(text, each) for each in joined)


def _code(_text: str, token: re.Match[str]) -> Iterator[Number]:
    yield Number("code", Fraction(0), *token.span(), unit=token.group().upper())


def _aces(_text: str, token: re.Match[str]) -> Iterator[Number]:
    if token.group().isupper():
        yield Number(
            "code", Fraction(0), *token.span(), unit=f"{len(token.group())}A", optional=True
        )


def _slash(text: str, token: re.Match[str]) -> Iterator[Number]:
    upper, lower = token.group().split("/")
    if int(lower):
        yield bounded(text, Number("ratio", Fraction(int(upper), int(lower)), *token.span()))


def _vague(_text: str, token: re.Match[str]) -> Iterator[Number]:
    words = [each.rstrip("s") for each in token["vague"].lower().split(" ")]
    yield Number("vague", Fraction(sum(_POWERS.get(each, 0) for each in words)), *token.span())


_POWERS = {
    "ten": 1, "dozen": 1, "score": 1, "hundred": 2, "thousand": 3, "million": 6, "billion": 9,
}  # fmt: skip


def _half_unit(text: str, token: re.Match[str]) -> Iterator[Number]:
    number = Number("quantity", HALF, *token.span(), unit=ENGLISH_UNITS[token["half_of"].lower()])
    yield bounded(text, number)


def _more_unit(text: str, token: re.Match[str]) -> Iterator[Number]:
    unit = ENGLISH_UNITS[token["more_unit"].lower()]
    yield bounded(text, Number("quantity", 1 + HALF, *token.span(), unit=unit))


def _half_size(text: str, token: re.Match[str]) -> Iterator[Number]:
    yield with_tail(text, HALF * SCALES[token["half_size"].lower()], token.span())


def _half_measure(text: str, token: re.Match[str]) -> Iterator[Number]:
    yield with_tail(text, HALF, (token.start(), token.end() - 1))


def _adverb(_text: str, token: re.Match[str]) -> Iterator[Number]:
    """`Secondly` answers 第二 and 二是, and is not missed in the Chinese."""
    value = Fraction(ORDINAL_WORDS[token.group().lower()[:-2]])
    yield Number("ordinal", value, *token.span(), optional=True)


def _ratio(text: str, token: re.Match[str]) -> Iterator[Number]:
    upper, lower = (token["upper"] or "").lower(), token["lower"].lower()
    part = _DENOMINATORS[lower if lower in _DENOMINATORS else lower.rstrip("s")]
    start, end = token.span()
    if part != 2 and not upper:
        if _REMAINING.search(text, 0, start):
            yield bounded(text, Number("ratio", Fraction(1, part), start, end))
        elif lower in ORDINAL_WORDS:
            yield _order(text, Fraction(ORDINAL_WORDS[lower]), (start, end))
        return
    if part == 4 and lower.startswith("quarter") and _QUARTERS.match(text, end):
        return
    if lower == "quarter" and _ONCE_A.search(text, max(0, start - 7), start):
        return
    if _MANY_OF_ORDER.fullmatch(text, start, end) and lower in ORDINAL_WORDS:
        yield with_tail(text, Fraction(small_number(upper)), (start, start + len(upper)))
        yield _order(text, Fraction(ORDINAL_WORDS[lower]), (end - len(lower), end))
        return
    value = Fraction(1 if upper in {"", "a", "an"} else small_number(upper), part)
    number = Number("ratio", value, start, end)
    if part == 4 and (of_an_hour := _OF_AN_HOUR.match(text, end)):
        end = of_an_hour.end()
        yield bounded(text, Number("quantity", value * 60, start, end, unit="minute"))
        return
    if upper in {"a", "an", "one"} and lower in ORDINAL_WORDS:
        number = replace(number, others=(Number("ordinal", Fraction(part), start, end),))
    if lower == "quarters" or (upper in {"two", "three"} and lower.startswith("quarter")):
        quarters = Number("quantity", Fraction(small_number(upper)), start, end, unit="quarter")
        number = replace(number, others=(quarters,))
    yield bounded(text, number)


_REMAINING = re.compile(r"\bremaining $", re.IGNORECASE)
"""What makes a part of a rank: the remaining tenth."""

_QUARTERS = re.compile(r"[- ](?:ahead|earlier|later|on[- ]quarter|ago|ended|before)", re.IGNORECASE)


_OF_AN_HOUR = re.compile(r" of an hour\b", re.IGNORECASE)
_MANY_OF_ORDER = re.compile(r"(?!(?:an?|one|1) )\w+ [a-z]*(?<!s)", re.IGNORECASE)
"""`seven third prizes` are seven; of three parts, two are two thirds."""

_ONCE_A = re.compile(r"\b(?:once|twice|times) $", re.IGNORECASE)


def _fold(text: str, token: re.Match[str]) -> Iterator[Number]:
    written = token.group().lower()
    factor = next(value for stem, value in _FOLD.items() if written.startswith(stem[:-1]))
    count = Number("count", Fraction(factor), *token.span())
    number = Number("multiple", Fraction(factor), *token.span(), unit="factor", others=(count,))
    number = replace(number, optional=factor == 2)
    yield bounded(text, number) if token.group()[0].islower() else number


def _times(text: str, token: re.Match[str]) -> Iterator[Number]:
    value = Fraction(SMALL_WORDS[token["times_word"].lower()])
    yield bounded(text, Number("multiple", value, *token.span(), unit="times"))


def _twice(text: str, token: re.Match[str]) -> Iterator[Number]:
    value = Fraction(1 if token.group().lower() == "once" else 2)
    multiple = Number("multiple", value, *token.span(), unit="factor")
    count = Number("count", value, *token.span(), optional=value == 1, others=(multiple,))
    yield bounded(text, count)


def _no(text: str, token: re.Match[str]) -> Iterator[Number]:
    yield with_tail(text, Fraction(int(token["no"])), token.span())


def _roman(text: str, token: re.Match[str]) -> Iterator[Number]:
    if value := ROMAN.get(token["roman"]):
        number = Number("ordinal", Fraction(value), *token.span(), optional=value == 1)
        yield replace(bounded(text, number), start=token.start("roman"))


def _money(text: str, token: re.Match[str]) -> Iterator[Number]:
    found = _AMOUNT.match(token["money"])
    if found is None:
        return
    sign = CURRENCY_SIGNS[found["sign"].upper()]
    value = digits_value(found["digits"]) * SCALES.get((found["scale"] or "").lower(), 1)
    yield bounded(text, Number("money", value, *token.span(), unit=sign))


_AMOUNT = re.compile(
    rf"(?P<sign>{_SIGN}) ?(?P<digits>{DIGITS})(?:[- ]?(?P<scale>[a-z]+))?", re.IGNORECASE
)


def _nth(text: str, token: re.Match[str]) -> Iterator[Number]:
    """The 700 millionth."""
    written = token["nth"].lower()
    digits, scale = written.rstrip(_LETTERS).rstrip(), written.lstrip("0123456789.,").lstrip()
    yield _order(text, digits_value(digits) * WORD_SCALES[scale], token.span())


_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _digit_ordinal(text: str, token: re.Match[str]) -> Iterator[Number]:
    yield _order(text, Fraction(int(token.group()[:-2])), token.span())


def _order(text: str, value: Fraction, place: tuple[int, int]) -> Number:
    enumerated = text[place[1] : place[1] + 1] == "," and _DISCOURSE.search(
        text[max(0, place[0] - 8) : place[0]]
    )
    adverb = value == 1 and _BEGUN.match(text, place[1])
    return Number("ordinal", value, *place, optional=bool(enumerated or adverb))


_BEGUN = re.compile(
    r" (?:\w+ed|built|held|set|made|put|came|began|won|grown|sold|shown)\b", re.IGNORECASE
)
"""What follows a `first` that says when: first opened, first held."""


def _number(text: str, token: re.Match[str]) -> Iterator[Number]:
    digits, _, scale = token["number"].replace("-", " ").partition(" ")
    value = digits_value(digits) * SCALES.get(scale.lower(), 1)
    yield with_tail(text, value, token.span())


def _article(text: str, token: re.Match[str]) -> Iterator[Number]:
    yield with_tail(text, Fraction(SCALES[token["article_scale"].lower()]), token.span())


def _spelled(text: str, token: re.Match[str]) -> Iterator[Number]:
    end = token.end("spelled")
    words = list(_WORD.finditer(text, token.start(), end))
    found: list[Spelled] = list(spelled_numbers(words))
    for index, each in enumerate(found):
        place = (each.start, each.end)
        if each.ordinal:
            yield _order(text, each.value, place)
        elif index == len(found) - 1 and token["spelled_dozen"]:
            yield with_tail(text, 12 * each.value, (each.start, token.end()))
        else:
            number = with_tail(text, each.value, place)
            yield replace(
                number, optional=number.optional or (number.value == 1 and number.kind != "ratio")
            )


def _dozen(text: str, token: re.Match[str]) -> Iterator[Number]:
    written = token.group().lower()
    if written == "dozen":
        yield bounded(text, Number("count", Fraction(12), *token.span()))
    elif written == "fortnight":
        yield Number("quantity", Fraction(2), *token.span(), unit="week")
    else:
        unit = ENGLISH_UNITS[written]
        yield bounded(
            text, Number("quantity", Fraction(1), *token.span(), unit=unit, optional=True)
        )


_READERS: Readers = MappingProxyType(
    {
        **DATE_READERS,
        "code": _code, "aces": _aces, "scale": _code, "slash": _slash, "vague": _vague,
        "half_of": _half_unit, "more_unit": _more_unit, "half_size": _half_size,
        "half_measure": _half_measure,
        "ratio": _ratio, "fold": _fold, "times": _times, "twice": _twice, "no": _no,
        "roman": _roman, "adverb": _adverb, "money": _money, "ordinal": _digit_ordinal, "nth": _nth,
        "number": _number, "article_scale": _article, "spelled": _spelled,
        "spelled_dozen": _spelled, "dozen": _dozen, "ages": read_ages,
    }
)  # fmt: skip
