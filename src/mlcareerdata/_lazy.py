"""Modules that are imported when something in them is first asked for."""

from __future__ import annotations

from importlib import import_module

from typing_extensions import override

from mlcareerdata import _LOCK


class LazyModule:
    """Stands in for a module.

    Args:
        name: the module.
        extra: the extra of this package that installs it, if it is optional.
    """

    def __init__(self, name: str, extra: str = "") -> None:
        self._name = name
        self._extra = extra

    def __getattr__(self, name: str) -> object:
        if name.startswith("__") and name != "__version__":
            raise AttributeError(name)  # tools look at every object for `__wrapped__` and the like
        try:
            with _LOCK:
                module = import_module(self._name)
        except ImportError as error:
            if not self._extra:
                raise
            raise ImportError(
                f"this needs {self._name}; install it with: "
                f"pip install 'mlcareerdata[{self._extra}]'"
            ) from error
        value: object = getattr(module, name)
        return value


class Hinted(LazyModule):
    """Stands in for a module in type hints; if the module is missing, its classes are `object`."""

    @override
    def __getattr__(self, name: str) -> object:
        try:
            return super().__getattr__(name)
        except ImportError:
            return object
