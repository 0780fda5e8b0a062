"""The XML text that a template yielded into a checked tree of elements."""

from __future__ import annotations

from xml.parsers import expat

from msgspec import Struct

from makebrief.content.source import closest
from makebrief.errors import BriefError, Diagnostic, Span, error
from makebrief.messages import Message, say
from makebrief.template.vocabulary import VOCABULARY


class Element(Struct):
    """An element: its name, attributes, line in the XML, and its children, words among them."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list[Element | str] = []

    def all(self, name: str) -> list[Element]:
        """The child elements of a name."""
        return [each for each in self.children if isinstance(each, Element) and each.name == name]

    def one(self, name: str) -> Element | None:
        """The first child element of a name."""
        return next(iter(self.all(name)), None)

    @property
    def elements(self) -> list[Element]:
        """The child elements."""
        return [each for each in self.children if isinstance(each, Element)]


class TemplateFile(Struct, frozen=True):
    """A template's name as shown to people and its text, for finding what a finding is about."""

    file: str
    text: str

    def find(self, words: str) -> Span:
        """Where words stand in the template, or its beginning."""
        offset = self.text.find(words)
        if offset < 0:
            return Span(self.file)
        before = self.text[:offset]
        return Span(self.file, before.count("\n") + 1, offset - before.rfind("\n"))


def find_words(words: str, templates: tuple[TemplateFile, ...]) -> Span:
    """Where words stand first in a template's files, its own before those it extends."""
    spans = (template.find(words) for template in templates if words in template.text)
    return next(spans, Span(templates[0].file))


def parse_markup(xml: str, templates: tuple[TemplateFile, ...]) -> Element:
    """XML text into a tree of known elements; raises BriefError with all that is not allowed."""
    reader = _Reader(xml, templates)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.words
    parser.StartDoctypeDeclHandler = reader.doctype
    reader.parser = parser
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as failure:
        raise BriefError([reader.broken(failure)]) from failure
    if reader.diagnostics:
        raise BriefError(reader.diagnostics)
    return reader.root.elements[0]


class _Reader:
    parser: expat.XMLParserType

    def __init__(self, xml: str, templates: tuple[TemplateFile, ...]) -> None:
        self.xml = xml
        self.templates = templates
        self.root = Element("", {}, 0)
        self.open = [self.root]
        self.diagnostics: list[Diagnostic] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        element = Element(name, attributes, self.parser.CurrentLineNumber)
        parent = self.open[-1]
        self.diagnostics += self._check(element, parent)
        parent.children.append(element)
        self.open.append(element)

    def end(self, _name: str) -> None:
        self.open.pop()

    def words(self, text: str) -> None:
        element = self.open[-1]
        kind = VOCABULARY.get(element.name)
        if kind is None or kind.words:
            element.children.append(text)
        elif text.strip():
            words = " ".join(text.split())[:40]
            message = say("markup-words", words=words, element=element.name)
            self._report(message, words.split(" ")[0], say("hint-markup-words"))

    def doctype(self, *_declaration: object) -> None:
        raise BriefError([error(say("markup-doctype"), self._span("<!DOCTYPE"))])

    def broken(self, failure: expat.ExpatError) -> Diagnostic:
        lines = self.xml.split("\n")
        line = lines[failure.lineno - 1].strip() if failure.lineno <= len(lines) else ""
        problem = expat.ErrorString(failure.code) or ""
        element = self.open[-1].name
        message = say("markup-broken", problem=problem, line=line[:80])
        return error(message, self._span(f"<{element}"), say("hint-markup-broken"))

    def _check(self, element: Element, parent: Element) -> list[Diagnostic]:
        kind = VOCABULARY.get(element.name)
        if kind is None:
            near = closest(element.name, tuple(VOCABULARY))
            hints = [say("hint-did-you-mean", name=near)] if near else []
            span = self._span(f"<{element.name}")
            return [error(say("markup-unknown", element=element.name), span, *hints)]
        return [*self._place(element, parent), *self._attributes(element)]

    def _place(self, element: Element, parent: Element) -> list[Diagnostic]:
        if not parent.name:
            allowed: tuple[str, ...] = ("document",)
        else:
            known = VOCABULARY.get(parent.name)
            allowed = known.children if known else (element.name,)
        if element.name in allowed:
            return []
        message = say("markup-place", element=element.name, parent=parent.name or "…")
        return [error(message, self._span(f"<{element.name}"))]

    def _attributes(self, element: Element) -> list[Diagnostic]:
        kind = VOCABULARY[element.name]
        tag = f"<{element.name}"
        found = []
        for name, value in element.attributes.items():
            if name not in kind.attributes:
                message = say("markup-attribute", name=name, element=element.name)
                found.append(error(message, self._span(tag)))
            elif (choices := kind.attributes[name]) and value not in choices:
                message = say("not-a-choice", value=value, choices=", ".join(choices))
                found.append(error(message, self._span(f'{name}="{value}"')))
        for name in kind.required:
            if name not in element.attributes:
                message = say("markup-missing", name=name, element=element.name)
                found.append(error(message, self._span(tag)))
        return found

    def _report(self, message: Message, words: str, *hints: Message) -> None:
        self.diagnostics.append(error(message, self._span(words), *hints))

    def _span(self, words: str) -> Span:
        return find_words(words, self.templates)
