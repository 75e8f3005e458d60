"""What another record is called, for the line of a record that knows only its id."""

from __future__ import annotations

from importlib import import_module

from mlcareerdata import _LOCK


def called(table: str, id: str) -> str:
    """The name of the record of that id; the id itself if there is no such record.

    The store stands above the models, so it is fetched by its name, and only when somebody reads
    a line: to load a table never comes here.
    """
    with _LOCK:  # this may be the first import of the store, or the first load of the table
        store = import_module("mlcareerdata._store")
        name: str = store.called(table, id)
        return name
