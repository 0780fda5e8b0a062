"""How a run ends when what it says cannot be said."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from makebrief.messages import wording
from tests.samples import CHECKOUT

FULL = Path("/dev/full")
RUN = (sys.executable, "-m", "makebrief")


def variables() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(CHECKOUT / "src"), "MAKE_BRIEF_LANG": "en"}


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe is another error there")
@pytest.mark.parametrize("command", [("fonts",), ("schema", "brief")])
def test_a_reader_that_goes_away_is_no_failure(command: tuple[str, ...]) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    try:
        run = subprocess.run(
            [*RUN, *command], stdout=writes, stderr=subprocess.PIPE, env=variables(), check=False
        )
    finally:
        os.close(writes)
    assert (run.returncode, run.stderr) == (0, b"")


@pytest.mark.skipif(not FULL.exists(), reason="there is no full device here")
def test_what_cannot_be_printed_is_said_without_a_traceback() -> None:
    with FULL.open("w") as full:
        run = subprocess.run(
            [*RUN, "fonts"], stdout=full, stderr=subprocess.PIPE, env=variables(), check=False
        )
    said = wording("en")["print-failed"].format(reason="No space left on device")
    assert (run.returncode, run.stderr.decode().strip()) == (1, said)
