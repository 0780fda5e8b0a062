"""Words that hold a numeral and state no number: what no grammar of numbers could tell.

A Chinese numeral before neither a counter word nor a unit (统一, 万众) is never missed in the
English; this table is for the rest, where a counter or unit seems to follow. A number inside one of
these words may answer one of the other language (三峡, Three Gorges), and is not missed there. What
belongs to one series (the names of plans, campaigns and bodies) stands in its glossary, not here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from makebrief.content.dates import MONTH

CHINESE_NAMES = (
    # Adverbs and idioms in which a counter seems to follow.
    "十分(?!之|钟|钱)", "万分(?!之)", "百分(?![百之点])", "千万(?=不|要|别)", "千家万户",
    "百家争鸣", "万家灯火", "千头万绪", "千方百计", "千军万马", "千山万水", "千行百业",
    "百业", "百姓", "[初高][一二三]年级",
    "四通八达", "五湖四海", "五花八门", "七上八下", "三番五次", "三五成群", "三天两头",
    "两手抓", "两不误", "一年一度", "一年四季", "四季(?!度)", "四周", "一日三餐", "日新月异",
    "百花齐放", "百年大计", "百年(?=未有|变局|树人|老店|老字号)", "十年树木", "万无一失", "万一",
    "不怕一万",
    "一举两得", "一石二鸟", "三言两语", "三心二意", "四面八方", "百货", "百科", "百合", "千古",
    "百度", "万达", "万科", "千禧", "万向", "千岛", "五金", "三轮车", "两轮车", "三角洲", "八角",
    "四合院", "六神", "五谷", "三明治", "三文鱼", "二手", "二维码", "三维", "二次元", "二次供水",
    "二次创业", "一次性", "两栖", "两侧", "两翼", "两端", "两头", "两旁", "两口子", "三口之家",
    "一把手", "二把手", "三峡", "四川", "三亚", "三明(?!治)", "三门峡", "九江", "六安", "六盘水",
    "五台", "十堰", "八达岭", "九寨沟", "千佛山", "万州", "百色", "双鸭山", "双城",
    "第一时间", "第一线", "第一手", "第一要务", "第二课堂", "第三产业", "第一产业", "第二产业",
    "万里(?=长江|黄河|长城|晴空|无云)", "一[周旬季年](?=一)", "一月(?=一(?!日))",
    "第?[一二](?:[、和与及]?第?[二三]){1,2}产业",
    # Idioms in which a unit or a large number seems to stand.
    "百尺竿头", "十年磨一剑", "[百千万]里(?=挑一|之行|之堤|迢迢|江山|长征)", "无以至千里",
    "一日千里", "[半千]斤(?=八两|重担|顶)", "拨千斤", "八方(?=来客|支援|宾客)",
    "十里(?=不同风|八乡)",
    "行百里者半九十", "(?<=信心)百倍", "百倍(?=信心|努力)", "三人行必有", "九层之台", "多半",
    "气象万千", "双过半", "时间过半(?=[、，]任务过半)", "(?<=时间过半[、，])任务过半",
    "一箭双雕", "一个头两个大", "冰冻三尺", "[A-Z]2[A-Z]",
    "一传十[，、]?十传百", "十八般武艺", "三十六计", "三百六十行",
    "五十步笑百步", "[三四五六]十而[立不知耳]", "三天打鱼[，、]?两天晒网", "三分钟热[度情]",
    "九曲十八弯", "千年(?=古|大计|文脉|历史|运河)", "[百万千]元(?=户|店|机|村)", "天下第一",
    "头一[回次年天遭]", "大半(?=[天夜])[天夜]", "半边天", "半壁江山", "半成品", "半导体",
    # Days of the old calendar.
    "正月十五", "腊月[一二三十廿]+",
    r"[一二两三四五六七八九十]月[一二三五六七八九](?=[^\d日号月个]*(?:节|庙会|集))",
    # Holidays and days named by their numbers.
    "[“\"]?五一[”\"]?(?=假期|小长假|劳动|期间|黄金周|节|当)",
    "[“\"]?十一[”\"]?(?=假期|长假|国庆|期间|黄金周|当)",
    "[“\"]?六一[”\"]?(?=儿童|期间|节)", "[“\"]?七一[”\"]?(?=前|期间|表彰|勋章)",
    "[“\"]?八一[”\"]?(?=建军|前|期间)", "[“\"]?三八[”\"]?(?=妇女|国际|节|红旗)",
    "[“\"]?双十一[”\"]?", "[“\"]?双十二[”\"]?", "[“\"]?双11[”\"]?", "[“\"]?双12[”\"]?",
    # Fixed names of public life.
    "三农", "三支一扶", "百千万(?=工程|[”\"]工程)",
    "三八红旗", "双一流", "三甲", "二甲", "一二三产", "三产", "一产(?=业|增)", "二产",
    "四上企业", "四大班子", "两委", "两会", "三公经费", "三公", "五险一金", "五保", "两癌",
    "两客一危", "三品一械", "四议两公开", "三会一课", "两学一做", "一岗双责", "三同时",
    "两新", "两重", "两优", "三北", "三夏", "三秋", "三伏", "三九", "三产融合", "四好农村路",
    "三位一体", "四位一体", "五位一体", "一老一小", "一网通办", "一窗通办", "一企一策",
    "一业一证", "一站式", "一件事", "九三学社", "一国两制", "二氧化碳", "一氧化碳",
    "二氧化硫", "三七", "五粮液", "碳(?:十四|14)",
    "第二天(?=[一早清凌上中下晚就，])",
)  # fmt: skip
"""Chinese words whose numerals are not missed, as patterns."""

ENGLISH_NAMES = (
    r"at one time", r"one another", r"no one", r"one-stop", r"one by one", r"one of a kind",
    r"(?:comes?|came|puts?|putting) (?:[\w’'-]+ ){0,4}first(?! in| on| place)",
    r"at first(?: glance| sight)?", r"first of all", r"first and foremost",
    r"first[- ]aid(?:ers?)?",
    r"first[- ]rate", r"first[- ]hand", r"firsthand", r"first responders?", r"first line",
    r"in the first place", r"in the second place", r"first come,? first served",
    r"second[- ]hand", r"per second", r"second to none", r"second nature", r"split second",
    r"round the clock", r"24/7", r"nine[- ]to[- ]five", r"one hundred per ?cent sure",
    r"a million thanks", r"million(?:aire|th)s?", r"May Day", r"Double (?:Eleven|11|Twelve|12)",
    r"double[- ]digit", r"single[- ]digit", r"Covid-19|COVID-19", r"Lead Level One",
    r"two-way", r"two[- ]dimensional", r"three[- ]dimensional", r"360[- ]degree",
    r"zero[- ]tolerance", r"half-?way", r"half[- ](?:hearted|measures?)", r"better half",
    r"hundred[- ]mile", r"[A-Z]2[A-Z]", r"(?:every|each) second(?=[,.;:)]|$)",
    rf"(?:first|second|latter) half of (?:{MONTH})",
    r"Long March", r"two birds(?= with one stone)", r"(?<=between )the two",
    r"the two(?= (?:narrowed|widened|were|are|was|is|have|had|together|combined|grew|rose|fell"
    r"|stood)\b)",
    r"(?:12|twelve) months (?:earlier|before|ago|previously)",
    r"(?:journey|march) of a (?:hundred|thousand) (?:miles|li)",
    r"half[- ](?:a )?kilo(?:gram)?s?", r"one['’]s",
    r"(?:all|the) (?:two|three|four|five) (?:figures|numbers|rates|shares|indicators|amounts)",
    r"hundred, thousand and ten thousand",
    r"one ?self", r"square one",
    r"(?:Grade|Class|Level|tertiary) ?(?:[23]|I{2,3})-?[ABC]",
    r"(?<=s )a second(?=[,.;:)]|$| (?:and|at|on|in|for|with)\b)",
)  # fmt: skip
"""English words whose numerals are not missed, as patterns; case does not count."""

_AT_THE_END = r"\b(?:end(?! (?:on|in|at|by)\b)|late)\b"
"""What the last day of a month may be in English; a thing may end on another day."""

SAID_OTHERWISE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        # what is read: (in the English instead of it, in the Chinese instead of it)
        "quantity 0": (r"\b(?:zero|no|birth|newborns?|without|up to|under)\b", "零|无|未|没有|不"),
        "count 0": (r"\b(?:zero|no|none|nil|without|not|birth|newborns?)\b", "零|无|未|没有|不"),
        "count 1": (r"\b(?:an?|one|single|sole|only|another|each|every|once)\b", "一|单|独|每"),
        "count 2": (r"\b(?:both|either|neither|couple|pair|twin|dual|between)\b", "双|俩|对"),
        "count 7": (r"\b24/7\b|\bround[- ]the[- ]clock\b", "全天候"),
        "quantity 1": (r"\b(?:an?|one|single|per|each|every|annual(?:ly)?)\b", "一|单|每|年|月|日"),
        "money 1": (r"\b(?:an?|one|single|per|each|every)\b", "一|单|每"),
        "quantity 24": (r"round[- ]the[- ]clock|24/7|day and night|non-?stop", "全天候|昼夜|全天"),
        "quantity 7": (r"\ba week\b", "一周|一星期|一个星期"),
        "quantity 14": (r"\bfortnight\b", "两周|两星期"),
        "quantity 10": (r"\bdecades?\b", "十年"),
        "quantity 100": (r"\bcentur(?:y|ies)\b", "百年"),
        "count 100": (r"\bcenten(?:ar(?:y|ies)|nials?)\b", "百年"),
        "percent 100": (
            r"\b(?:all|every|full|fully|entire(?:ly)?|universal|complete(?:ly)?|whole|each)\b",
            "全|均|都|百分百|皆|一律",
        ),
        "time 1440": (r"\b(?:end|close) of the day\b", "24[时点]"),
        "percent 50": (r"\b(?:halved?|halving|half)\b", "减半|一半|对半|折半"),
        "ratio 1/2": (
            r"\b(?:majority|most|halved|halving|half-?way|equally|evenly|fifty-fifty)\b",
            "多数|减半|双过半|时间过半",
        ),
        "day 1": (r"\b(?:start|beginning|early|first)\b", "初|起"),
        "day 28": (_AT_THE_END, "底|末"),
        "day 29": (_AT_THE_END, "底|末"),
        "day 30": (rf"{_AT_THE_END}|\b(?:first half|half-year)\b", "底|末|上半年|前三季度"),
        "day 31": (rf"{_AT_THE_END}|\bfirst quarter\b", "底|末|全年|一季度"),
        "month 1": (r"\b(?:start|beginning) of the year\b", "年初"),
        "month 3": (r"\bfirst quarter\b", "一季度"),
        "month 6": (r"\b(?:first half|half-year)\b", "上半年"),
        "month 9": (r"\bthree quarters\b", "三季度"),
        "span 1-3": (r"\bthree months\b", "前3个月|前三个月"),
        "span 1-6": (r"\bmid-?year\b|\bhalf[- ]year\b|\bsix months\b", "年中|前6个月|前六个月"),
        "month 12": (r"\b(?:end of (?:the|last|this|that) year|year-end)\b", "年底|年末|全年"),
        "ordinal 2": (r"\b(?:runners?-up|next|following)\b", "仅次于|次席|亚军"),
        "ordinal 1": (
            r"\b(?:first|pilot|inaugural|maiden|initial|opening|pioneer\w*|earliest|top(?:s|ped|ping)?"
            r"|leads?|leading|best|highest|largest|biggest|greatest|fastest|the most|number one|new"
            r"|newly|debut|launch\w*|(?:more|higher|better|faster) than any(?:where|one)?"
            r"(?: else| other))\b",
            "首|起步|环比|当[年月日天]|时隔|再次|再度|率先|最早|最先|先|初|始|头|一|开局|零的?突破|前[0-9两几二三四五六七八九十百半]",
        ),
    }
)
"""How a number may be said without a numeral, by what is read of it."""

CHINESE_NAME = re.compile("|".join(CHINESE_NAMES))
ENGLISH_NAME = re.compile(rf"\b(?:{'|'.join(ENGLISH_NAMES)})\b", re.IGNORECASE)


def find_names(text: str, names: re.Pattern[str]) -> frozenset[int]:
    """Which characters of a text belong to words that state no number."""
    return frozenset().union(*(range(*found.span()) for found in names.finditer(text)))
