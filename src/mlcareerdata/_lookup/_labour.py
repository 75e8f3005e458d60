"""Questions about the official view: codes, occupations, wages, prospects."""

from __future__ import annotations

from typing import TypeVar

from mlcareerdata import _store as store
from mlcareerdata import models as m
from mlcareerdata._lookup._facts import fact_of_role
from mlcareerdata._table import Table

W = TypeVar("W", m.Wages, m.Projection)


def crosswalks() -> Table[m.Crosswalk]:
    """The official codes that each role maps to: SOC, O*NET, ISCO, ESCO.

    >>> import mlcareerdata as mlc
    >>> len(mlc.crosswalks())
    9
    """
    return store.CROSSWALKS.table()


def crosswalk(role: str | m.Role) -> m.Crosswalk:
    """The official codes that one role maps to.

    >>> import mlcareerdata as mlc
    >>> mlc.crosswalk("BI analyst").onet_title
    'Business Intelligence Analysts'
    """
    return fact_of_role(store.CROSSWALKS, role)


def occupation_for(role: str | m.Role) -> m.Occupation:
    """The official occupation that one role maps to. Which one is a judgement: see `crosswalk`.

    >>> import mlcareerdata as mlc
    >>> mlc.occupation_for("data scientist").id
    '15-2051'
    """
    return store.OCCUPATIONS.find(crosswalk(role).occupation)


def occupations() -> Table[m.Occupation]:
    """The official occupations that the roles map to.

    >>> import mlcareerdata as mlc
    >>> [occupation.id for occupation in mlc.occupations()]
    ['15-2051', '15-1221', '15-1252', '15-1299']
    """
    return store.OCCUPATIONS.table()


def occupation(name: str | m.Occupation) -> m.Occupation:
    """One official occupation, by its SOC code, an O*NET code or its title.

    >>> import mlcareerdata as mlc
    >>> mlc.occupation("Software Developers").id
    '15-1252'
    """
    return store.OCCUPATIONS.find(name)


def wages(occupation: str | m.Occupation | None = None) -> Table[m.Wages]:
    """Official wages in US dollars a year, all levels of experience, newest first.

    With an occupation, only its own.

    >>> import mlcareerdata as mlc
    >>> mlc.wages(mlc.occupation_for("data scientist"))[0].p50
    120230
    """
    return _of_occupation(store.WAGES, occupation)


def projections(occupation: str | m.Occupation | None = None) -> Table[m.Projection]:
    """Official projections of employment, newest first.

    With an occupation, only its own; one without any gives an empty table.

    >>> import mlcareerdata as mlc
    >>> newest = mlc.projections("15-1252")[0]
    >>> newest.growth_percent, newest.covers
    (10.0, ('15-1252', '15-1253'))
    """
    return _of_occupation(store.PROJECTIONS, occupation)


def _of_occupation(table: store.TableFile[W], name: str | m.Occupation | None) -> Table[W]:
    """All records that `table` has, or those for one occupation."""
    if name is None:
        return table.table()
    wanted = store.OCCUPATIONS.find(name).id
    return table.table().filter(lambda record: record.occupation == wanted)
