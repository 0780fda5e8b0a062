from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from makebrief.errors import BriefError
from makebrief.resources import templates_folder
from makebrief.style.load import load_style, load_styles, merge
from makebrief.style.model import BUILT_IN_ROLES, STYLE_FILE, Style
from tests.samples import GONGWEN, found_in, hints_of, indented

SHIPPED = templates_folder()


def house(folder: Path, written: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / STYLE_FILE).write_text(indented(written), encoding="utf-8")
    return folder


def load(folder: Path, written: str) -> Style:
    return load_style(house(folder, written), SHIPPED)


def refused(folder: Path, written: str) -> BriefError:
    with pytest.raises(BriefError) as caught:
        load(folder, written)
    return caught.value


@pytest.mark.parametrize("folder", sorted(SHIPPED.glob("*/")), ids=lambda folder: folder.name)
def test_the_shipped_styles_load(folder: Path) -> None:
    style = load_style(folder, SHIPPED)
    assert set(BUILT_IN_ROLES) <= set(style.roles)


def test_the_type_area_is_the_one_of_the_standard() -> None:
    page = load_style(GONGWEN, SHIPPED).page
    assert (page.width, page.height) == (210, 297)
    assert page.measure == pytest.approx(156 / 25.4 * 72)
    assert page.left == pytest.approx(28 / 25.4 * 72)
    assert page.top == pytest.approx(37 / 25.4 * 72)
    assert page.lines == 22
    assert page.depth == pytest.approx(22 * 28.95)
    assert page.depth <= 225 / 25.4 * 72


def test_a_house_extends_a_shipped_style_and_says_only_what_differs(tmp_path: Path) -> None:
    base = load_style(GONGWEN, SHIPPED)
    style = load(
        tmp_path / "house",
        """
        extends: gongwen
        page: {margins: {top: 20}}
        roles:
          title: {zh: {colour: "112233"}}
        """,
    )
    assert style.page.margins.top == 20
    assert style.page.margins.left == base.page.margins.left
    assert style.page.line_pitch == base.page.line_pitch
    changed, before = style.role("title").zh, base.role("title").zh
    assert changed == replace(before, colour="112233")
    assert style.role("title").en == base.role("title").en
    assert {name: style.role(name) for name in style.roles if name != "title"} == {
        name: base.role(name) for name in base.roles if name != "title"
    }


def test_a_house_may_extend_a_folder_beside_it(tmp_path: Path) -> None:
    house(tmp_path / "base", "extends: gongwen\nenglish_money: '{amount} yuan'\n")
    assert load(tmp_path / "house", "extends: ../base\n").english_money == "{amount} yuan"


def test_roles_take_from_body_what_they_leave_out(tmp_path: Path) -> None:
    style = load(tmp_path / "house", "extends: gongwen\nroles: {body: {zh: {strong_han: song}}}\n")
    assert style.role("answer").zh.strong_han == "song"


def test_a_new_role_is_defined_by_its_name_alone(tmp_path: Path) -> None:
    written = "extends: gongwen\nroles: {motto: {name: {zh: 格言, en: Motto}}}\n"
    style = load(tmp_path / "house", written)
    assert style.role("motto").zh == style.role("body").zh


def test_lists_are_replaced_whole() -> None:
    base = {"a": {"b": (1, 2), "c": 3}, "d": 4}
    assert merge(base, {"a": {"b": (5,)}}) == {"a": {"b": (5,), "c": 3}, "d": 4}
    assert base == {"a": {"b": (1, 2), "c": 3}, "d": 4}


def test_styles_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    house(tmp_path / "a", "extends: ../b\n")
    failure = refused(tmp_path / "b", "# a style\nextends: ../a\n")
    assert [each.message.key for each in failure.diagnostics] == ["extends-circular"]


def test_a_style_that_extends_itself_is_refused(tmp_path: Path) -> None:
    failure = refused(tmp_path / "a", "extends: ../a\n")
    assert found_in(failure) == ["style.yaml:1:10: error: the styles extend each other in a circle"]


def test_a_missing_built_in_role_is_named(tmp_path: Path) -> None:
    names = [name for name in BUILT_IN_ROLES if name not in {"body", "caption"}]
    face = "han: song, latin: serif, strong_han: hei, strong_latin: serif-bold"
    look = f"{{{face}, emphasis_han: kai, emphasis_latin: serif-italic, size: 12}}"
    roles = [f"  body: {{name: {{zh: 正文, en: Body}}, zh: {look}, en: {look}}}"]
    roles += [f"  {name}: {{name: {{zh: 角色, en: Role}}}}" for name in names]
    failure = refused(tmp_path / "a", "roles:\n" + "\n".join(roles) + "\n")
    assert [each.text("en").partition(": ")[2] for each in failure.diagnostics] == [
        "error: the style does not define the role 'caption'"
    ]


def test_one_mistake_is_one_finding_at_its_place(tmp_path: Path) -> None:
    failure = refused(
        tmp_path / "a",
        """
        extends: gongwen
        roles:
          body:
            zh: {sise: 12}
        """,
    )
    assert found_in(failure) == ["style.yaml:4:10: error: unknown field 'sise'"]
    assert hints_of(failure.diagnostics[0]) == ["did you mean 'size'?"]


def test_a_mistake_in_an_extended_style_is_placed_in_that_style(tmp_path: Path) -> None:
    house(tmp_path / "base", "extends: gongwen\npage: {widht: 3}\n")
    failure = refused(tmp_path / "house", "extends: ../base\n")
    [diagnostic] = failure.diagnostics
    assert diagnostic.span is not None
    assert Path(diagnostic.span.file).parent.resolve().name == "base"
    assert (diagnostic.span.line, diagnostic.span.column) == (2, 8)


@pytest.mark.parametrize(
    "written",
    [
        "roles: 3",
        "roles: {body: 3}",
        "roles: {body: {zh: 3}}",
        "page: 3",
        "page: {width: -1}",
        "page: {lines: 0}",
        "rules: {colour: red}",
        "chart: {colours: []}",
        "english_money: yuan",
        'english_money: "{amount} {x}"',
        'numbering: {zh: ["{x}", a, b, c]}',
        'numbering: {zh: ["{", a, b, c]}',
        "numbering: {zh: [a]}",
        "extends: nowhere",
        "extends: 3",
        "faces: [a]",
    ],
)
def test_a_wrong_style_is_a_finding_in_the_houses_own_file(tmp_path: Path, written: str) -> None:
    own = "" if written.startswith("extends") else "extends: gongwen\n"
    failure = refused(tmp_path / "a", own + written + "\n")
    files = {each.span.file for each in failure.diagnostics if each.span}
    assert files == {(tmp_path / "a" / STYLE_FILE).as_posix()}


def test_a_style_that_is_no_mapping_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "a", "- a\n").diagnostics[0].message.key == "wrong-kind"


def test_a_folder_without_a_style_is_a_finding(tmp_path: Path) -> None:
    with pytest.raises(BriefError) as caught:
        load_style(tmp_path, SHIPPED)
    assert caught.value.diagnostics[0].message.key == "file-missing"


def test_a_face_that_nobody_defines_is_placed_where_it_is_named(tmp_path: Path) -> None:
    written = """
        extends: gongwen
        fallback: [song, nobody]
        faces: {ours: ours.ttf}
        roles:
          body: {zh: {han: fangson}, en: {latin: ours}}
    """
    with pytest.raises(BriefError) as caught:
        load_styles(house(tmp_path, written), SHIPPED, ["fangsong", "song", "serif"])
    found = [each for each in caught.value.diagnostics if each.span and each.span.file != "x"]
    at = {(dict(each.message.values)["name"], each.span.line) for each in found if each.span}
    assert ("nobody", 2) in at
    assert ("fangson", 5) in at
    assert "ours" not in {name for name, _ in at}
    [fangson] = [each for each in found if dict(each.message.values)["name"] == "fangson"]
    assert hints_of(fangson) == ["did you mean 'fangsong'?"]


def test_p3_characters_that_do_not_fill_a_line_are_refused_where_they_are_written(
    tmp_path: Path,
) -> None:
    failure = refused(tmp_path, "extends: gongwen\npage:\n  characters: 20\n")
    assert found_in(failure) == [
        "style.yaml:3:15: error: 20 characters of 16 pt do not fill the lines of the type area;"
        " 28 do"
    ]
