"""A language model is given tools of few words, records with sources, and errors that help."""

from __future__ import annotations

import asyncio
import doctest
import json
from pathlib import Path
from typing import Any

import mcp
import pytest
from mcp.server.mcpserver import MCPServer

import doc_examples
import mlcareerdata as mlc
from mlcareerdata import fields

PAGE = Path(__file__).parent.parent / "docs" / "how-to-give-it-to-a-language-model.md"


def _examples() -> list[str]:
    """What the page has the reader type."""
    examples = doctest.DocTestParser().get_examples(doc_examples.examples(PAGE))
    return [example.source for example in examples]


@pytest.fixture(scope="module")
def server() -> Any:
    """The server of the page, from which nothing else is run."""
    names: dict[str, Any] = {}
    for source in _examples():
        exec(source, names)  # noqa: S102  (our own page)
        if "match_title" in names:
            return names["server"]
    raise AssertionError("the page defines no server")


def _call(server: Any, tool: str, **values: str) -> Any:
    async def call() -> Any:
        async with mcp.Client(server) as client:
            return await client.call_tool(tool, values)

    return asyncio.run(call())


def _tools(server: Any) -> dict[str, Any]:
    async def listed() -> Any:
        async with mcp.Client(server) as client:
            return await client.list_tools()

    return {tool.name: tool for tool in asyncio.run(listed()).tools}


def test_the_server_of_the_page_has_fewer_than_twenty_lines() -> None:
    sources = _examples()
    (last,) = (place for place, source in enumerate(sources) if "def match_title" in source)
    lines = [*"".join(sources[: last + 1]).splitlines(), "server.run()"]
    assert len(lines) < 20, "\n".join(lines)


def test_a_tool_that_takes_a_name_has_a_short_schema(server: Any) -> None:
    tools = _tools(server)
    assert set(tools) == {"salary_ranges", "profile", "match_title"}
    for tool in tools.values():
        assert len(json.dumps(tool.input_schema)) < 1_000, tool.name
        assert ">>>" not in json.dumps(tool.output_schema)
    said = tools["salary_ranges"].input_schema["properties"]["role"]
    assert said["type"] == "string"
    assert set(said["examples"]) == set(mlc.roles().to_pandas()["id"])


@pytest.mark.parametrize("name", fields.__all__)
def test_every_field_type_makes_a_short_schema(name: str) -> None:
    alone: Any = MCPServer("alone")

    def about(named: Any) -> str:
        return str(named)

    about.__annotations__["named"] = getattr(fields, name)
    alone.tool()(about)
    assert len(json.dumps(_tools(alone)["about"].input_schema)) < 1_000


@pytest.mark.parametrize("role", ["ML engineer", "business-intelligence-analyst"])
def test_answers_are_whole_records(server: Any, role: str) -> None:
    pay = _call(server, "salary_ranges", role=role)
    rows = json.loads(mlc.salary_ranges(role).to_json())
    assert pay.structured_content == {"result": rows}
    assert [json.loads(part.text) for part in pay.content] == [rows]
    profile = _call(server, "profile", role=role)
    assert profile.structured_content == json.loads(mlc.profile(role).model_dump_json())
    match = _call(server, "match_title", title="Sr. Data Analyst")
    assert match.structured_content["result"]["role"] == "data-analyst"
    assert _call(server, "match_title", title="Nurse").structured_content == {"result": None}


def test_an_unknown_name_is_the_librarys_own_error(server: Any) -> None:
    answer = _call(server, "salary_ranges", role="data scintist")
    with pytest.raises(mlc.UnknownNameError) as caught:
        mlc.role("data scintist")
    assert answer.is_error
    assert str(caught.value) in answer.content[0].text
    assert "did you mean 'data-scientist'" in answer.content[0].text


def test_a_fact_that_nobody_reports_is_an_answer_that_says_so() -> None:
    """As the page has it, since the package shows a model no other error of a tool."""
    names: dict[str, Any] = {}
    for source in _examples():
        exec(source, names)  # noqa: S102  (our own page)
    answer = _call(names["server"], "remote_fit", role="AI engineer")
    assert answer.is_error
    with pytest.raises(mlc.NotReportedError) as caught:
        mlc.remote_fit("AI engineer")
    assert str(caught.value) in answer.content[0].text
