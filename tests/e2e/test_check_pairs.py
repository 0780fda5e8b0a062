"""`check` on pairs as a user runs it: reported, mended, confirmed, printed for programs."""

from __future__ import annotations

import json

from tests.commands import Office
from tests.e2e.test_commands import HOME
from tests.samples import brief_with

SLIPS = brief_with(
    "- text: {zh: '推进,改革。', en: It is done.}  # 说明\n"
    "- text: {zh: 走访企业。, en: Firms， firms.}"
)


def write(office: Office, brief: str) -> None:
    (office.briefs / HOME / "statistics.yaml").write_text(brief, encoding="utf-8", newline="")


def test_a_plain_check_writes_nothing(small_office: Office) -> None:
    write(small_office, SLIPS)
    before = small_office.contents("briefs")
    run = small_office.run("check")
    assert (run.code, len(run.findings)) == (0, 2)
    assert small_office.contents("briefs") == before


def test_quiet_prints_errors_only_unless_warnings_fail(small_office: Office) -> None:
    write(small_office, SLIPS)
    assert small_office.run("check", "--quiet").findings == []
    assert len(small_office.run("check", "--quiet", "--strict").findings) == 2


def test_fix_mends_says_so_and_leaves_what_it_cannot(small_office: Office) -> None:
    write(small_office, SLIPS)
    run = small_office.run("check", "--fix")
    assert run.code == 0
    assert "mended: “推进,改革。” → “推进，改革。”" in run.out
    assert "1 slip(s) mended" in run.out
    assert len(run.findings) == 1
    after = (small_office.briefs / HOME / "statistics.yaml").read_text(encoding="utf-8")
    assert after == SLIPS.replace("推进,", "推进，")


def test_fix_with_nothing_to_do_writes_nothing(small_office: Office) -> None:
    file = small_office.briefs / HOME / "statistics.yaml"
    before = file.stat()
    run = small_office.run("check", "--fix")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("nothing to mend\n")
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert small_office.files("briefs") == [f"{HOME}/series.yaml", f"{HOME}/statistics.yaml"]


def test_fix_follows_a_link_and_keeps_permissions(small_office: Office) -> None:
    link = small_office.briefs / HOME / "statistics.yaml"
    target = small_office.folder / "elsewhere.yaml"
    target.write_text(SLIPS, encoding="utf-8")
    target.chmod(0o640)
    link.unlink()
    link.symlink_to(target)
    assert small_office.run("check", "--fix").code == 0
    assert link.is_symlink()
    assert "推进，" in target.read_text(encoding="utf-8")
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_series_that_does_not_load_is_not_mended(small_office: Office) -> None:
    write(small_office, SLIPS.replace("title:", "titel:"))
    before = small_office.contents("briefs")
    assert small_office.run("check", "--fix", "--accept").code == 1
    assert small_office.contents("briefs") == before


def test_a_stale_english_is_reported_until_it_is_accepted(small_office: Office) -> None:
    assert "no pair is confirmed yet" in small_office.run("check").out
    accepted = small_office.run("check", "--accept")
    assert accepted.code == 0
    assert "pair(s) confirmed" in accepted.out
    assert small_office.run("check", "--accept").out.startswith("every pair was confirmed")
    brief = (small_office.briefs / HOME / "statistics.yaml").read_text(encoding="utf-8")
    write(small_office, brief.replace("共有", "现有"))
    stale = small_office.run("check")
    assert stale.code == 0
    assert "“共有{firms}。” → “现有{firms}。”" in stale.err
    assert small_office.run("check", "--strict").code == 1
    assert "“现有{firms}。”" in small_office.run("-f", "pdf").err
    assert small_office.run("check", "--accept", "--only", "statistics:9").code == 0
    assert small_office.run("check", "--strict").code == 0


def test_a_place_without_text_is_a_usage_error(small_office: Office) -> None:
    run = small_office.run("check", "--accept", "--only", "statistics:999")
    assert run.code == 2
    assert "'statistics:999'" in run.err


def test_hints_never_fail_a_build(small_office: Office) -> None:
    write(small_office, brief_with("- text: {zh: 走访。, en: The people's visit.}"))
    assert ": hint: " in small_office.run("check").err
    run = small_office.run("-f", "pdf", "--strict")
    assert (run.code, run.err) == (0, "")


def test_sarif_and_github_name_files_from_the_working_folder(small_office: Office) -> None:
    write(small_office, SLIPS)
    folder = str(small_office.briefs / HOME)
    sarif = small_office.run("check", "--output-format", "sarif", folder)
    log = json.loads(sarif.out)
    assert sarif.err == ""
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in log["runs"][0]["results"]
    }
    assert uris == {"briefs/2024%20%E4%B8%8A%E5%8D%8A%E5%B9%B4/statistics.yaml"}
    github = small_office.run("check", "--output-format", "github")
    assert github.out.startswith(f"::warning file=briefs/{HOME}/statistics.yaml,line=9,col=")
    assert github.err == ""


def test_the_shipped_series_is_clean_and_confirmed(office: Office) -> None:
    run = office.run("check", "--strict", "briefs/2024-h1")
    assert (run.code, run.err) == (0, "")
    assert "confirmed" not in run.out


def test_a_copy_of_a_series_without_its_confirmed_pairs_is_right_too(office: Office) -> None:
    (office.briefs / "2024-h1" / ".pairs.jsonl").unlink()
    run = office.run("check", "--strict", "briefs/2024-h1")
    assert (run.code, run.err) == (0, "")
    assert "no pair is confirmed yet" in run.out
