"""Questions about industries: what they ask for, how they rank in pay, whom they hire."""

from __future__ import annotations

import mlcareerdata.models as m
from mlcareerdata._lookup._facts import fact_about
from mlcareerdata._registry import INDUSTRIES, INDUSTRY_DEMAND, INDUSTRY_HIRING, INDUSTRY_PAY
from mlcareerdata._store import find, table
from mlcareerdata._table import Table

__all__ = [
    "demand_in",
    "hiring_in",
    "industries",
    "industry",
    "industry_demand",
    "industry_hiring",
    "industry_pay",
    "pay_in",
]


def industries() -> Table[m.Industry]:
    """The six industries.

    >>> import mlcareerdata as mlc
    >>> len(mlc.industries())
    6
    """
    return table(INDUSTRIES)


def industry(name: str | m.Industry) -> m.Industry:
    """One industry.

    >>> import mlcareerdata as mlc
    >>> mlc.industry("Finance & Fintech").id
    'finance'
    """
    return find(INDUSTRIES, name)


def industry_demand() -> Table[m.IndustryDemand]:
    """Why industries want graduates (the article says it of four of them).

    >>> import mlcareerdata as mlc
    >>> mlc.industry_demand()[1].label
    'Financial Services and Insurance'
    """
    return table(INDUSTRY_DEMAND)


def demand_in(industry: str | m.Industry) -> m.IndustryDemand:
    """Why one industry wants graduates, and what it looks for.

    >>> import mlcareerdata as mlc
    >>> mlc.demand_in("finance").applications
    ('modelling of market behaviour', 'fraud detection', 'risk management')
    """
    return fact_about(INDUSTRIES, industry, INDUSTRY_DEMAND)


def industry_pay() -> Table[m.IndustryPay]:
    """The five industries that pay beginners most, according to the article and in its order.

    Official figures disagree about most of them: see the `check` of each.

    >>> import mlcareerdata as mlc
    >>> [pay.industry for pay in mlc.industry_pay()][:2]
    ['finance', 'technology']
    """
    return table(INDUSTRY_PAY)


def pay_in(industry: str | m.Industry) -> m.IndustryPay:
    """One industry's place among those that pay beginners most, according to the article.

    >>> import mlcareerdata as mlc
    >>> mlc.pay_in("fintech").position
    1
    """
    return fact_about(INDUSTRIES, industry, INDUSTRY_PAY)


def industry_hiring() -> Table[m.IndustryHiring]:
    """Whether industries hire graduates without experience (the article says it of four of them).

    >>> import mlcareerdata as mlc
    >>> [hiring.stance for hiring in mlc.industry_hiring()]
    ['open', 'open', 'exposure-expected', 'exposure-expected']
    """
    return table(INDUSTRY_HIRING)


def hiring_in(industry: str | m.Industry) -> m.IndustryHiring:
    """Whether one industry hires graduates without experience, according to the article.

    >>> import mlcareerdata as mlc
    >>> mlc.hiring_in("tech").stance
    'open'
    """
    return fact_about(INDUSTRIES, industry, INDUSTRY_HIRING)
