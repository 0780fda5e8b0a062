"""Whatever a file holds, the command ends soon, says where and what, and writes nothing.

Run in bounded memory, where the system can bound it. The limit of time is no measure of speed: it
only has to tell an end from none.
"""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands import Office
from tests.e2e.test_build import HOME
from tests.samples import BRIEF, CHECKOUT, GONGWEN, brief_with, indented

_SECONDS = 60
_MEMORY = 2_000_000_000

_BOUNDED = f"""
import runpy, sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, ({_MEMORY}, {_MEMORY}))
except ImportError:
    pass
sys.argv = ["make-brief", *sys.argv[1:]]
runpy.run_module("makebrief", run_name="__main__")
"""


def refused(office: Office, *arguments: str) -> str:
    """What the command says when it refuses; asserts that it ends, and that nothing is written."""
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT / "src"), "MAKE_BRIEF_LANG": "en"}
    run = subprocess.run(
        [sys.executable, "-c", _BOUNDED, *arguments],
        cwd=office.folder,
        env=environment,
        capture_output=True,
        timeout=_SECONDS,
        check=False,
    )
    said = run.stderr.decode()
    assert "Traceback" not in said
    assert run.returncode == 1, said
    assert ": error: " in said
    assert office.files() == []
    return said


def bomb() -> str:
    """Aliases of aliases: a few lines that stand for thousands of millions."""
    lines = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    for level in range(1, 12):
        lines.append(f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]")
    return "\n".join(lines)


def figure(written: str) -> str:
    """A briefing with one figure written so."""
    return brief_with("- text: {zh: 共{bad}。, en: 'All: {bad}.'}", f"bad: {written}")


FIGURES = {
    "not a number": "{value: .nan, unit: CNY}",
    "endless": "{value: .inf, unit: CNY}",
    "overflowing": "{value: 1e999, unit: CNY}",
    "a power of ten in words": "{value: 10^30, unit: CNY}",
    "a number in quotes": "{value: '62', unit: CNY}",
    "Norway": "{value: no, unit: CNY}",
    "a date that is none": "{day: 2024-02-30}",
    "full-width digits": "{value: １２３, unit: CNY}",
    "a list": "{value: [1, 2], unit: CNY}",
    "a million digits": f"{{value: {'9' * 1_000_000}, unit: CNY}}",
    "a million decimals": f"{{value: 0.{'1' * 1_000_000}, unit: CNY}}",
}

BRIEFS: dict[str, str | bytes] = {
    **{f"a figure: {name}": figure(written) for name, written in FIGURES.items()},
    "aliases": bomb(),
    "an alias of itself": "a: &a [*a]",
    "merged keys": "<<: {department: x}\n" + BRIEF,
    "a Python object": "department: !!python/object/apply:os.system ['true']",
    "a tag": "department: !include /etc/passwd",
    "deep lists": "a: " + "[" * 200_000 + "]" * 200_000,
    "deep mappings": "\n".join(" " * depth + "a:" for depth in range(4_000)),
    "deep blocks": "- " * 100_000 + "a",
    "a key twice": BRIEF + "department: {zh: 局, en: B}\n",
    "a key of a million characters": f"{'k' * 1_000_000}: 1\n{BRIEF}",
    "a control character": BRIEF.replace("统计局", "统计\x07局"),
    "an escaped control character": BRIEF.replace("统计局", '"统计\\x07局"'),
    "a lone surrogate": BRIEF.encode().replace("统计局".encode(), b"\xed\xa0\x80"),
    "an escaped lone surrogate": BRIEF.replace("统计局", '"统计\\ud800局"'),
    "zeros": b"\0" * 100_000,
    "nothing": b"",
    "only a comment": "# nothing",
    "two documents": BRIEF + "---\n" + BRIEF,
    "another department": BRIEF.replace("sections:", "sections_:"),
    "a character that no face has": BRIEF.replace("统计局", "统计\U0010fffd局"),
    "a picture far away": brief_with(
        "- image: {file: /etc/hostname, caption: {zh: 图, en: P}, alt: {zh: 图, en: P}}"
    ),
    "a picture above": brief_with(
        "- image: {file: ../../../a.png, caption: {zh: 图, en: P}, alt: {zh: 图, en: P}}"
    ),
}


@pytest.mark.parametrize("written", BRIEFS.values(), ids=BRIEFS)
def test_a_hostile_briefing_is_refused(small_office: Office, written: str | bytes) -> None:
    brief = small_office.briefs / HOME / "statistics.yaml"
    brief.write_bytes(written if isinstance(written, bytes) else written.encode())
    assert "statistics.yaml:" in refused(small_office)


def test_a_file_of_a_hundred_megabytes_is_not_read(small_office: Office) -> None:
    brief = small_office.briefs / HOME / "statistics.yaml"
    with brief.open("r+b") as file:
        file.truncate(100_000_000)
    assert "statistics.yaml:" in refused(small_office)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, data: bytes, kind: int = 6) -> bytes:
    """A PNG whose pixels are as given."""
    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    chunks = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(data, 9)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


PICTURES: dict[str, Callable[[], bytes]] = {
    "sixty thousand pixels square": lambda: png(60_000, 60_000, b"\0" * 1_000),
    "fewer pixels than it says": lambda: png(3_000, 3_000, b"\0" * 1_000),
    "an SVG that expands": lambda: b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>',
    "cut off": lambda: png(64, 64, b"\0" * 64 * 257)[:60],
    "text": lambda: b"not a picture",
}


@pytest.mark.parametrize("make", PICTURES.values(), ids=PICTURES)
def test_a_hostile_picture_is_refused(small_office: Office, make: Callable[[], bytes]) -> None:
    home = small_office.briefs / HOME
    (home / "p.png").write_bytes(make())
    block = "- image: {file: p.png, caption: {zh: 图, en: P}, alt: {zh: 图, en: P}}"
    (home / "statistics.yaml").write_text(brief_with(block), encoding="utf-8")
    assert "p.png" in refused(small_office)


def test_a_picture_behind_a_link_that_leads_outside_is_refused(small_office: Office) -> None:
    home = small_office.briefs / HOME
    (small_office.folder / "secret.png").write_bytes(png(1, 1, b"\0" * 5))
    (home / "p.png").symlink_to(small_office.folder / "secret.png")
    block = "- image: {file: p.png, caption: {zh: 图, en: P}, alt: {zh: 图, en: P}}"
    (home / "statistics.yaml").write_text(brief_with(block), encoding="utf-8")
    assert "p.png" in refused(small_office)


TEMPLATES = {
    "loops for ever": "{% for a in range(9999) %}{% for b in range(9999) %}"
    "{% for c in range(9999) %}{% endfor %}{% endfor %}{% endfor %}",
    "calls itself twice": "{% macro m(n) %}{{ m(n + 1) }}{{ m(n + 1) }}{% endmacro %}{{ m(0) }}",
    "reaches for a class": "{{ brief.__class__.__mro__ }}",
    "reaches by a filter": "{{ brief|attr('__class__') }}",
    "reads a file": "{% include '/etc/passwd' %}",
    "swells": "{{ 'a' * 99999999999 }}",
    "swells by doubling": "{% set n = namespace(a='aaaa') %}{% for i in range(99) %}"
    "{% set n.a = n.a ~ n.a %}{% endfor %}",
    "an entity that expands": '<!DOCTYPE a [<!ENTITY b "bbbb">]><document>&b;</document>',
    "nests for ever": "<document>" * 100_000,
}


@pytest.mark.parametrize("written", TEMPLATES.values(), ids=TEMPLATES)
def test_a_hostile_template_is_refused(small_office: Office, written: str) -> None:
    house = small_office.folder / "house"
    house.mkdir()
    (house / "style.yaml").write_text("extends: gongwen\n", encoding="utf-8")
    (house / "department.xml.j2").write_text(written, encoding="utf-8")
    assert "department.xml.j2" in refused(small_office, "--template", "house")


STYLES = {
    "a page of no width": "page: {width: 0}",
    "a page of endless width": "page: {width: .inf}",
    "a size of a million": "roles: {body: {zh: {size: 1000000}}}",
    "a face far away": "faces: {fangsong: /etc/hostname}",
    "a thousand lines": "page: {lines: 1000}",
    "itself": "extends: house",
}


@pytest.mark.parametrize("written", STYLES.values(), ids=STYLES)
def test_a_hostile_style_is_refused(small_office: Office, written: str) -> None:
    house = small_office.folder / "house"
    house.mkdir()
    extends = "" if written.startswith("extends") else "extends: gongwen\n"
    (house / "style.yaml").write_text(extends + indented(written), encoding="utf-8")
    refused(small_office, "--template", "house")


def test_the_shipped_look_is_not_refused(small_office: Office) -> None:
    """So that a refusal above is due to what is hostile."""
    assert small_office.run("-f", "pdf", "--template", str(Path(GONGWEN))).code == 0
