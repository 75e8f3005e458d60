"""Questions about industries: what they ask for, how they rank in pay, whom they hire."""

from __future__ import annotations

from mlcareerdata import _store as store
from mlcareerdata import models as m
from mlcareerdata._lookup._facts import fact_of_industry
from mlcareerdata._table import Table


def industries() -> Table[m.Industry]:
    """The six industries.

    >>> import mlcareerdata as mlc
    >>> len(mlc.industries())
    6
    """
    return store.INDUSTRIES.table()


def industry(name: str | m.Industry) -> m.Industry:
    """One industry.

    >>> import mlcareerdata as mlc
    >>> mlc.industry("Finance & Fintech").id
    'finance'
    """
    return store.INDUSTRIES.find(name)


def industry_demand() -> Table[m.IndustryDemand]:
    """Why industries want graduates (the article has it for four of them).

    >>> import mlcareerdata as mlc
    >>> mlc.industry_demand()[1].label
    'Financial Services and Insurance'
    """
    return store.INDUSTRY_DEMAND.table()


def demand_in(industry: str | m.Industry) -> m.IndustryDemand:
    """Why one industry wants graduates, and which.

    >>> import mlcareerdata as mlc
    >>> mlc.demand_in("finance").applications
    ('modelling of market behaviour', 'fraud detection', 'risk management')
    """
    return fact_of_industry(store.INDUSTRY_DEMAND, industry, "account of demand")


def industry_pay() -> Table[m.IndustryPay]:
    """The five industries that pay beginners most, in the article's order.

    >>> import mlcareerdata as mlc
    >>> [pay.industry for pay in mlc.industry_pay()][:2]
    ['finance', 'technology']
    """
    return store.INDUSTRY_PAY.table()


def pay_in(industry: str | m.Industry) -> m.IndustryPay:
    """One industry's place among those that pay beginners most.

    >>> import mlcareerdata as mlc
    >>> mlc.pay_in("fintech").position
    1
    """
    return fact_of_industry(store.INDUSTRY_PAY, industry, "place in the order of pay")


def industry_hiring() -> Table[m.IndustryHiring]:
    """Whether industries hire graduates without experience (four of them).

    >>> import mlcareerdata as mlc
    >>> [hiring.stance for hiring in mlc.industry_hiring()]
    ['open', 'open', 'exposure-expected', 'exposure-expected']
    """
    return store.INDUSTRY_HIRING.table()


def hiring_in(industry: str | m.Industry) -> m.IndustryHiring:
    """Whether one industry hires graduates without experience.

    >>> import mlcareerdata as mlc
    >>> mlc.hiring_in("tech").stance
    'open'
    """
    return fact_of_industry(store.INDUSTRY_HIRING, industry, "stance on hiring")
