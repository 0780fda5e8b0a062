"""How a run of the command line ends: what is said last, and the exit code."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from makebrief.console import SilencedError, tell, usage_problem, words

if TYPE_CHECKING:
    from makebrief.helper import Helper

CONTENT_WRONG = 1
USAGE_WRONG = 2
INTERRUPTED = 130
_UNPRINTABLE = {errno.ENOSPC, errno.EIO}
"""What printing fails with; files that cannot be written are findings."""


def run_to_end(command: click.Command, helper: Helper | None) -> NoReturn:
    """Runs a command and exits: 0 done, 1 content or template wrong, 2 usage."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = command.main(prog_name="make-brief", standalone_mode=False, obj=helper)
        sys.exit(code if isinstance(code, int) else 0)
    except click.UsageError as failure:
        _explain_usage(failure)
        sys.exit(USAGE_WRONG)
    except (KeyboardInterrupt, click.Abort):
        tell(words("interrupted"))
        sys.exit(INTERRUPTED)
    except SilencedError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as failure:
        _explain_failure(failure)
        sys.exit(CONTENT_WRONG)
    finally:
        if helper:
            helper.close()


def _explain_usage(failure: click.UsageError) -> None:
    command = failure.ctx.command_path if failure.ctx else "make-brief"
    tell(f"{words('severity-error')}: {usage_problem(failure)}")
    tell(f"  {words('severity-hint')}: {words('usage-help', command=command)}")


def _explain_failure(failure: Exception) -> None:
    if isinstance(failure, OSError) and failure.errno in _UNPRINTABLE:
        tell(words("print-failed", reason=failure.strerror))
    else:
        sys.excepthook(type(failure), failure, failure.__traceback__)
        tell(words("bug"))
