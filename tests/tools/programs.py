"""Finds the programs that read our output, and asks the Open XML validator."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

OPEN_XML_VALIDATOR = "ooxml-validator"


def validators_folder() -> Path:
    """Where `install-validators` puts the validators, and looks for them."""
    if folder := os.environ.get("MAKE_BRIEF_VALIDATORS"):
        return Path(folder)
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "make-brief" / "validators"


def find_program(name: str) -> str:
    """The path of a program; a test without it fails in CI and is skipped on a person's machine."""
    found = shutil.which(name, path=validators_folder()) or shutil.which(name)
    if found:
        return found
    reason = f"{name} is not installed: tests/README.md tells what the tests ask of a machine"
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def open_xml_errors(document: Path) -> list[str]:
    """What the Open XML SDK finds wrong in a Word file, each with its part and path."""
    command = [find_program(OPEN_XML_VALIDATOR), os.fspath(document)]
    # The validator ends with 0 whatever it finds: only its JSON tells.
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    report = json.loads(run.stdout)
    errors = [
        f"{error['path']} {error['xPath']}: {error['description']}" for error in report["errors"]
    ]
    if report["ok"] != (not errors):
        raise ValueError(f"the validator contradicts itself: {run.stdout}")
    return errors


def as_pdf(*files: Path) -> list[Path]:
    """What LibreOffice prints of Word files of one folder."""
    folder = files[0].parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    names = [file.name for file in files]
    subprocess.run(
        [find_program("soffice"), profile, "--headless", "--convert-to", "pdf", *names],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=240,
    )
    return [file.with_suffix(".pdf") for file in files]
