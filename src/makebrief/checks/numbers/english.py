"""The numbers that an English text states, as Numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from types import MappingProxyType

from msgspec.structs import replace

from makebrief.checks.numbers.asides import read_english_aside, without_lengths
from makebrief.checks.numbers.bounds import english_bounds
from makebrief.checks.numbers.english_dates import DATE_READERS, DATES
from makebrief.checks.numbers.english_starts import find_starts
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
from makebrief.checks.numbers.units import (
    CURRENCY_SIGNS,
    ENGLISH_CURRENCIES,
    ENGLISH_UNITS,
    LATIN_UNITS,
)

_SCALE = r"thousand|million|billion|trillion|hundred|dozen"
_SIGN = "|".join(re.escape(each) for each in sorted(CURRENCY_SIGNS, key=len, reverse=True))
_SPELLED = "|".join((*SMALL_WORDS, *ORDINAL_WORDS, *ORDINAL_SCALES, "hundred", *WORD_SCALES))
_RUN = rf"(?:(?:{_SPELLED})\b(?:(?:-| | and |-and-|, (?=and))(?=(?:{_SPELLED})\b))?){{1,24}}"
_DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20, "fiftieth": 50,
    "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_PARTS = rf"(?:{'|'.join(_DENOMINATORS)})s?"
_NUMERATOR = "an?|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}"
_MEASURED = (
    "(?:per|point|metre|meter|kilo|hectare|acre|mu\\b|mile|tonne?\\b|gram|litre|liter|minute|week"
    "|megawatt)"
)
"""What begins the words of units of which there may be half a one."""

_FOLD = {"double": 2, "treble": 3, "triple": 3, "quadruple": 4, "quintuple": 5}
_TOKEN = re.compile(
    rf"(?:{DATES})"
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
    r"|\b(?P<fold>(?:double|triple|treble|quadruple|quintuple)[ds]?|(?:doubl|tripl|quadrupl)ing)\b"
    r"|\b(?P<twice>once|twice)\b|\bNo\. ?(?P<no>\d{1,9})"
    r"|\b(?:Grade|Class|Level|Category|Phase|Type|Tier|Stage|Part|Volume|Group|Batch|Zone)s? "
    r"(?P<roman>[IVX]+|[Ⅰ-Ⅻ])(?!\w)"
    r"|\b(?P<adverb>(?:first|second|third|fourth|fif|six|seven|eigh|nin|ten)(?:th)?ly)\b"
    rf"|(?P<money>(?:{_SIGN}) ?(?:{DIGITS})(?:[- ]?(?:{_SCALE}|bn|mn?|k)\b)?)"
    rf"|(?P<ordinal>\b\d{{1,9}}(?:st|nd|rd|th)\b)"
    rf"|(?P<number>(?<![\w.])(?:{DIGITS})(?:[- ](?:{_SCALE})\b)?)"
    rf"|\b(?P<article>an?) (?P<article_scale>{_SCALE})\b"
    rf"|\b(?P<times>(?P<times_word>{'|'.join(SMALL_WORDS)})-?fold)\b"
    rf"|\b(?P<spelled>{_RUN})(?:[- ](?P<spelled_dozen>dozen)\b)?"
    r"|\b(?P<dozen>dozen|decade|century|fortnight)\b",
    re.IGNORECASE | re.ASCII,
)
_WORD = re.compile(rf"(?:{_SPELLED}|and)\b", re.IGNORECASE)
_SCALES = {
    "hundred": 100,
    "dozen": 12,
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
    r"[- ]?(?:(?P<points>percentage[- ]points?|per cent points?|pp\b|ppts?\b)"
    r"|(?P<percent>%|per ?cent(?!age)\b|pct\b)"
    r"|(?P<mille>‰|per (?:mille|(?:1,000|thousand) live births)\b)"
    r"|(?P<times>[- ]?times\b|-?fold\b|x\b|×)"
    rf"|(?P<currency>(?:{_CURRENCY})(?![A-Za-z]))"
    r"|(?:(?:full|consecutive|straight|working|calendar|more|further|additional|successive"
    r"|natural|trading|whole|business|school) )*(?:" + _unit_pattern() + r")"
    r"|(?:(?:in|out of) (?:every )?(?:the )?"
    r"(?!(?:19|20)\d\d\b)(?P<among>two|three|four|five|six|seven|eight|nine|ten|\d{1,9}(?:\.\d{1,9})?))\b)"
)
_AND_A_HALF = re.compile(rf"[- ]and[- ]a[- ]half\b(?:[- ](?P<size>{_SCALE})\b)?", re.IGNORECASE)
_DISCOURSE = re.compile(r"(?:^|[.;:—] ?|, and |; and )(?:the )?$", re.IGNORECASE)


def read_english(text: str) -> tuple[Number, ...]:
    """Every number of an English text, in order."""
    text = without_long_digits(text)
    tokens = [token for start in find_starts(text) if (token := _TOKEN.match(text, start))]
    if not tokens:
        return ()
    found = collect(tokens, _READERS, text, find_names(text, ENGLISH_NAME))
    joined = with_words(join(found, text, ENGLISH_JOINTS), text)
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
        yield _bounded(text, Number("ratio", Fraction(int(upper), int(lower)), *token.span()))


def _vague(_text: str, token: re.Match[str]) -> Iterator[Number]:
    words = [each.rstrip("s") for each in token["vague"].lower().split(" ")]
    yield Number("vague", Fraction(sum(_POWERS.get(each, 0) for each in words)), *token.span())


_POWERS = {
    "ten": 1, "dozen": 1, "score": 1, "hundred": 2, "thousand": 3, "million": 6, "billion": 9,
}  # fmt: skip


def _half_unit(text: str, token: re.Match[str]) -> Iterator[Number]:
    number = Number("quantity", HALF, *token.span(), unit=ENGLISH_UNITS[token["half_of"].lower()])
    yield _bounded(text, number)


def _more_unit(text: str, token: re.Match[str]) -> Iterator[Number]:
    unit = ENGLISH_UNITS[token["more_unit"].lower()]
    yield _bounded(text, Number("quantity", 1 + HALF, *token.span(), unit=unit))


def _half_size(text: str, token: re.Match[str]) -> Iterator[Number]:
    yield _with_tail(text, HALF * _SCALES[token["half_size"].lower()], token.span())


def _half_measure(text: str, token: re.Match[str]) -> Iterator[Number]:
    yield _with_tail(text, HALF, (token.start(), token.end() - 1))


def _adverb(_text: str, token: re.Match[str]) -> Iterator[Number]:
    """`Secondly` answers 第二 and 二是, and is not missed in the Chinese."""
    value = Fraction(ORDINAL_WORDS[token.group().lower()[:-2]])
    yield Number("ordinal", value, *token.span(), optional=True)


def _ratio(text: str, token: re.Match[str]) -> Iterator[Number]:
    upper, lower = (token["upper"] or "").lower(), token["lower"].lower()
    part = _DENOMINATORS[lower if lower in _DENOMINATORS else lower.rstrip("s")]
    start, end = token.span()
    if part != 2 and not upper:
        if lower in ORDINAL_WORDS:
            yield _order(text, Fraction(ORDINAL_WORDS[lower]), (start, end))
        return
    if part == 4 and lower.startswith("quarter") and _QUARTERS.match(text, end):
        return
    if lower == "quarter" and _ONCE_A.search(text, max(0, start - 7), start):
        return
    if _MANY_OF_ORDER.fullmatch(text, start, end) and lower in ORDINAL_WORDS:
        yield _with_tail(text, Fraction(_small(upper)), (start, start + len(upper)))
        yield _order(text, Fraction(ORDINAL_WORDS[lower]), (end - len(lower), end))
        return
    value = Fraction(1 if upper in {"", "a", "an"} else _small(upper), part)
    number = Number("ratio", value, start, end)
    if upper in {"a", "an", "one"} and lower in ORDINAL_WORDS:
        number = replace(number, others=(Number("ordinal", Fraction(part), start, end),))
    if lower == "quarters" or (upper in {"two", "three"} and lower.startswith("quarter")):
        quarters = Number("quantity", Fraction(_small(upper)), start, end, unit="quarter")
        number = replace(number, others=(quarters,))
    yield _bounded(text, number)


_QUARTERS = re.compile(r"[- ](?:ahead|earlier|later|on quarter|ago|ended|before)")


_MANY_OF_ORDER = re.compile(r"(?!(?:an?|one|1) )\w+ [a-z]*(?<!s)", re.IGNORECASE)
"""`seven third prizes` are seven; of three parts, two are two thirds."""

_ONCE_A = re.compile(r"\b(?:once|twice|times) $", re.IGNORECASE)


def _small(word: str) -> int:
    return int(word) if word.isdigit() else 1 if word in {"a", "an"} else SMALL_WORDS[word]


def _fold(text: str, token: re.Match[str]) -> Iterator[Number]:
    written = token.group().lower()
    factor = next(value for stem, value in _FOLD.items() if written.startswith(stem[:-1]))
    count = Number("count", Fraction(factor), *token.span())
    number = Number("multiple", Fraction(factor), *token.span(), unit="factor", others=(count,))
    number = replace(number, optional=factor == 2)
    yield _bounded(text, number) if token.group()[0].islower() else number


def _times(text: str, token: re.Match[str]) -> Iterator[Number]:
    value = Fraction(SMALL_WORDS[token["times_word"].lower()])
    yield _bounded(text, Number("multiple", value, *token.span(), unit="times"))


def _twice(text: str, token: re.Match[str]) -> Iterator[Number]:
    value = Fraction(1 if token.group().lower() == "once" else 2)
    multiple = Number("multiple", value, *token.span(), unit="factor")
    count = Number("count", value, *token.span(), optional=value == 1, others=(multiple,))
    yield _bounded(text, count)


def _no(text: str, token: re.Match[str]) -> Iterator[Number]:
    yield _with_tail(text, Fraction(int(token["no"])), token.span())


def _roman(text: str, token: re.Match[str]) -> Iterator[Number]:
    if value := ROMAN.get(token["roman"]):
        number = Number("ordinal", Fraction(value), *token.span(), optional=value == 1)
        yield replace(_bounded(text, number), start=token.start("roman"))


def _money(text: str, token: re.Match[str]) -> Iterator[Number]:
    found = _AMOUNT.match(token["money"])
    if found is None:
        return
    sign = CURRENCY_SIGNS[found["sign"].upper()]
    value = digits_value(found["digits"]) * _SCALES.get((found["scale"] or "").lower(), 1)
    yield _bounded(text, Number("money", value, *token.span(), unit=sign))


_AMOUNT = re.compile(
    rf"(?P<sign>{_SIGN}) ?(?P<digits>{DIGITS})(?:[- ]?(?P<scale>[a-z]+))?", re.IGNORECASE
)


def _digit_ordinal(text: str, token: re.Match[str]) -> Iterator[Number]:
    yield _order(text, Fraction(int(token.group()[:-2])), token.span())


def _order(text: str, value: Fraction, place: tuple[int, int]) -> Number:
    enumerated = text[place[1] : place[1] + 1] == "," and _DISCOURSE.search(
        text[max(0, place[0] - 8) : place[0]]
    )
    adverb = value == 1 and _BEGUN.match(text, place[1])
    return Number("ordinal", value, *place, optional=bool(enumerated or adverb))


_BEGUN = re.compile(r" (?:\w+ed|built|held|set|made|put|came|began|won|grown|sold|shown)\b")
"""What follows a `first` that says when: first opened, first held."""


def _number(text: str, token: re.Match[str]) -> Iterator[Number]:
    digits, _, scale = token["number"].replace("-", " ").partition(" ")
    value = digits_value(digits) * _SCALES.get(scale.lower(), 1)
    yield _with_tail(text, value, token.span())


def _article(text: str, token: re.Match[str]) -> Iterator[Number]:
    yield _with_tail(text, Fraction(_SCALES[token["article_scale"].lower()]), token.span())


def _spelled(text: str, token: re.Match[str]) -> Iterator[Number]:
    end = token.end("spelled")
    words = list(_WORD.finditer(text, token.start(), end))
    found: list[Spelled] = list(spelled_numbers(words))
    for index, each in enumerate(found):
        place = (each.start, each.end)
        if each.ordinal:
            yield _order(text, each.value, place)
        elif index == len(found) - 1 and token["spelled_dozen"]:
            yield _with_tail(text, 12 * each.value, (each.start, token.end()))
        else:
            number = _with_tail(text, each.value, place)
            yield replace(
                number, optional=number.optional or (number.value == 1 and number.kind != "ratio")
            )


def _dozen(text: str, token: re.Match[str]) -> Iterator[Number]:
    written = token.group().lower()
    if written == "dozen":
        yield _bounded(text, Number("count", Fraction(12), *token.span()))
    elif written == "fortnight":
        yield Number("quantity", Fraction(2), *token.span(), unit="week")
    else:
        unit = ENGLISH_UNITS[written]
        yield _bounded(
            text, Number("quantity", Fraction(1), *token.span(), unit=unit, optional=True)
        )


def _with_tail(text: str, value: Fraction, place: tuple[int, int]) -> Number:
    """A number with the unit and the bound that stand round it."""
    if text.startswith((" and", "-and"), place[1]) and (half := _AND_A_HALF.match(text, place[1])):
        value = (value + HALF) * _SCALES.get((half["size"] or "").lower(), 1)
        place = place[0], half.end()
    number = Number("count", value, *place)
    if tail := _TAIL.match(text, place[1]):
        number = _unit(number, tail, text)
    elif text[place[0] - 1 : place[0]] == "(" and text[place[1] : place[1] + 1] == ")":
        number = replace(number, optional=value < 20)
    return _bounded(text, number)


def _unit(number: Number, tail: re.Match[str], text: str) -> Number:
    """A number in the unit that stands after it."""
    whole = replace(number, end=tail.end())
    if tail["points"] or tail["percent"]:
        off = tail["percent"] and (
            text.startswith(_OFF, tail.end()) or text.endswith(_DISCOUNT_OF, 0, number.start)
        )
        return replace(
            whole, kind="points" if tail["points"] else "percent", unit="off" if off else ""
        )
    if tail["mille"]:
        return replace(whole, kind="percent", value=number.value / 10)
    if tail["times"]:
        return replace(whole, kind="multiple", unit="times", others=(whole,))
    if tail["currency"]:
        return replace(whole, kind="money", unit=ENGLISH_CURRENCIES[tail["currency"]])
    if tail["among"]:
        return _among(number, tail)
    return _measured(whole, tail, text)


_OFF = (" off", " discount")
_DISCOUNT_OF = ("iscount of ", "iscounts of ", "iscount of up to ", "iscounts of up to ")


def _among(number: Number, tail: re.Match[str]) -> Number:
    """`eight out of ten` as the ratio that it is, and as the two counts that it names."""
    written = tail["among"].lower()
    whole = digits_value(written) if written[0].isdigit() else Fraction(_small(written))
    if not whole:
        return number
    among = Number("count", whole, *tail.span("among"))
    ratio = replace(number, kind="ratio", value=number.value / whole, end=tail.end())
    return replace(ratio, parts=(number, among))


def _measured(number: Number, tail: re.Match[str], text: str) -> Number:
    if tail["symbol"]:
        return replace(number, kind="quantity", unit=LATIN_UNITS[tail["symbol"]])
    word = tail["word"].lower().replace("meter", "metre").replace("liter", "litre")
    if word == "second" and not text[: number.end].endswith("s"):
        return replace(number, end=tail.start())
    return replace(number, kind="quantity", unit=_UNIT_KEYS[word])


_UNIT_KEYS = {word.lower(): unit for word, unit in ENGLISH_UNITS.items()}


def _bounded(text: str, number: Number) -> Number:
    """A number with the bounds that the words before and after it set."""
    bounds, end = english_bounds(text, number)
    return replace(number, bounds=bounds, end=end)


_READERS: Readers = MappingProxyType(
    {
        **DATE_READERS,
        "code": _code, "aces": _aces, "scale": _code, "slash": _slash, "vague": _vague,
        "half_of": _half_unit, "more_unit": _more_unit, "half_size": _half_size,
        "half_measure": _half_measure,
        "ratio": _ratio, "fold": _fold, "times": _times, "twice": _twice, "no": _no,
        "roman": _roman, "adverb": _adverb, "money": _money, "ordinal": _digit_ordinal,
        "number": _number, "article_scale": _article, "spelled": _spelled,
        "spelled_dozen": _spelled, "dozen": _dozen,
    }
)  # fmt: skip
