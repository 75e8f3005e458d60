"""The name of another record, for the line of a record that holds only its id."""

from __future__ import annotations

from importlib import import_module

from mlcareerdata import _LOCK


def called(table: str, id: str) -> str:
    """The name of the record of that id; the id itself if there is no such record.

    The store imports the models, so here it is imported by name, and only when a line is shown:
    loading a table does not call this.
    """
    with _LOCK:  # this may be the first import of the store, or the first load of the table
        store = import_module("mlcareerdata._store")
        name: str = store.called(table, id)
        return name
