"""Texts as people write them in briefings, and as they never should."""

from __future__ import annotations

from hypothesis import strategies as st

HAN = "聊城市场监督管理局召开行政指导会走访企业收集意见建议𬭼䶮"
MARKS = "，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕——……～·"
LATIN_MARKS = ".,;:!?()[]'\"-–/%&"

WORDS = st.one_of(
    st.text(HAN, min_size=1, max_size=8),
    st.sampled_from(MARKS),
    st.sampled_from(["——", "……", "。”", "）。", "《", "“"]),
    st.text("abcXYZ", min_size=1, max_size=9),
    st.from_regex(r"[0-9]{1,5}(\.[0-9]{1,2})?", fullmatch=True),
    st.sampled_from(["135.22亿元", "RMB 13.522 billion", "63%～68%", "2021—2035年", "第20届"]),
    st.sampled_from(["G309", "https://www.liaocheng.gov.cn/a/b.html", "e\u0301", "Dong’e"]),
    st.sampled_from(["CO₂", "10 km²", "30㎡", "25℃", "5‰", "10⁻⁶", "①", "https://a.cn/?b=1&c=%2F"]),
    st.sampled_from(LATIN_MARKS),
    st.sampled_from([" ", "  ", "\xa0", "　"]),
)

TEXTS = st.lists(WORDS, min_size=1, max_size=40).map("".join).map(str.strip).filter(bool)
LANGUAGES = st.sampled_from(["zh", "en"])
