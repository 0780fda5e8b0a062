"""A template's `style.yaml`, with what it extends, into a Style."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from makebrief.content.parse import load_source
from makebrief.content.source import Path as ContentPath
from makebrief.content.source import Source, closest
from makebrief.content.wording import explain
from makebrief.errors import BriefError, Diagnostic, error, raise_errors
from makebrief.messages import LANGUAGES, Message, say
from makebrief.resources import fonts_folder, templates_folder
from makebrief.style.kept import keep_outfit, kept_outfit
from makebrief.style.model import BODY, BUILT_IN_ROLES, FACE_FIELDS, STYLE_FILE, Outfit, Style
from makebrief.typeface.catalogue import load_catalogue
from makebrief.validation.core import ValidationError
from makebrief.validation.validator import validate

if TYPE_CHECKING:
    from makebrief.content.bundle import Bundle

_CHARACTERS: ContentPath = ("page", "characters")
_MOST_TRACKING = 0.08


def load_style(folder: Path, shipped: Path) -> Style:
    """The style of a template folder, as load_styles finds it."""
    return load_styles(folder, shipped)[0]


def load_outfit(folder: Path, kept: Path | None = None) -> Outfit:
    """What a template folder sets with, beside the shipped templates and faces.

    `kept` is the user's folder for what can be made again.
    """
    if kept and (found := kept_outfit(folder, kept)):
        return found
    catalogue = load_catalogue(fonts_folder())
    style, folders = load_styles(folder, templates_folder(), catalogue, kept)
    outfit = Outfit(style, folders, catalogue)
    if kept:
        keep_outfit(outfit, kept)
    return outfit


def load_styles(
    folder: Path,
    shipped: Path,
    known_faces: Collection[str] | None = None,
    kept: Path | None = None,
) -> tuple[Style, tuple[Path, ...]]:
    """The style of a template folder, and the folders it is made of, the house's own first.

    `extends` names a shipped template or a folder beside it. Raises BriefError for unknown
    fields, wrong values, missing roles, circular `extends`, and for faces that are neither among
    the known ones (if those are given) nor under `faces`. `kept` is the user's folder for what
    pydantic makes of the models, if it is to be kept.
    """
    sources, folders = _load_chain(folder, shipped)
    data: dict[str, Any] = {}
    for source, home in zip(reversed(sources), reversed(folders), strict=True):
        data = merge(data, _with_own_faces(source.data, home))
    data.pop("extends", None)
    if isinstance(data.get("roles"), Mapping):
        data["roles"] = _complete_roles(data["roles"])
    try:
        style = validate(Style, data, kept)
    except ValidationError as failure:
        raise BriefError(_explain(failure, sources)) from failure
    missing = [name for name in BUILT_IN_ROLES if name not in style.roles]
    if missing:
        span = sources[0].value(("roles",))
        raise BriefError([error(say("role-missing", name=name), span) for name in missing])
    if wrong := _loose_grid(style):
        raise BriefError([error(wrong, _home_of(_CHARACTERS, sources).value(_CHARACTERS))])
    if known_faces is not None:
        raise_errors(_unknown_faces(style, sources, {*known_faces, *style.faces}))
    return style, tuple(folders)


def choose_template(given: str | None, bundle: Bundle) -> Path:
    """The folder of the template that was named, else of the series' own; BriefError if none."""
    shipped = templates_folder()
    name = given or bundle.series.content.template
    folder = template_folder(name, shipped, Path() if given else bundle.folder)
    if folder is None:
        known = shipped_templates(shipped)
        span = None if given else bundle.series.source.value(("template",))
        raise BriefError([error(say("template-absent", name=name, known=known), span)])
    return folder


def template_folder(name: str, shipped: Path, home: Path) -> Path | None:
    """The folder of a template: by its shipped name, or by a path from `home`; else None."""
    plain = "/" not in name and "\\" not in name
    if plain and (shipped / name / STYLE_FILE).is_file():
        return shipped / name
    return home / name if (home / name).is_dir() else None


def shipped_templates(shipped: Path) -> str:
    """The names of the shipped templates, for a hint."""
    return ", ".join(sorted(path.parent.name for path in shipped.glob(f"*/{STYLE_FILE}")))


def _with_own_faces(data: Mapping[str, Any], home: Path) -> Mapping[str, Any]:
    """A style's data with the font files that it names found from its own folder."""
    faces = data.get("faces")
    if not isinstance(faces, Mapping):
        return data
    found = {name: (home / str(path)).as_posix() for name, path in faces.items()}
    return {**data, "faces": found}


def merge(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """A mapping with another laid over it; mappings inside are merged, all else is replaced."""
    merged = dict(base)
    for name, value in over.items():
        old = merged.get(name)
        if isinstance(old, Mapping) and isinstance(value, Mapping):
            merged[name] = merge(old, value)
        else:
            merged[name] = value
    return merged


def _load_chain(folder: Path, shipped: Path) -> tuple[list[Source], list[Path]]:
    sources: list[Source] = []
    folders: list[Path] = []
    while True:
        source = load_source(folder / STYLE_FILE)
        if not isinstance(source.data, Mapping):
            raise BriefError([error(say("wrong-kind", expected=say("kind-mapping")), source.at(0))])
        sources.append(source)
        folders.append(folder)
        parent = source.data.get("extends")
        if parent is None:
            return sources, folders
        folder = _parent_folder(str(parent), folder, shipped)
        if not (folder / STYLE_FILE).is_file():
            message = say("template-absent", name=parent, known=shipped_templates(shipped))
            raise BriefError([error(message, source.value(("extends",)))])
        if folder.resolve() in {each.resolve() for each in folders}:
            raise BriefError([error(say("extends-circular"), source.value(("extends",)))])


def _parent_folder(name: str, folder: Path, shipped: Path) -> Path:
    beside = folder / name
    return beside if (beside / STYLE_FILE).is_file() else shipped / name


def _complete_roles(roles: Mapping[str, Any]) -> dict[str, Any]:
    """Each role with what it leaves out taken from `body`: a role says only what differs."""
    body = roles.get("body")
    complete: dict[str, Any] = {}
    for name, role in roles.items():
        if not isinstance(role, Mapping):
            complete[name] = role
            continue
        complete[name] = dict(role)
        for language in LANGUAGES:
            inherited = body.get(language, {}) if isinstance(body, Mapping) else {}
            own = role.get(language, {})
            both = isinstance(inherited, Mapping) and isinstance(own, Mapping)
            complete[name][language] = merge(inherited, own) if both else own
    return complete


def _loose_grid(style: Style) -> Message | None:
    """What is wrong if as many characters of the body's size as asked for do not fill a line."""
    page, size = style.page, style.roles[BODY].zh.size
    if abs(page.character_pitch(size) / size - 1) <= _MOST_TRACKING:
        return None
    fitting = max(round(page.measure / size), 1)
    shown = {"count": page.characters, "size": f"{size:g}", "fitting": fitting}
    return say("characters-unfit", **shown)


def _home_of(path: ContentPath, sources: list[Source]) -> Source:
    """The source that says what stands at a path, the style's own if none does."""
    return next((source for source in sources if path in source.places), sources[0])


def _unknown_faces(
    style: Style, sources: list[Source], known: Collection[str]
) -> Iterator[Diagnostic]:
    """Faces that nobody defines, each where it is written; an inherited one is said once."""
    said: set[str] = set()
    for path, name in _named_faces(style):
        home = next((source for source in sources if path in source.places), None)
        if name in known or (home is None and name in said):
            continue
        said.add(name)
        near = closest(name, known)
        hints = [say("hint-did-you-mean", name=near)] if near else []
        message = say("face-unknown", name=name, known=", ".join(known))
        yield error(message, (home or sources[0]).value(path), *hints)


def _named_faces(style: Style) -> Iterator[tuple[ContentPath, str]]:
    for place, name in enumerate(style.fallback):
        yield ("fallback", place), name
    for role, entry in style.roles.items():
        for language in LANGUAGES:
            text = entry.text_style(language)
            for field in FACE_FIELDS:
                yield ("roles", role, language, field), getattr(text, field)


def _is_written(path: ContentPath, source: Source) -> bool:
    """Whether a style itself says what stands at a path, or gives the list that it belongs to."""
    parent = source.places.get(path[:-1])
    in_list = isinstance(path[-1], int) and parent is not None
    return path in source.places or in_list


def _explain(failure: ValidationError, sources: list[Source]) -> list[Diagnostic]:
    """Findings where they were written: in the style itself or in one that it extends.

    What a role inherits from `body` is found again in every role; only the first is reported.
    """
    found: list[Diagnostic] = []
    for finding in failure.errors(include_url=False):
        path = tuple(finding["loc"])
        home = next((source for source in sources if _is_written(path, source)), None)
        if home is None and finding["type"] == "missing":
            home = sources[0]
        if home is not None:
            found += explain([finding], home, Style)
    return found or explain(failure.errors(include_url=False)[:1], sources[0], Style)
