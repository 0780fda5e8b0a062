"""The words round a number that bound it: over, nearly, about, at least, in both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from makebrief.checks.numbers.reading import EXACTLY, Bound, Number

_ABOUT = "(?<![节契预条公合制签限爽毁违赴邀])约"
_LOWEST = "最低(?!工资|生活|收购|气温)"
"""A word of a bound, but not where it ends or begins another word: 预约, 最低工资."""

_CHINESE_BEFORE = {
    "over": "超过|超出|超|逾|突破|高于|多于|大于|不止|跨越|越过",
    "under": "不足|不到|不及|不满|未满|未达|低于|少于|小于",
    "nearly": "接近|将近|近|逼近|几乎",
    "nearly_or_about": "差不多|差不离",
    "or_about": "也就是?",
    "about": f"大约|大概|约为|{_ABOUT}",
    "at_least": "不[得能可应宜准许]?(?:少于|低于|小于)|至少|最少|起码",
    "at_most": "不[得能可应宜准许]?(?:超过|高于|多于|大于|超出)|至多|最多|不超",
    "reached": "年满|已满|满",
    "past": "(?<!通|经|超|不)(?<!(?<![进速额温程])度)过|(?<!突)破",
    "highest": "最高|最大|最长|上限",
    "lowest": f"{_LOWEST}|最小|最短|下限|起步",
}
_MORE_THAN = "(?:higher|longer|older|faster|heavier|taller|larger|wider|deeper) than"
_ENGLISH_BEFORE = {
    "none_under": r"none(?: of (?:them|these|whom|the \w+))?(?: (?:is|are|was|were|being))?"
    " (?:under|below)",
    "over": "(?<!turned )(?<!handed )(?<!taken )(?<!brought )over"
    "|more than|above|exceed(?:ing|ed|s)?|in excess of|surpass(?:ing|ed|es)?"
    f"|greater than|upwards? of|{_MORE_THAN}",
    "past": "past|tops|topp(?:ing|ed)|pass(?:ing|ed|es)?|beyond|cross(?:ed|ing)"
    "|br(?:oken?|eaking)(?: through)?|beat",
    "short_of": "just (?:under|below|short of)|(?:slightly|a little) (?:under|below|less than)"
    "|not quite",
    "nearly": "nearly|almost|close to|approach(?:ing|ed)",
    "about": "about|around|approximately|roughly|circa|some",
    "estimated": "an estimated",
    "at_least": "at least"
    r"|no shorter than|(?:a )?(?:floor|minimum) of"
    r"|(?:no(?! one\b)|not|never)(?: [a-z]+){0,2}"
    " (?:below|under|less than|fewer than|lower than|short of)",
    "at_most": "at most|(?:a )?(?:maximum|ceiling|cap|upper limit) of|capped at|within"
    r"|(?:no(?! one\b)|not|never)(?: [a-z]+){0,2} (?:more than|above|over|exceed(?:ing|ed)?"
    f"|{_MORE_THAN}|beyond)",
    "up_to": "up to(?: and including)?|limited to|a limit of"
    "|as (?:many|much|high|long|far|low|few|little) as",
    "lowest": "start(?:s|ing|ed)? (?:at|from)",
    "after": "after",
    "under": "under|below|less than|fewer than|lower than|shorter than|short of",
}


def _groups(words: Mapping[str, str]) -> str:
    return "|".join(f"(?P<{bound}>{alternatives})" for bound, alternatives in words.items())


_BEFORE_CHINESE = re.compile(
    rf"(?:{_groups(_CHINESE_BEFORE)})(?:了|达到?|为|有|折?合|占到?|需要?|花费?|是|相当于)?(?:人民币|每[^，。、]{{1,3}})?$"
)
_BEFORE_VERB_CHINESE = re.compile(
    r"(?:(?P<at_least>至少|最少(?!的)|起码)|(?P<at_most>(?:最多|至多)(?=[可能不只允给补奖申享选报设派]))"
    rf"|(?P<about>{_ABOUT}(?=[能可会需])|大概(?=[能可会需出要花用有是在]))"
    rf"|(?P<highest>最高|最多|最大|最长|上限)|(?P<lowest>{_LOWEST}|最小|最短|下限))[^\d，。；、：]{{1,6}}$"
)
"""A bound whose verb follows it: 至少举办, 最多可申领, 大约能省."""

_BEFORE_SHARE_CHINESE = re.compile(
    "(?:(?P<at_most>不[得能应]?(?:超过|高于))|(?P<at_least>不[得能应]?(?:低于|少于))|(?P<above>高于|多于)|(?P<below>低于|少于)|(?P<over>超过|超出|超(?=占|全|总)|逾)"
    "|(?P<under>不足|不到|不及|未达)|(?P<nearly>接近|将近|近(?=占|全|总)|几乎)"
    rf"|(?P<about>大约|大概|差不多|{_ABOUT}))(?![一二两三四五六七八九]成)"
    r"(?=(?:\d+年前)?[^，。；、：\d百千万亿]{1,18}$)"
)
"""A bound before what the number is a share of: 超过全市人口的95%, 不到5年前的一半."""

_BEATEN = re.compile(
    "(?:(?P<over>超过|高于|多于|超出)|(?P<under>低于|少于|不及))了?(?:[去上前]年|同期|历史|此前|以往|原来)"
    "[^，。；、\\d]{0,8}的$"
)
"""What another number is held against, and is neither more nor less itself: 超过去年全年的691列."""

_SHARE = re.compile("[%％成半倍/折]|分之")
_WHOLE = re.compile("(?:的|标准|水平|门槛|限额|全[球国省市县区]|世界|总[量数额]|人口)$")
"""What stands between what a number is a share of and the number."""

_AGO_OF_SHARE = re.compile(
    "前[^，。；：]{0,8}?的(?:一半|[\\d.一二两三四五六七八九十百]+(?:倍|成|[%％]|分之))"
)
"""What makes a time one that a share is of, so that a bound before it is that of the share."""

_SHARE_BOUNDS: Mapping[str, Bound] = MappingProxyType({"above": "over", "below": "under"})
"""Words that bound a share, or hold something against it: 低于最低工资的1.5倍."""

_STATED_BEFORE = re.compile("年|期|目标|计划|标准|要求")
"""What has a share of its own that another exceeds: 超过上年的5%."""

_PER = re.compile("/(?:[平立]方米|升|人|吨|公里|户|小时|年|月|天|日|千瓦时|度|亩|公顷)")
"""What a number may be of, between it and the bound behind it: 28微克/立方米以下."""

_AFTER_CHINESE = re.compile(
    r"(?P<above>期?(?:（不?含）)?及?以上|或以上)|(?P<within>期?以内)|(?P<below>期?(?:（不?含）)?及?以下)|(?P<about>左右|上下|前后|(?<=[十百])来(?=[个家名位人户岁次条种项]))"
    r"|(?P<beyond>出头|开外|有余|挂零)|(?P<over>余|还多|还要多|多(?![种元样功家个项数次层方维部媒彩重语国民渠]))|(?P<during>来|间(?!隔)|之?内|里|中)"
)
_BEFORE_ENGLISH = re.compile(
    rf"\b(?:{_groups(_ENGLISH_BEFORE)}) "
    "(?:a total of |the age of |the (?:first |last |past |next )?|an? "
    r"|(?:every|all|another|a further|an additional|these|those|its|their|our) )?$",
    re.IGNORECASE,
)
_OR = (
    r"(?:, (?:and(?! \w+ (?:(?:than|half|an?)\b|(?:RMB |US[D$] ?)?\d))"
    r"|or(?! \w+ (?:than\b|(?:RMB |US[D$] ?)?\d)))"
    r"| ?(?:and|or)(?! \w+ than\b))"
)
"""Not before what the word bounds instead: aged 14, and more than 90%; 14, and over 200."""

_AFTER_ENGLISH = re.compile(
    r"[- ]?(?:old|of age|of service)?(?:(?P<over>plus\b|\+)|(?P<odd>odd\b)"
    rf"|{_OR} (?P<above>above|over|more|older|later|subsequent|upwards?|higher|longer|better"
    r"|up(?! to\b))\b"
    rf"|{_OR} (?P<below>under|below|less|fewer|younger|lower|shorter|worse)\b"
    r"|(?P<about>or so\b)|(?P<at_most>(?:[a-z]+ ){0,2}at (?:the )?(?:most|latest)(?=[,.;:)]|$))"
    r"|(?P<at_least>(?:[a-z]+ ){0,2}at (?:the (?:very )?)?(?:least|earliest)(?=[,.;:)]|$))"
    r"|(?P<and_down>(?: (?!at|in|on|to|with|by)[a-z]+){1,4} or (?:under|less|below|fewer)\b)"
    r"|(?P<and_up>(?: (?!at|of|in|on|to|with|by)[a-z]+){1,2}"
    r" (?:or (?:more|above|over|longer|later|older|higher)|and (?:above|over))\b"
    r"(?! (?:than|the|an?|its|their|\d))))",
    re.IGNORECASE,
)
_SPEAKING = re.compile(
    r"\b(?:learn\w*|talk\w*|sp[eo]ak\w*|spoke|information|news|questions?|concern\w*|know\w*"
    r"|worr\w+|complain\w*|hear\w*|inquir\w+|brought|bring\w*)$",
    re.IGNORECASE,
)
"""Words after which `about` names a topic."""

_SURROUNDING = re.compile(
    r"\b(?:roads|streets|areas|land|walls|greenery|forests|belts|zones|spaces|patrols|checks|traffic"
    r"|homes|buildings|sites|people|conditions|those|all|and)$",
    re.IGNORECASE,
)
"""Words after which `around` names a place: the roads around 42 schools."""

DURING: frozenset[Bound] = frozenset({"", "over", "at_most"})
"""What 三年来 and 三年内 can be in English: over three years, within three years."""

_LOOSE: Mapping[str, frozenset[Bound]] = MappingProxyType(
    {
        "past": frozenset({"", "over"}),
        "up_to": frozenset({"", "at_most"}),
        "reached": frozenset({"", "at_least"}),
        "highest": frozenset({"", "at_most"}),
        "lowest": frozenset({"", "at_least"}),
        "short_of": frozenset({"nearly", "under"}),
        "estimated": frozenset({"", "about"}),
        "after": frozenset({"", "over"}),
        "none_under": frozenset({"at_least", "under"}),
        "nearly_or_about": frozenset({"nearly", "about"}),
        "or_about": frozenset({"", "about"}),
    }
)
"""Words that may bound a number, or in two ways: topped, 最高, 年满, just under."""

_AFTER_BOUNDS: Mapping[str, frozenset[Bound]] = MappingProxyType(
    {
        "above": frozenset({"over", "at_least"}),
        "and_down": frozenset({"under", "at_most"}),
        "and_up": frozenset({"over", "at_least"}),
        "within": frozenset({"at_most", "under"}),
        "below": frozenset({"under", "at_most"}),
        "about": frozenset({"about"}),
        "over": frozenset({"over"}),
        "beyond": frozenset({"over"}),
        "odd": frozenset({"over", "about"}),
        "at_most": frozenset({"at_most"}),
        "at_least": frozenset({"at_least"}),
        "during": DURING,
    }
)
GRADED: Mapping[str, frozenset[Bound]] = MappingProxyType(
    {"优": frozenset({"", "over", "at_least"}), "劣": frozenset({"", "over", "under"})}
)
"""What a character before a grade can mean: 优Ⅲ, at or above Grade III; 劣Ⅴ, below Grade V."""

_BEHIND_NOUNS = frozenset({"and_up", "and_down", "at_most", "at_least"})
"""Bounds that may stand behind what is counted: two projects at most."""

_DIVIDING = frozenset({"above", "below", "within"})
_AFTER_COUNTERS = _DIVIDING | {"about", "beyond"}


def chinese_bounds(
    text: str, start: int, end: int, after: frozenset[Bound] | None
) -> tuple[frozenset[Bound], int]:
    """The bounds that the words round a number set, and where the last of them ends.

    `after` is the bound of a 余 or 多 inside the number.
    """
    per = _PER.match(text, end)
    if found := _AFTER_CHINESE.match(text, per.end() if per else end):
        written = found.lastgroup or ""
        if after is None or written in _DIVIDING:
            after = _AFTER_BOUNDS[written]
            end = found.end() if written != "during" else end
    earlier = (text, max(0, start - 9), start)
    before = _BEFORE_CHINESE.search(*earlier)
    if before is None or before.lastgroup in _LOOSE:
        before = _BEFORE_VERB_CHINESE.search(*earlier) or before
    if before:
        kind = before.lastgroup or ""
        if _AGO_OF_SHARE.match(text, end):
            return EXACTLY, end
        if kind == "past" and _SHARE.search(text, start, end):
            kind = "over"
        own: frozenset[Bound] = _LOOSE.get(kind) or frozenset({kind})  # type: ignore[arg-type]
        if text[start - 1] == "每":  # 至少每半年一次
            own |= EXACTLY
        return (own | after if after and after & {"over", "at_least", "about"} else own), end
    return after or _share_bounds(text, start, end), end


def _share_bounds(text: str, start: int, end: int) -> frozenset[Bound]:
    """The bound before what a number is a share of; it may be what a share of old is held to."""
    if found := _BEATEN.search(text, max(0, start - 16), start):
        return EXACTLY | {found.lastgroup or ""}  # type: ignore[arg-type]
    whole = _WHOLE.search(text, max(0, start - 2), start)
    if whole is None or not _SHARE.search(text, start, end):
        return EXACTLY
    last = start - (whole.group() == "的")
    found = _BEFORE_SHARE_CHINESE.search(text, max(0, start - 24), last)
    if found is None:
        return EXACTLY
    kind = _SHARE_BOUNDS.get(found.lastgroup or "", found.lastgroup or "")
    own: frozenset[Bound] = frozenset({kind})  # type: ignore[arg-type]
    if kind != found.lastgroup:
        own |= EXACTLY
    return own | EXACTLY if _STATED_BEFORE.search(text, found.end(), start) else own


def bounded_after_counter(text: str, end: int) -> bool:
    """Whether the words after a counter word bound its number: 八十岁以上, but not 三次多."""
    found = _AFTER_CHINESE.match(text, end)
    return found is not None and found.lastgroup in _AFTER_COUNTERS


def english_bounds(text: str, number: Number) -> tuple[frozenset[Bound], int]:
    """The bounds that the words round a number set, and where the last of them ends."""
    bounds, start, end = EXACTLY, number.start, number.end
    if found := _AFTER_ENGLISH.match(text, end):
        bounds = _AFTER_BOUNDS[found.lastgroup or ""]
        end = end if found.lastgroup in _BEHIND_NOUNS else found.end()
    before = _BEFORE_ENGLISH.search(text[max(0, start - 40) : start])
    if before is None:
        if bounds == EXACTLY and text.endswith("first ", 0, start):
            bounds = EXACTLY | {"at_most"}
        return _bounds_of_another(text, start) or bounds, end
    kind = before.lastgroup or ""
    if kind in _LOOSE:
        return _LOOSE[kind], end
    place = start - len(before.group())
    earlier = text[max(0, place - 30) : place].rstrip()
    if kind == "about" and _says_where_or_what(before[kind].lower(), earlier):
        return bounds, end
    if kind in _DENIED_TOO and _DENIED.search(text, max(0, place - 60), place):
        return frozenset({kind, _DENIED_TOO[kind]}), end  # type: ignore[arg-type]
    than = before.group().lower()
    compared = than.endswith("than the ") or (
        than.endswith("than ") and _AGO.match(text, number.end)
    )
    of_another = before[kind].lower() in _ALSO_BEHIND and _OF_ONE_BEFORE.search(earlier)
    opening = before[kind] == "Around" and not earlier
    if compared or of_another or opening or _is_preposition(before, number, earlier):
        return frozenset({"", kind}), end  # type: ignore[arg-type]
    return frozenset({kind}), end  # type: ignore[arg-type]


def _says_where_or_what(word: str, earlier: str) -> bool:
    """Whether about names a topic, or around a place, by the words before it."""
    said = _SURROUNDING if word == "around" else _SPEAKING
    return said.search(earlier) is not None


def _bounds_of_another(text: str, start: int) -> frozenset[Bound]:
    """What a number may be for what is compared with it: higher than the average of 2.6%."""
    if not text.endswith(" of ", 0, start):
        return frozenset()
    found = _COMPARED.search(text, max(0, start - 60), start)
    return frozenset({"", "over" if found["over"] else "under"}) if found else frozenset()


_COMPARED = re.compile(
    r"\b(?:(?P<over>(?:higher|faster|greater|better) than|above|over|exceed\w*)"
    r"|(?:lower|slower|smaller|less|worse) than|below|under) (?:[A-Za-z’'-]+ ){1,6}of $"
)

_DENIED_TOO: Mapping[str, Bound] = MappingProxyType({"over": "at_most", "under": "at_least"})
_DENIED = re.compile(
    r"\b(?:no(?! longer)|not(?! only| just| merely)|never|nor|none|neither|cannot)\b[^,.;:]*$",
    re.IGNORECASE,
)
"""What turns over into at most: no company may receive more than RMB 2 million."""

_AGO = re.compile(" ago| earlier| before", re.IGNORECASE)
"""What makes a time one to compare with: 2.4 years longer than ten years ago."""

_OF_ONE_BEFORE = re.compile(r"\d (?:and|or)$")
"""What makes a bound that of the number before: those aged 60 and over 22.1%."""

_ALSO_BEHIND = frozenset({"over", "under", "above", "below"})
"""Words that stand behind the number that they bound as well."""


def _is_preposition(before: re.Match[str], number: Number, earlier: str) -> bool:
    """Whether a word may say where or when: within three years, over five years, under the two."""
    word = before[before.lastgroup or 0].lower()
    if word in _PREPOSITIONS and _DEFINITE.search(before.group()):
        return True
    if word == "over":
        if number.unit in _AREAS:
            return _SPREAD.search(earlier) is not None
        return number.unit in _LONG_TIMES and not _MEASURING.search(earlier)
    return word == "some" or (word == "within" and number.kind in {"quantity", "percent", "count"})


_PREPOSITIONS = frozenset({"over", "under", "above", "below", "within", "around", "about"})
_LONG_TIMES = frozenset({"hour", "day", "week", "month", "quarter", "year", "decade"})
_AREAS = frozenset({"m2", "ha", "km2", "mu", "acre"})
_SPREAD = re.compile(
    r"\b(?:control|spread\w*|burn(?:ed|ing|t)|extend\w*|scattered|place|carried out)$",
    re.IGNORECASE,
)
"""Words after which `over` says where: brought under control over 185 square kilometres."""
_DEFINITE = re.compile(r"\bthe\b", re.IGNORECASE)
_MEASURING = re.compile(
    r"\b(?:for|of|than|with|after|in|at|by|from|to|is|are|was|were|been|be|has|have|had|t[ao]kes?"
    r"|took|taking|last(?:s|ed|ing)?|sp[ea]nd(?:s|ing)?|spent|needs?|live[ds]?|aged)$",
    re.IGNORECASE,
)
"""Words after which `over` measures a time: for over five years."""
