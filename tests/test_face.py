"""The face: importing costs nothing, shows everything, and touches nothing."""

from __future__ import annotations

import ast
import doctest
import inspect
import json
import os
import pkgutil
import pydoc
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

import mlcareerdata as mlc
import mlcareerdata._store as store
from derived import faces
from mlcareerdata._registry import FACTS

PACKAGE = Path(inspect.getfile(mlc)).parent
SUBMODULES = [
    name
    for _, name, _ in pkgutil.iter_modules(mlc.__path__)
    if not name.startswith("_")  # private ones, and __main__
]
MODULES = ["mlcareerdata", *(f"mlcareerdata.{name}" for name in SUBMODULES)]
FUNCTIONS = [name for name in mlc.__all__ if isinstance(getattr(mlc, name), FunctionType)]
CLASSES = [name for name in mlc.__all__ if isinstance(getattr(mlc, name), type)]

# What to call functions with that need an argument and are no look-up of one table. If a new
# function makes a test below fail, say here what to call it with.
ARGUMENTS = {
    "certs_for": '"aws"',
    "cite": 'mlc.role("ML engineer")',
    "compare": '"ML engineer", "data scientist"',
    "match_title": '"ML engineer"',
    "occupation_for": '"ML engineer"',
    "profile": '"ML engineer"',
    "salary_range": '"ML engineer"',
    "wages_near": '"ML engineer", "Seattle"',
}


def _python(code: str, *options: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *options, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False)
    assert done.returncode == 0, done.stderr
    return done


# --- What importing does ---------------------------------------------------------------------


def _imported(statement: str, cwd: Path) -> set[str]:
    """What `python -X importtime` says is imported."""
    lines = _python(statement, "-X", "importtime", cwd=cwd).stderr.splitlines()
    return {line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:")}


def test_importing_imports_nothing_else(tmp_path: Path) -> None:
    new = _imported("import mlcareerdata", tmp_path) - _imported("pass", tmp_path)
    assert new == {"mlcareerdata"}


def test_importing_adds_one_module(tmp_path: Path) -> None:
    code = (
        "import sys; before = set(sys.modules); import mlcareerdata as m;"
        "dir(m), m.__version__, m.DATA_VERSION, m.__all__, m.__doc__;"
        "print(*sorted(set(sys.modules) - before))"
    )
    assert _python(code, cwd=tmp_path).stdout.split() == ["mlcareerdata"]


# Reports each event of interest, but for the code that Python itself loads.
WATCHED = """
import json, sys
seen = []
def watch(event, args):
    if event == "open":
        path, mode, flags = args
        if not str(path).endswith((".py", ".pyc", ".so", ".pyd")):
            seen.append([str(path), str(mode)])
    elif event.startswith(("socket.", "subprocess.", "shutil.", "tempfile.", "urllib.", "os.")):
        if event not in ("os.listdir", "os.scandir"):
            seen.append([event, repr(args)])
sys.addaudithook(watch)
def report():
    found = list(seen)
    seen.clear()
    return found
"""


@pytest.mark.parametrize("module", MODULES)
def test_importing_a_module_reads_no_data(module: str, tmp_path: Path) -> None:
    code = f"{WATCHED}\nimport {module}\nprint(json.dumps(report()))"
    opened = json.loads(_python(code, cwd=tmp_path).stdout)
    ours = [path for path, _ in opened if f"{PACKAGE}{os.sep}" in path]
    assert ours == [], "a data file is read at import"
    assert not [path for path, _ in opened if path.startswith(("socket", "subprocess"))]
    if module == "mlcareerdata":
        assert opened == []


def _name_of(path: str) -> str:
    return Path(path).relative_to(PACKAGE / "data").name


@pytest.mark.parametrize(
    ("question", "files"),
    [
        ('mlc.role("ML engineer")', ["roles.json"]),
        ("mlc.roles()", ["roles.json"]),
        ('mlc.salary_range("MLE")', ["roles.json", "salary_ranges.json"]),
        ('mlc.pay_in("fintech")', ["industries.json", "industry_pay.json"]),
        ('mlc.certs_for("AWS")', ["certifications.json", "platforms.json"]),
        ('mlc.findings(topic="demand")', ["findings.json"]),
        ('mlc.skill("programming")', ["skills.json"]),
    ],
)
def test_a_question_opens_the_files_it_needs_and_nothing_else(
    question: str, files: list[str], tmp_path: Path
) -> None:
    code = f"""{WATCHED}
import importlib, mlcareerdata as mlc
for name in mlc.__all__:
    getattr(mlc, name)
report()
{question}
first = report()
{question}
repr({question}); str({question})
print(json.dumps([first, report()]))
"""
    first, second = json.loads(_python(code, cwd=tmp_path).stdout)
    assert sorted(_name_of(path) for path, _ in first) == files
    assert {mode for _, mode in first} <= {"r", "rb"}
    assert second == [], "the second time, nothing is read"
    assert list(tmp_path.iterdir()) == []


def test_nothing_reads_the_environment_or_the_clock_or_prints(tmp_path: Path) -> None:
    calls = "\n".join(_call(name) for name in FUNCTIONS)
    code = f"""
import os, time, mlcareerdata as mlc
for face in (mlc, mlc.models):  # building a model, pydantic asks whether there are plugins
    for name in face.__all__:
        getattr(face, name)
def refuse(*args, **kwargs):
    raise AssertionError("a side effect")
class Refused(dict):
    get = __getitem__ = __contains__ = __iter__ = keys = items = refuse
os.environ = Refused()
os.getenv = time.time = time.time_ns = time.localtime = refuse
{calls}
"""
    done = _python(code, cwd=tmp_path)
    assert (done.stdout, done.stderr) == ("", "")
    assert list(tmp_path.iterdir()) == []


def _call(name: str) -> str:
    """A line of Python that calls a public function."""
    required = [
        parameter
        for parameter in inspect.signature(getattr(mlc, name)).parameters.values()
        if parameter.default is parameter.empty
    ]
    if not required:
        return f"mlc.{name}()"
    names = {table.one: repr(store.ids(table)[0]) for table in FACTS.values() if table.one}
    arguments = ARGUMENTS | names
    assert name in arguments, f"say in ARGUMENTS what to call {name}() with"
    return f"mlc.{name}({arguments[name]})"


@pytest.mark.parametrize("first", [*MODULES, "mlcareerdata.__main__"])
def test_any_module_may_be_imported_first(first: str, tmp_path: Path) -> None:
    calls = "\n".join(f"    {_call(name)}" for name in FUNCTIONS)
    code = f"""
import {first}
import mlcareerdata as mlc
from types import FunctionType, ModuleType
for _ in range(2):
{calls}
for name in {FUNCTIONS!r}:
    assert isinstance(getattr(mlc, name), FunctionType), name
for name in {SUBMODULES!r}:
    assert isinstance(getattr(mlc, name), ModuleType), name
"""
    assert _python(code, "-W", "error", cwd=tmp_path).stdout == ""


# --- What can be seen ------------------------------------------------------------------------


def _seen_by_checkers() -> set[str]:
    """The names that the face imports for type checkers."""
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    (block,) = (
        node
        for node in tree.body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    )
    names: set[str] = set()
    for node in block.body:
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("mlcareerdata"):
            for alias in node.names:
                star: list[str] = import_module(str(node.module)).__all__
                names |= set(star) if alias.name == "*" else {alias.name}
    return names


def test_people_and_checkers_see_the_same_names() -> None:
    assert len(mlc.__all__) == len(set(mlc.__all__))
    assert set(mlc.__all__) == _seen_by_checkers() | {"__version__", "DATA_VERSION"}
    assert set(mlc.__all__) <= set(dir(mlc))
    assert dir(mlc) == sorted(set(dir(mlc)))


def test_every_table_and_look_up_is_public() -> None:
    for table in FACTS.values():
        for name in filter(None, (table.name, table.one)):
            assert name in FUNCTIONS, f"write {name}() in src/mlcareerdata/_lookup"


@pytest.mark.parametrize(("file", "package"), faces.FACES.items())
def test_tidying_names_each_module_that_a_face_forgets(file: Path, package: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert faces.forgotten(text, package) == []
    lines = [line.strip() for line in text.splitlines() if f".{package}._" in line and "*" in line]
    assert len(lines) > 5
    for line in lines:
        assert faces.forgotten(text.replace(line, ""), package) == [line]


@pytest.mark.parametrize("name", mlc.__all__)
def test_every_name_is_there_and_stays_the_same(name: str, tmp_path: Path) -> None:
    value = getattr(mlc, name)
    assert value is getattr(mlc, name)
    if not isinstance(value, str):
        assert value.__name__ in (name, f"mlcareerdata.{name}")


def test_every_public_submodule_is_reachable_from_the_face() -> None:
    # These two need an extra, which `import *` and help() must not.
    assert set(SUBMODULES) - {"charts", "frames"} <= set(mlc.__all__)
    assert not {"charts", "frames"} & set(mlc.__all__)
    for name in SUBMODULES:
        assert getattr(mlc, name) is import_module(f"mlcareerdata.{name}")


@pytest.mark.parametrize("name", ["no_such_name", "Role", "wage", "_private", "__wrapped__", ""])
def test_an_unknown_attribute_is_an_attribute_error(name: str) -> None:
    with pytest.raises(AttributeError, match=f"'mlcareerdata' has no attribute '{name}'"):
        getattr(mlc, name)
    assert not hasattr(mlc, name)


def test_an_unknown_import_is_an_import_error() -> None:
    with pytest.raises(ImportError, match="no_such_name"):
        exec("from mlcareerdata import no_such_name")  # noqa: S102


def test_a_star_import_brings_every_name() -> None:
    found: dict[str, object] = {}
    exec("from mlcareerdata import *", found)  # noqa: S102
    del found["__builtins__"]
    assert set(found) == set(mlc.__all__)


def test_help_mentions_every_function(tmp_path: Path) -> None:
    code = "import mlcareerdata; help(mlcareerdata)"
    text = _python(code, cwd=tmp_path).stdout  # before anything else has asked for them
    for name in FUNCTIONS:
        assert re.search(rf"^ +{name}\(", text, re.MULTILINE), f"help() does not show {name}()"
    for name in CLASSES:
        assert re.search(rf"^ +class {name}\b", text, re.MULTILINE), f"help() does not show {name}"


def test_versions_are_two() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", mlc.__version__)
    assert re.fullmatch(r"\d{4}\.\d{2}\.\d{2}", mlc.DATA_VERSION)


def test_the_package_says_that_it_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()


# --- Docstrings ------------------------------------------------------------------------------


def _public(module: ModuleType) -> dict[str, object]:
    names: list[str] = module.__all__
    return {
        f"{module.__name__}.{name}": getattr(module, name)
        for name in names
        if isinstance(getattr(module, name), FunctionType | type)
    }


DOCUMENTED = {name: import_module(name) for name in MODULES} | {
    name: value for module in MODULES for name, value in _public(import_module(module)).items()
}


@pytest.mark.parametrize("name", DOCUMENTED)
def test_everything_public_is_explained(name: str) -> None:
    text = inspect.getdoc(DOCUMENTED[name])
    assert text, f"{name} has no docstring"
    assert text.splitlines()[0].endswith("."), f"the first line of {name} is no sentence"
    own: str | None = getattr(DOCUMENTED[name], "__doc__", None)
    assert own, f"{name} only inherits its docstring"


@pytest.mark.parametrize("module", MODULES)
def test_every_public_module_says_what_is_public(module: str) -> None:
    found = import_module(module)
    names: list[str] = found.__all__
    assert names == sorted(names, key=lambda name: (not name.isupper(), name)), "constants first"
    assert all(hasattr(found, name) for name in names)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_public_function_has_a_runnable_example(name: str) -> None:
    function = getattr(mlc, name)
    examples = doctest.DocTestParser().get_examples(inspect.getdoc(function) or "")
    assert examples, f"{name}() shows no example"
    assert any(f"{name}(" in example.source for example in examples), f"{name}() is not called"
    assert any(example.want for example in examples), f"no result of {name}() is shown"
    assert pydoc.getdoc(function)
