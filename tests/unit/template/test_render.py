"""Templates can neither read files nor run code, and their mistakes are findings with a place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from makebrief.errors import BriefError, Diagnostic
from makebrief.resources import templates_folder
from makebrief.template.render import DEPARTMENT, TemplateFolder, render_template


def render(folder: Path, template: str, **values: Any) -> str:
    folder.mkdir(exist_ok=True)
    (folder / DEPARTMENT).write_text(template, encoding="utf-8")
    environment = TemplateFolder((folder, templates_folder())).environment()
    return render_template(environment, DEPARTMENT, values, folder)[0]


def refused(folder: Path, template: str, **values: Any) -> Diagnostic:
    with pytest.raises(BriefError) as caught:
        render(folder, template, **values)
    [diagnostic] = caught.value.diagnostics
    return diagnostic


@pytest.mark.parametrize(
    "expression",
    [
        "''.__class__",
        "''.__class__.__mro__[1].__subclasses__()",
        "text.__class__",
        "text.zh.__class__.__init__.__globals__",
        "text|attr('__class__')",
        "'{0.__class__}'.format(1)",
        "text.format.__self__",
        "cycler.__init__.__globals__.os",
        "namespace.__init__",
        "joiner.__class__",
        "self._TemplateReference__context",
        "(1).__class__",
        "mapping.items.__self__",
        "numbers.append(1)",
        "mapping.update({})",
        "range(10000000)",
    ],
)
def test_a_template_cannot_reach_behind_its_data(tmp_path: Path, expression: str) -> None:
    text = Markup("<zh>a</zh>")
    values = {"text": text, "mapping": {"a": 1}, "numbers": [1]}
    found = refused(tmp_path / "t", f"\n{{{{ {expression} }}}}", **values)
    assert found.message.key in {"template-unsafe", "template-undefined", "template-failed"}
    assert found.span is not None
    assert (Path(found.span.file).name, found.span.line) == (DEPARTMENT, 2)


@pytest.mark.parametrize("keyword", ["include", "import", "extends", "from"])
@pytest.mark.parametrize("name", ["../secret.txt", "{folder}/secret.txt", "a/../../secret.txt"])
def test_a_template_cannot_read_other_files(tmp_path: Path, keyword: str, name: str) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    tail = {"import": " as it", "from": " import it"}.get(keyword, "")
    word = "from" if keyword == "from" else keyword
    name = name.format(folder=tmp_path)
    found = refused(tmp_path / "t", f'{{% {word} "{name}"{tail} %}}')
    assert found.message.key == "template-missing"
    assert "secret" not in found.text("en").replace("secret.txt", "")


@pytest.mark.parametrize(
    "template",
    [
        "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
        "{% for a in range(9999) %}{% set _ = range(9999)|list %}{% for b in _ if b %}{% endfor %}"
        "{% endfor %}",
        "{% macro m(n) %}{% if n %}{{ m(n - 1) ~ m(n - 1) }}{% endif %}{% endmacro %}{{ m(40) }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "{% set ns = namespace(a='a') %}{% for i in range(99) %}{% set ns.a = ns.a ~ ns.a %}"
        "{% endfor %}",
        "{% set ns = namespace(a='a') %}{% for i in range(99) %}{% set ns.a = ns.a + ns.a %}"
        "{% endfor %}",
        "{{ 'a' * 99999999999 }}",
        "{{ 99999999999 * [1] }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ '%99999999999d' % 1 }}",
        "{{ 'a'.ljust(99999999999) }}",
        "{{ 'a'|center(99999999999) }}",
        "{{ '%99999999999d'|format(1) }}",
    ],
)
def test_a_template_that_would_never_end_or_swell_is_refused(tmp_path: Path, template: str) -> None:
    found = refused(tmp_path / "t", template)
    assert found.message.key in {
        *("template-unsafe", "template-failed", "template-undefined", "template-syntax")
    }


def test_loops_and_sums_of_a_sensible_size_work(tmp_path: Path) -> None:
    template = (
        "{% for a in range(300) %}{% for b in range(300) if b == 1 %}{{ loop.last }}"
        "{% endfor %}{% endfor %}{{ 2 ** 10 }}{{ 7 % 4 }}{{ 'a' * 3 ~ 'b' + 'c' }}"
    )
    assert render(tmp_path / "t", template) == "True" * 300 + "10243" + "aaabc"


def test_a_template_may_import_shipped_macros(tmp_path: Path) -> None:
    template = '{% import "gongwen/blocks.xml.j2" as blocks %}{{ blocks.items(["a"]) }}'
    assert "<item>a</item>" in render(tmp_path / "t", template)


def test_words_of_the_content_are_escaped(tmp_path: Path) -> None:
    made = render(
        tmp_path / "t", "<zh a='{{ words }}'>{{ words }}</zh>", words="""<p role="x">&'"""
    )
    assert (
        made
        == "<zh a='&lt;p role=&#34;x&#34;&gt;&amp;&#39;'>&lt;p role=&#34;x&#34;&gt;&amp;&#39;</zh>"
    )


@pytest.mark.parametrize(
    ("template", "key", "line"),
    [
        ("\n{{ nothing }}", "template-undefined", 2),
        ("\n\n{{ brief.titel }}", "template-undefined", 3),
        ("{% if brief.titel %}{% endif %}", "template-undefined", 1),
        ("\n{% for %}", "template-syntax", 2),
        ("\n{{ 'x'|nofilter }}", "template-syntax", 2),
        ("\n{% if brief %}{{ 'x'|nofilter }}{% endif %}", "template-failed", 2),
        ("\n{{ 1 / 0 }}", "template-failed", 2),
        ("\n{{ brief + 1 }}", "template-failed", 2),
    ],
)
def test_a_mistake_is_placed_at_its_line(
    tmp_path: Path, template: str, key: str, line: int
) -> None:
    found = refused(tmp_path / "t", template, brief={"title": "a"})
    assert found.message.key == key
    assert found.span is not None
    assert (Path(found.span.file).name, found.span.line) == (DEPARTMENT, line)


@pytest.mark.parametrize(
    "template",
    [
        f'{{% include "{DEPARTMENT}" %}}',
        f'{{% extends "{DEPARTMENT}" %}}',
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
    ],
)
def test_a_template_that_never_ends_is_a_finding(tmp_path: Path, template: str) -> None:
    assert refused(tmp_path / "t", template).message.key == "template-failed"


def test_a_mistake_in_an_imported_file_is_placed_in_that_file(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    folder.mkdir()
    (folder / "parts.j2").write_text("{% macro a(x) %}\n{{ x.y }}\n{% endmacro %}", "utf-8")
    found = refused(folder, '{% import "parts.j2" as parts %}{{ parts.a({}) }}')
    assert found.span is not None
    assert (Path(found.span.file).name, found.span.line) == ("parts.j2", 2)


def test_a_folder_without_the_template_is_a_finding(tmp_path: Path) -> None:
    environment = TemplateFolder((tmp_path, templates_folder())).environment()
    with pytest.raises(BriefError) as caught:
        render_template(environment, DEPARTMENT, {}, tmp_path)
    assert caught.value.diagnostics[0].message.key == "template-missing"


def test_a_template_that_is_not_utf8_is_a_finding(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    folder.mkdir()
    (folder / DEPARTMENT).write_bytes("<p>中文</p>".encode("gb18030"))
    environment = TemplateFolder((folder, templates_folder())).environment()
    with pytest.raises(BriefError):
        render_template(environment, DEPARTMENT, {}, folder)


def test_another_file_that_is_not_utf8_does_no_harm(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    folder.mkdir()
    (folder / "old.j2").write_bytes("中文".encode("gb18030"))
    assert render(folder, "fine") == "fine"


@pytest.mark.parametrize("expression", ["lipsum()", "[1, 2, 3]|random"])
def test_a_template_cannot_be_different_each_time(tmp_path: Path, expression: str) -> None:
    found = refused(tmp_path / "t", f"{{{{ {expression} }}}}")
    assert found.message.key in {"template-undefined", "template-syntax"}
