"""pydantic's compiled core, without the module around it, which takes ten times as long to import.

That module defines the types of all core schemas for type checkers. Where the core does not lie
where it is looked for, or is there already, it is imported as usual.
"""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from typing import TYPE_CHECKING

_PACKAGE = "pydantic_core"
_CORE = f"{_PACKAGE}._pydantic_core"


def _load_core() -> None:
    """Puts the compiled core where its package will look for it."""
    package = find_spec(_PACKAGE)
    found = PathFinder.find_spec(_CORE, package.submodule_search_locations) if package else None
    if found is None or found.loader is None:
        return
    core = module_from_spec(found)
    found.loader.exec_module(core)
    sys.modules[_CORE] = core


if _PACKAGE not in sys.modules and _CORE not in sys.modules:
    _load_core()

if TYPE_CHECKING or _CORE not in sys.modules:
    from pydantic_core import SchemaValidator, ValidationError, __version__
else:
    _core = sys.modules[_CORE]
    SchemaValidator = _core.SchemaValidator
    ValidationError = _core.ValidationError
    __version__ = _core.__version__

__all__ = ["SchemaValidator", "ValidationError", "__version__"]
