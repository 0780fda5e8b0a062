"""A sound series into a damaged one: in its bytes, its lines, or its values."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import yaml

NASTY: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 10**30, -(10**30), 0.1, 1e308, float("inf"), float("nan")),
    *("", " ", "no", "1e999", ".nan", "0x1F", "1,200", "１２３", "2024-02-30", "2024-07-23", "-5"),
    *("{", "}", "{{", "{nobody}", "{firms", "**", "*a", "[a](", "[a](javascript:x)", "^[", "^[a"),
    *("a" * 20_000, "字" * 20_000, "。" * 500, "“" * 500, "—" * 301, "1" * 5_000, " " * 3_000),
    *(
        "\u200b",
        "\u202e聊",
        "\ufeff",
        "e\u0301" * 50,
        "👨‍👩‍👧",
        "\U0002cb7c",
        "\U0010fffd",
        "\u0000",
    ),
    *("\u0085", "\u2028a", "../../etc/passwd", "/etc/passwd", "C:\\con", "a\nb", "\t", "%", "@"),
    *([], {}, [[]], [{}], {"zh": None}, {"zh": [], "en": {}}, {"zh": "甲"}, {"en": "A"}),
    *({"zh": "甲" * 3_000, "en": "A" * 3_000}, [1] * 300, {"value": "x"}, {"sum": []}),
)
TOKENS = (
    *(
        b": ",
        b"- ",
        b"\n",
        b"  ",
        b"\t",
        b"{",
        b"}",
        b"[",
        b"]",
        b", ",
        b":",
        b"'",
        b'"',
        b"|",
        b">",
    ),
    *(b"&a ", b"*a", b"!!python/object:os.system ", b"!t ", b"#", b"? ", b"---\n", b"%YAML 9.9\n"),
    *(
        b"\xff",
        b"\xed\xa0\x80",
        b"\x00",
        b"\xef\xbb\xbf",
        b"\r",
        b"\xc2\x85",
        b"<<: ",
        b"~",
        b"1e999",
    ),
    *(
        "聊，。".encode(),
        b"{{ ''.__class__ }}",
        b"{% for a in range(99999) %}",
        b"{% endfor %}",
        b"<p>",
    ),
    *(b"{{ 'a' * 99999999999 }}", b"{{ 9**9**9 }}", b"</", b"&lol;", b"{% include 'a' %}"),
)

Files = dict[str, bytes]


def damaged(files: Mapping[str, bytes], chance: random.Random) -> Files:
    """The files of a series or house with one to three of them, or places in them, damaged."""
    hurt = dict(files)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        name = chance.choice(sorted(hurt))
        ways = [_bytes, _bytes, _lines]
        if name.endswith(".yaml"):
            ways += [_values, _values, _values]
        hurt[name] = chance.choice(ways)(hurt[name], chance)
    return hurt


def _bytes(data: bytes, chance: random.Random) -> bytes:
    """Some bytes cut, doubled, changed, or a token put between them."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(data))
        end = min(len(data), at + chance.choice((1, 1, 2, 8, 64)))
        way = chance.randrange(4)
        if way == 0:
            data = data[:at] + data[end:]
        elif way == 1:
            data = data[:at] + data[at:end] * chance.choice((2, 2, 40)) + data[end:]
        elif way == 2:
            data = data[:at] + chance.randbytes(end - at) + data[end:]
        else:
            data = data[:at] + chance.choice(TOKENS) + data[at:]
    return data


def _lines(data: bytes, chance: random.Random) -> bytes:
    """Some lines left out, doubled, moved, or indented otherwise."""
    lines = data.split(b"\n")
    for _ in range(chance.randint(1, 4)):
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        way = chance.randrange(4)
        if way == 0 and len(lines) > 1:
            del lines[at]
        elif way == 1:
            lines.insert(other, lines[at])
        elif way == 2:
            lines[at], lines[other] = lines[other], lines[at]
        else:
            lines[at] = b" " * chance.randint(0, 12) + lines[at].strip()
    return b"\n".join(lines)


def _values(data: bytes, chance: random.Random) -> bytes:
    """Some values of a YAML file changed to nasty ones, keys renamed, dropped or moved."""
    try:
        content = yaml.safe_load(data.decode())
    except (yaml.YAMLError, ValueError, RecursionError):
        return _bytes(data, chance)
    for _ in range(chance.choice((1, 1, 2, 3))):
        places = list(_places(content))
        if not places:
            break
        holder, key = chance.choice(places)
        chance.choice(_CHANGES)(holder, key, chance)
    text: str = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
    return text.encode("utf-8", "surrogatepass")


def _places(content: Any) -> Iterator[tuple[Any, Any]]:
    keys = content if isinstance(content, dict) else range(len(content)) if _many(content) else ()
    for key in keys:
        yield content, key
        yield from _places(content[key])


def _many(content: Any) -> bool:
    return isinstance(content, list) and len(content) < 1_000


def _replace(holder: Any, key: Any, chance: random.Random) -> None:
    holder[key] = chance.choice(NASTY)


def _drop(holder: Any, key: Any, _chance: random.Random) -> None:
    del holder[key]


def _copy(holder: Any, key: Any, chance: random.Random) -> None:
    holder[chance.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))] = (
        holder[key]
    )


def _rename(holder: Any, key: Any, chance: random.Random) -> None:
    if isinstance(holder, dict):
        name = chance.choice(
            ("zh", "en", "value", f"{key}x", "unit", "", 1, None, "sum", "a" * 300)
        )
        holder[name] = holder.pop(key)


def _wrap(holder: Any, key: Any, chance: random.Random) -> None:
    holder[key] = chance.choice(([holder[key]], {"zh": holder[key]}, [holder[key]] * 30))


_CHANGES: tuple[Callable[[Any, Any, random.Random], None], ...] = (
    _replace, _replace, _replace, _drop, _copy, _rename, _wrap
)  # fmt: skip
