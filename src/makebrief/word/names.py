"""What each role's style is called in Word's gallery, and by which id paragraphs cite it.

Word matches a style's name against its own, in the reader's language: a second 正文 or Heading 1
would be renamed behind our back. A role whose name Word already uses gets its language added, and
roles that are Word's own headings keep Word's name and carry ours as an alias.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from makebrief.messages import Language
from makebrief.style.model import Style

Key = tuple[str, Language]


class StyleName(Struct, frozen=True):
    """A style's id, the name that Word knows it by, and the name that people see."""

    id: str
    word: str
    shown: str


_BUILT_IN: Mapping[Key, tuple[str, str]] = {
    ("title", "zh"): ("Heading1", "heading 1"),
    ("heading1", "zh"): ("Heading2", "heading 2"),
    ("heading2", "zh"): ("Heading3", "heading 3"),
    ("heading3", "zh"): ("Heading4", "heading 4"),
    ("heading4", "zh"): ("Heading5", "heading 5"),
    ("footnote", "zh"): ("FootnoteText", "footnote text"),
    ("contents1", "zh"): ("TOC1", "toc 1"),
    ("contents2", "zh"): ("TOC2", "toc 2"),
    ("contents1", "en"): ("TOC4", "toc 4"),
    ("contents2", "en"): ("TOC5", "toc 5"),
}
"""Roles that are styles of Word's own; titles are its first level, so that departments nest.

Each level and language of the contents has a `toc` style to itself, so that the list keeps its
look when Word rebuilds it.
"""

_LANGUAGE_MARK: Mapping[Language, str] = {"zh": "（中文）", "en": " (English)"}

_NAMES_OF_WORD = frozenset(
    """
    normal|title|subtitle|caption|list|list paragraph|list bullet|list number|quote|intense quote
    |strong|emphasis|intense emphasis|hyperlink|header|footer|page number|body text|signature|date
    |closing|salutation|table grid|table normal|no spacing|note heading|message header|index heading
    |table of figures|toc heading|book title|footnote text|footnote reference|endnote text
    |annotation text|annotation reference|plain text|block text|line number|macro|comment text
    |正文|标题|副标题|题注|列表|列出段落|列表段落|列表项目符号|列表编号|引用|明显引用|要点|强调|明显强调
    |超链接|页眉|页脚|页码|正文文本|签名|日期|结束语|称呼|网格型|普通表格|无间隔|注释标题|信息标题
    |索引标题|图表目录|目录标题|书籍标题|脚注文本|尾注文本|批注文字|批注引用|纯文本|文本块|行号
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_NUMBERED_NAMES_OF_WORD = ("heading", "toc", "index", "list", "标题", "目录", "索引", "列表")


def style_names(style: Style) -> dict[Key, StyleName]:
    """The name of every role's style, in both languages, all different."""
    names: dict[Key, StyleName] = {}
    taken: set[str] = set()
    for role, entry in style.roles.items():
        for language, wanted in (("zh", entry.name.zh), ("en", entry.name.en)):
            key: Key = (role, "zh" if language == "zh" else "en")
            shown = free_name(wanted, key[1], taken)
            built_in = _BUILT_IN.get(key)
            names[key] = (
                StyleName(*built_in, shown)
                if built_in
                else StyleName(style_id(role, key[1]), shown, shown)
            )
    return names


def free_name(wanted: str, language: Language, taken: set[str]) -> str:
    """A name that neither Word nor another of our styles has; it is then taken."""
    wanted = wanted.replace(",", " ").replace(";", " ").strip()
    base = wanted + _LANGUAGE_MARK[language] if _is_word_name(wanted) else wanted
    name, count = base, 1
    while name.casefold() in taken:
        count += 1
        name = f"{base} {count}"
    taken.add(name.casefold())
    return name


def style_id(role: str, language: Language, variant: str = "") -> str:
    """The ASCII id of a role's style: `figure-value` in English is FigureValueEn."""
    pascal = "".join(part[:1].upper() + part[1:] for part in role.replace("_", "-").split("-"))
    return f"{''.join(map(_ascii, pascal))}{language.capitalize()}{variant}"


def _ascii(letter: str) -> str:
    return letter if letter.isascii() and letter.isalnum() else f"u{ord(letter):x}"


def _is_word_name(name: str) -> bool:
    folded = name.casefold()
    stem = folded.rstrip("0123456789").rstrip()
    numbered = stem != folded and stem in _NUMBERED_NAMES_OF_WORD
    return numbered or folded in _NAMES_OF_WORD
