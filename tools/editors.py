"""What editors offer while somebody types a call: Jedi, and the servers of three checkers.

    python tools/editors.py [jedi pyright ty pyrefly]

Each is asked, for a file in an empty folder, to complete `mlc.` and `mlc.role("x").`, and for the
signature of `mlc.salary_ranges(`. Prints what each says; exit 1 if a name is missing.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

# Jedi has neither types nor stubs.
import jedi  # type: ignore[import-untyped]  # pyright: ignore[reportMissingTypeStubs]

import mlcareerdata
from mlcareerdata.models import Role

SERVERS: Final = {
    "pyright": ("pyright-langserver", "--stdio"),
    "ty": ("ty", "server"),
    "pyrefly": ("pyrefly", "lsp"),
}
HEAD: Final = "import mlcareerdata as mlc\n"
NAMES: Final = {
    "mlc.": set(mlcareerdata.__all__) - {"__version__"},
    'mlc.role("x").': set(Role.model_fields),
}
"""What has to be offered after each."""
CALL: Final = "mlc.salary_ranges("
ARGUMENTS: Final = ("role", "level")
PATIENCE: Final = 120  # seconds until a server that says nothing is ended

Message = dict[str, Any]  # as JSON has it


class Server:
    """A language server, spoken to over its standard input and output."""

    def __init__(self, command: tuple[str, ...], folder: Path) -> None:
        found = shutil.which(command[0], path=str(Path(sys.executable).parent))
        env = {**os.environ, "VIRTUAL_ENV": sys.prefix}
        self._process = subprocess.Popen(
            [found or command[0], *command[1:]],
            cwd=folder,
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._clock = threading.Timer(PATIENCE, self._process.kill)
        self._clock.start()
        self._last = 0
        root = folder.as_uri()
        self._file = f"{root}/editor.py"
        workspace = {"configuration": True, "workspaceFolders": True}
        self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": root,
                "workspaceFolders": [{"uri": root, "name": "editor"}],
                "capabilities": {"workspace": workspace},
            },
        )
        self._send({"method": "initialized", "params": {}})

    def ask(self, method: str, params: object) -> Any:
        """The answer to a request; requests and notices of the server in between are handled."""
        self._last += 1
        self._send({"id": self._last, "method": method, "params": params})
        while True:
            message = self._receive()
            if "method" in message and "id" in message:
                self._send({"id": message["id"], "result": settings(message)})
            elif message.get("id") == self._last:
                return message.get("result")

    def at_the_end(self, method: str, text: str) -> Any:
        """The answer to a question about the end of a text."""
        document = {"uri": self._file, "languageId": "python", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        lines = text.split("\n")
        place = {"line": len(lines) - 1, "character": len(lines[-1])}
        there = {"textDocument": {"uri": self._file}, "position": place}
        answer = self.ask(f"textDocument/{method}", there)
        closed = {"textDocument": {"uri": self._file}}
        self._send({"method": "textDocument/didClose", "params": closed})
        return answer

    def stop(self) -> None:
        self._clock.cancel()
        self._process.kill()
        self._process.communicate()

    def _send(self, message: Mapping[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> Message:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        if not length:
            raise RuntimeError("the server has gone")
        message: Message = json.loads(self._process.stdout.read(length))
        return message


def settings(asked: Message) -> list[Message] | None:
    """The answer to a request of the server, which may ask for settings, item by item."""
    if asked["method"] != "workspace/configuration":
        return None
    items: list[Message] = asked["params"]["items"]
    return [{"pythonPath": sys.executable}] * len(items)


def offered(tool: str) -> tuple[dict[str, set[str]], str]:
    """The names that a tool offers after each text, and the signature that it shows."""
    if tool == "jedi":
        names = {text: by_jedi(HEAD + text) for text in NAMES}
        script: Any = jedi.Script(HEAD + CALL)  # Jedi says little of its own types
        (call,) = script.get_signatures(2, len(CALL))
        return names, str(call.to_string())
    with tempfile.TemporaryDirectory() as folder:
        server = Server(SERVERS[tool], Path(folder).resolve())
        try:
            names = {text: completed(server, HEAD + text) for text in NAMES}
            call = server.at_the_end("signatureHelp", HEAD + CALL)
            return names, " ".join(call["signatures"][0]["label"].split())
        finally:
            server.stop()


def by_jedi(text: str) -> set[str]:
    lines = text.split("\n")
    script: Any = jedi.Script(text)
    return {str(found.name) for found in script.complete(len(lines), len(lines[-1]))}


def completed(server: Server, text: str) -> set[str]:
    answer: Any = server.at_the_end("completion", text) or []
    if "items" in answer:  # with a word on whether these are all
        answer = answer["items"]
    return {str(item["label"]) for item in answer}


def missing(tool: str) -> list[str]:
    """Print what a tool offers, and give what is missing."""
    names, call = offered(tool)
    absent = [name for text, wanted in NAMES.items() for name in sorted(wanted - names[text])]
    absent += [name for name in ARGUMENTS if name not in call]
    counts = ", ".join(f"{text} {len(wanted & names[text])}" for text, wanted in NAMES.items())
    print(f"{tool}: names offered after {counts}; signature {call}")
    return absent


def main() -> int:
    tools = sys.argv[1:] or ["jedi", *SERVERS]
    absent = {tool: names for tool in tools if (names := missing(tool))}
    for tool, names in absent.items():
        print(f"{tool} does not offer: {', '.join(names)}", file=sys.stderr)
    return 1 if absent else 0


if __name__ == "__main__":
    sys.exit(main())
