"""The process that makes itself ready while the content is read: never seen, never left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from makebrief import helper
from makebrief.cli import cli
from makebrief.messages import wording
from tests.commands import Office
from tests.samples import BRIEF, CHECKOUT, SERIES, write_series

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="there is a helper on Linux only")

BEGINNING = f"""
import makebrief.helper as helper
from makebrief.content.load import load_bundle
from makebrief.order import Order
from makebrief.style.load import load_outfit
from pathlib import Path
helper._can_fork = lambda: True
made = helper.start_helper(["--format", "pdf"])
bundle = load_bundle(Path("series"))
outfit = load_outfit(Path({str(CHECKOUT / "templates" / "gongwen")!r}))
order = Order(("statistics",), "alternating", outfit, ("pdf",))
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_series(tmp_path / "series", {"series.yaml": SERIES, "statistics.yaml": BRIEF})
    return tmp_path


def said_by(program: str, home: Path) -> str:
    """What a program prints that begins with a helper, a bundle and an order."""
    run = subprocess.run(
        [sys.executable, "-c", BEGINNING + program],
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    return run.stdout


def test_a_helper_sets_the_same_bytes(home: Path) -> None:
    program = """
from makebrief.workers import set_each
made.learn(bundle)
made.begin(order, 1)
[theirs] = made.results(iter(()))
[ours] = set_each(bundle, order, order.names)
print(theirs.rendered.files == ours.rendered.files, len(ours.rendered.files))
made.close()
"""
    assert said_by(program, home) == "True 1\n"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_helper_sets_documents_while_others_work_beside(jobs: int, home: Path) -> None:
    program = f"""
from makebrief.workers import Task, set_documents
names = ("statistics", "consolidated")
both = Order(names, "alternating", outfit, ("pdf",))
made.learn(bundle)
steps = iter(range(50))
told = []
theirs = set_documents(Task(bundle, both, {jobs}, made), told.append, steps)
ours = set_documents(Task(bundle, both, 1), told.append)
print(theirs[0].rendered == ours[0].rendered, theirs[1].rendered == ours[1].rendered)
print(sorted(each.name for each in told), list(steps))
made.close()
"""
    names = ["consolidated", "consolidated", "statistics", "statistics"]
    assert said_by(program, home) == f"True True\n{names} []\n"


@pytest.mark.parametrize("steps", [1, 1000])
@pytest.mark.parametrize("content", ["bundle", "None"])
def test_what_fails_beside_a_helper_stops_it_and_goes_before_what_failed_there(
    content: str, steps: int, home: Path
) -> None:
    program = f"""
from makebrief.workers import Task, set_documents
def steps():
    yield from range({steps})
    raise KeyError("beside")
made.learn({content})
try:
    set_documents(Task(bundle, order, 1, made), print, steps())
except KeyError as failure:
    print(failure)
made.close()
"""
    assert said_by(program, home) == "'beside'\n"


@pytest.mark.parametrize(
    "work", ["", "made.learn(bundle)", "made.learn(bundle); made.begin(order, 2)"]
)
def test_no_process_is_left_behind(work: str, home: Path) -> None:
    program = f"""
import os
{work}
made.close()
made.close()
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("none")
"""
    assert said_by(program, home) == "none\n"


def test_what_fails_in_a_helper_fails_here_and_says_where(home: Path) -> None:
    program = """
made.learn(None)
made.begin(order, 1)
try:
    list(made.results(iter(())))
except AttributeError as failure:
    print("set_each" in failure.__notes__[0])
made.close()
"""
    assert said_by(program, home) == "True\n"


def test_a_helper_that_was_killed_is_missed(home: Path) -> None:
    program = """
import os, signal
os.kill(made._process, signal.SIGKILL)
os.waitid(os.P_PID, made._process, os.WEXITED | os.WNOWAIT)
made.learn(bundle)
made.begin(order, 1)
try:
    list(made.results(iter(())))
except RuntimeError as failure:
    print(failure)
made.close()
"""
    assert said_by(program, home) == "the helper process ended before its work was done\n"


def test_where_no_process_can_be_had_there_is_no_helper(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(helper, "_can_fork", lambda: True)
    monkeypatch.setattr(os, "fork", refuse)
    before = os.listdir("/proc/self/fd")
    assert helper.start_helper(["--format", "pdf"]) is None
    assert os.listdir("/proc/self/fd") == before


def test_a_run_that_was_killed_leaves_no_helper(home: Path) -> None:
    blocked = home / "series" / "statistics.yaml"
    blocked.unlink()
    os.mkfifo(blocked)
    run = start(home)
    with blocked.open("w"):
        run.kill()
        run.communicate(timeout=60)
    assert _is_empty(run.pid)


def test_only_what_sets_documents_has_a_helper() -> None:
    assert {*cli.commands} - {"build"} == {
        name for name in helper.WITHOUT_SETTING if not name.startswith("-")
    }


def test_one_core_is_enough(home: Path, tmp_path: Path) -> None:
    office = Office(tmp_path / "office")
    office.folder.mkdir()
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        run = office.run("build", str(home / "series"), "--format", "pdf")
    finally:
        os.sched_setaffinity(0, before)
    assert (run.code, run.err) == (0, "")
    assert (office.folder / "out" / "series" / "statistics.pdf").exists()


def test_an_interrupt_ends_both_processes(home: Path) -> None:
    blocked = home / "series" / "statistics.yaml"
    blocked.unlink()
    os.mkfifo(blocked)
    run = start(home)
    with blocked.open("w"):  # opens when the run has come to reading it
        said = _interrupt(run)
    assert run.returncode == 130
    assert said.strip() == wording("en")["interrupted"]
    assert _is_empty(run.pid)


def _interrupt(run: subprocess.Popen[str]) -> str:
    """What a run says when it is interrupted; one that comes just before it reads may be lost."""
    for _ in range(30):
        os.killpg(run.pid, signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return run.communicate(timeout=5)[1]
    run.kill()
    raise AssertionError("it goes on")


def start(home: Path) -> subprocess.Popen[str]:
    """A run in a process group of its own."""
    own = {
        "PYTHONPATH": str(CHECKOUT / "src"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "MAKE_BRIEF_LANG": "en",
    }
    return subprocess.Popen(
        [sys.executable, "-m", "makebrief", "build", "series"],
        cwd=home,
        env={**os.environ, **own},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def _is_empty(group: int) -> bool:
    """Whether every process of a group ends within a few seconds."""
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
