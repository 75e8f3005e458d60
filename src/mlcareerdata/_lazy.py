"""What is made when it is first asked for: modules that are imported, values that are kept."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Generic, TypeVar

from typing_extensions import override

from mlcareerdata import _LOCK

O_contra = TypeVar("O_contra", contravariant=True)
T_co = TypeVar("T_co", covariant=True)


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


class LazyProperty(Generic[O_contra, T_co]):
    """A property that is worked out once, and then kept in the object.

    Like `functools.cached_property`, but without the lock that Python 3.11 holds there: after a
    fork while another thread held that lock, it would stay locked in the child for ever.
    """

    def __init__(self, build: Callable[[O_contra], T_co]) -> None:
        self._build = build

    def __get__(self, owner: O_contra, kind: object = None) -> T_co:
        made = vars(owner)[self._build.__name__] = self._build(owner)
        return made
