"""Names of a package that are loaded when they are first asked for: what is not used costs no start."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def load_lazily(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """The `__getattr__` of `package` (PEP 562). `homes`: name → the module in which it stands. AttributeError
    for any other name."""

    def find(name: str) -> object:
        if name not in homes:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message)
        found = getattr(import_module(homes[name]), name)
        setattr(sys.modules[package], name, found)  # looked up once
        return found

    return find
