"""YAML text into plain data plus the position of every key and value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate
from pathlib import Path as FilePath
from typing import Any

import yaml

from makebrief.content.source import Path, Place, Source
from makebrief.errors import BriefError, Diagnostic, Span, error
from makebrief.messages import Message, say

MAX_BYTES = 8_000_000
MAX_DEPTH = 40
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,18}\.[0-9]{1,8}")
_PLAIN = "tag:yaml.org,2002:str"
_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq", "merge", "value")
)
_BRACKET = re.compile(r"[\[\]{}]")
_IN_ONE_LINE = ("',' or '}'", "',' or ']'")
"""How libyaml ends its complaint of what stands between braces or brackets."""

_DEEP_LINE = re.compile(r"\n {200}|(?:[-?] ){40}")
_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "true": True,
    "false": False,
}
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)


def load_source(path: FilePath, shown: str | None = None) -> Source:
    """Reads one YAML file; raises BriefError if it cannot be read or is not YAML as we take it."""
    file = shown or path.as_posix()
    text = decode_text(read_bytes(path, file), file)
    return parse_source(text, file)


def read_bytes(path: FilePath, file: str) -> bytes:
    """The bytes of a content file, refused when absent, unreadable or too large."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BriefError(
                [error(say("file-too-large", limit=MAX_BYTES // 1_000_000), Span(file))]
            )
        return path.read_bytes()
    except FileNotFoundError as failure:
        raise BriefError([error(say("file-missing"), Span(file))]) from failure
    except OSError as failure:
        reason = failure.strerror or str(failure)
        raise BriefError([error(say("file-unreadable", reason=reason), Span(file))]) from failure


def decode_text(data: bytes, file: str) -> str:
    """UTF-8 bytes (with or without a BOM, any line ends) into text with `\\n` line ends."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        raise BriefError([_encoding_error(data, failure, file)]) from failure
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _FORBIDDEN.search(text):
        before = text[: found.start()]
        span = Span(file, before.count("\n") + 1, found.start() - before.rfind("\n"))
        code = f"U+{ord(found.group()):04X}"
        raise BriefError([error(say("control-character", code=code), span)])
    return text


def _encoding_error(data: bytes, failure: UnicodeDecodeError, file: str) -> Diagnostic:
    before = data[: failure.start]
    last_line = before.rpartition(b"\n")[2].decode("utf-8", "replace")
    span = Span(file, before.count(b"\n") + 1, len(last_line) + 1)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return error(say("not-utf8", encoding="UTF-16"), span, say("hint-save-utf8"))
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return error(say("not-utf8-unknown"), span, say("hint-save-utf8"))
    name = FilePath(file).name
    hint = say("hint-convert-gb18030", name=name)
    return error(say("not-utf8", encoding="GB18030 / GBK"), span, hint)


def parse_source(text: str, file: str) -> Source:
    """YAML text into data and places, all structural mistakes of the file reported at once."""
    if _may_be_deep(text) and _is_deep(text):
        raise BriefError([error(say("too-deep", limit=MAX_DEPTH), Span(file))])
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as failure:
        raise BriefError([_syntax_error(failure, text, file, starts)]) from failure
    reader = _Reader(file, text, starts)
    if node is None:
        raise BriefError([error(say("file-empty"), Span(file))])
    data = reader.read(node, (), 0)
    if reader.diagnostics:
        raise BriefError(reader.diagnostics)
    return Source(file, text, data, reader.places, starts)


def _may_be_deep(text: str) -> bool:
    """Whether a text may be nested very deeply, judged by its brackets and indents alone."""
    depths = accumulate(1 if each in "[{" else -1 for each in _BRACKET.findall(text))
    return max(depths, default=0) > MAX_DEPTH or _DEEP_LINE.search(text) is not None


def _is_deep(text: str) -> bool:
    """Whether a text is nested too deeply, found without composing it, which recurses in C."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH * 2:
                return True
    except yaml.YAMLError:
        return False
    return False


def _syntax_error(failure: yaml.YAMLError, text: str, file: str, starts: list[int]) -> Diagnostic:
    mark = getattr(failure, "problem_mark", None)
    problem = getattr(failure, "problem", None) or str(failure)
    if "undefined alias" in problem:
        return error(say("yaml-alias"), _mark_span(file, mark), say("hint-alias"))
    span = _mark_span(file, mark)
    line = text[starts[span.line - 1] :].partition("\n")[0] if span.line <= len(starts) else ""
    hints: list[Message] = []
    if "\t" in line[: len(line) - len(line.lstrip())]:
        hints.append(say("hint-tab"))
    elif problem.endswith(_IN_ONE_LINE):
        opened = _mark_span(file, getattr(failure, "context_mark", None)).line
        closed = opened == span.line
        hints.append(say("hint-quote-inside") if closed else say("hint-unclosed", line=opened))
    elif re.search(r":\s+[^\"'].*: ", line) or "mapping values" in problem:
        hints.append(say("hint-quote-colon"))
    elif re.search(r"[:-]\s+[{\[%@`*&!]", line):
        hints.append(say("hint-quote-start"))
    else:
        hints.append(say("hint-yaml"))
    return error(say("yaml-syntax", problem=problem), span, *hints)


def _mark_span(file: str, mark: Any) -> Span:
    return Span(file, mark.line + 1, mark.column + 1) if mark else Span(file)


class _Loader(yaml.CSafeLoader):
    """Composes nodes whose tags are their own alone: what a plain scalar means is decided later."""

    def resolve(self, _kind: Any, _value: Any, _implicit: Any) -> str:
        return _PLAIN

    def descend_resolver(self, _node: Any, _index: Any) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


class _Reader:
    """Walks the composed nodes of one file once, collecting data, places and findings."""

    def __init__(self, file: str, text: str, starts: list[int]) -> None:
        self.file = file
        self.text = text
        self.starts = starts
        self.places: dict[Path, Place] = {}
        self.diagnostics: list[Diagnostic] = []
        self._seen: set[int] = set()

    def read(self, node: Any, path: Path, key: int) -> Any:
        start = self._offset(node.start_mark)
        self.places[path] = Place(key, start, self._offset(node.end_mark))
        if not self._acceptable(node, path):
            return None
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return tuple(
                self.read(item, (*path, index), self._offset(item.start_mark))
                for index, item in enumerate(node.value)
            )
        return dict(self._items(node, path))

    def _acceptable(self, node: Any, path: Path) -> bool:
        if len(path) > MAX_DEPTH:
            return self._refuse(node, say("too-deep", limit=MAX_DEPTH))
        if id(node) in self._seen:
            return self._refuse(node, say("yaml-alias"), say("hint-alias"))
        self._seen.add(id(node))
        if node.tag and node.tag not in _PLAIN_TAGS:
            tag = node.tag.replace("tag:yaml.org,2002:", "!!")
            return self._refuse(node, say("yaml-tag", tag=tag), say("hint-tag"))
        # Only an escape in double quotes can write what the text itself may not hold.
        quoted = isinstance(node, yaml.ScalarNode) and node.style == '"'
        if quoted and (found := _FORBIDDEN.search(node.value)):
            code = f"U+{ord(found.group()):04X}"
            return self._refuse(node, say("control-character", code=code))
        return True

    def _refuse(self, node: Any, message: Message, *hints: Message) -> bool:
        self.diagnostics.append(error(message, _mark_span(self.file, node.start_mark), *hints))
        return False

    def _items(self, node: Any, path: Path) -> Iterator[tuple[str, Any]]:
        seen: dict[str, Span] = {}
        for key_node, value_node in node.value:
            span = _mark_span(self.file, key_node.start_mark)
            if not isinstance(key_node, yaml.ScalarNode):
                self.diagnostics.append(error(say("yaml-key"), span, say("hint-brace")))
                continue
            name = str(key_node.value)
            if name in seen:
                first = seen[name].line
                self.diagnostics.append(error(say("duplicate-key", name=name, line=first), span))
                continue
            seen[name] = span
            yield name, self.read(value_node, (*path, name), self._offset(key_node.start_mark))

    def _scalar(self, node: Any) -> str | int | Decimal | bool | None:
        text: str = node.value
        if node.style:
            return text
        if text.lower() in _WORDS:
            return _WORDS[text.lower()]
        if _INTEGER.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return Decimal(text)
        return text

    def _offset(self, mark: Any) -> int:
        return (
            self.starts[mark.line] + int(mark.column)
            if mark.line < len(self.starts)
            else len(self.text)
        )
