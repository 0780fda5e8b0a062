"""A small series with every kind of block, and wrong ones, against what they must become."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from makebrief.compiling import compile_document
from makebrief.content.bundle import CONSOLIDATED
from makebrief.content.load import load_bundle
from makebrief.layout.layout import layout_document
from makebrief.template.compile import Compiler
from tests.dumps import dump_document, dump_pages
from tests.golden_files import GoldenFiles
from tests.samples import CHECKOUT, context, workshop

HERE = Path(__file__).parent
SMALL = HERE / "brief-small"
CASES = [
    ("statistics", "alternating"),
    ("statistics", "zh"),
    ("statistics", "en"),
    (CONSOLIDATED, "alternating"),
]


@pytest.mark.parametrize(("name", "layout"), CASES)
def test_blocks_and_placed_text(golden: GoldenFiles, name: str, layout: str) -> None:
    compiler = Compiler(load_bundle(SMALL / "series"), workshop().house)
    document = compile_document(compiler, name, layout)
    texts = {
        "blocks.txt": dump_document(document),
        "pages.txt": dump_pages(layout_document(document, context())),
    }
    golden.compare_folder(texts, SMALL / f"{name}-{layout}")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("case", ["wrong-series", "wrong-names"])
def test_what_is_wrong_is_said(golden: GoldenFiles, case: str, language: str) -> None:
    command = [sys.executable, "-m", "makebrief", "check", "series"]
    source = os.pathsep.join([str(CHECKOUT / "src"), os.environ.get("PYTHONPATH", "")])
    run = subprocess.run(
        command,
        cwd=HERE / case,
        env={**os.environ, "PYTHONPATH": source, "MAKE_BRIEF_LANG": language},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stdout == b""
    golden.compare(run.stderr.decode(), HERE / case / f"stderr-{language}.txt")
