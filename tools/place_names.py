"""The kind, the states and the other names of a BLS area, worked out from its name.

A metropolitan area is named after its principal cities, with hyphens between them, and its
states: "Portland-Vancouver-Hillsboro, OR-WA". So each city is a name for the area, alone and with
any of the states. A name that two areas share finds neither, and the library says so.

Not everything between hyphens is a city, and not every hyphen is between two cities; the exceptions
are listed here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from mlcareerdata._text import normalise

Kind: TypeAlias = Literal["state", "metro", "nonmetro"]

POSTAL: Final = {
    "01": "AL", "02": "AK", "04": "AZ", "05": "AR", "06": "CA", "08": "CO", "09": "CT", "10": "DE",
    "11": "DC", "12": "FL", "13": "GA", "15": "HI", "16": "ID", "17": "IL", "18": "IN", "19": "IA",
    "20": "KS", "21": "KY", "22": "LA", "23": "ME", "24": "MD", "25": "MA", "26": "MI", "27": "MN",
    "28": "MS", "29": "MO", "30": "MT", "31": "NE", "32": "NV", "33": "NH", "34": "NJ", "35": "NM",
    "36": "NY", "37": "NC", "38": "ND", "39": "OH", "40": "OK", "41": "OR", "42": "PA", "44": "RI",
    "45": "SC", "46": "SD", "47": "TN", "48": "TX", "49": "UT", "50": "VT", "51": "VA", "53": "WA",
    "54": "WV", "55": "WI", "56": "WY", "66": "GU", "72": "PR", "78": "VI",
}  # fmt: skip
"""Postal codes by the two digits with which BLS's codes of a state begin."""

NAMES: Final = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California",
    "CO": "Colorado", "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia",
    "FL": "Florida", "GA": "Georgia", "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois",
    "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana",
    "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota",
    "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada",
    "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York",
    "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon",
    "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota",
    "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia",
    "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming", "GU": "Guam",
    "PR": "Puerto Rico", "VI": "Virgin Islands",
}  # fmt: skip

ONE_CITY: Final = ("Winston-Salem",)  # where a name has "--", a hyphen is inside a city's name
NO_CITY: Final = ("Fayette", "Jefferson County", "Clarke County", "Richmond County", "Bibb County")
CALLED: Final = {  # what people call a city that BLS calls otherwise
    "Amherst Town": "Amherst",
    "Barnstable Town": "Barnstable",
    "Boise City": "Boise",
    "Nashville-Davidson": "Nashville",
    "New York": "New York City",
    "Urban Honolulu": "Honolulu",
}
MORE: Final = {  # and other common names of a whole area
    "District of Columbia": ("D.C.",),
    "New York": ("New York State",),
    "New York-Newark-Jersey City, NY-NJ": ("NYC", "NYC, NY"),
    "Virgin Islands": ("U.S. Virgin Islands", "US Virgin Islands"),
    "Washington": ("Washington State",),
    "Washington-Arlington-Alexandria, DC-VA-MD-WV": (
        "Washington DC",
        "Washington, D.C.",
        "Washington D.C.",
    ),
}
_STATES: Final = frozenset(map(normalise, (*NAMES, *NAMES.values())))


def kind_of(name: str, letter: str) -> Kind:
    """The kind of an area; BLS has one letter for metropolitan and nonmetropolitan areas."""
    if letter == "S":
        return "state"
    return "nonmetro" if " nonmetropolitan area" in name else "metro"


def states_of(name: str) -> tuple[str, ...]:
    """The postal codes at the end of a metropolitan area's name."""
    return tuple(name.rpartition(", ")[2].split("-"))


def cities_of(name: str) -> tuple[str, ...]:
    """The principal cities of a metropolitan area."""
    cities = name.rpartition(", ")[0]
    for city in ONE_CITY:
        cities = cities.replace(city, city.replace("-", "\0"))
    parts = cities.split("--") if "--" in cities else cities.replace("/", "-").split("-")
    return tuple(city.replace("\0", "-") for city in parts if city not in NO_CITY)


def other_names(name: str, kind: Kind, states: tuple[str, ...]) -> tuple[str, ...]:
    """The other names of an area; the name of a state is never used for a city."""
    if kind == "nonmetro":
        return ()
    found = states if kind == "state" else city_names(name, states)
    names = {normalise(other): other for other in (*found, *MORE.get(name, ()))}
    names.pop(normalise(name), None)
    return tuple(names.values())


def city_names(name: str, states: tuple[str, ...]) -> Iterator[str]:
    """Each principal city alone and with each state, short and in full."""
    for city in cities_of(name):
        for spelled in spellings(city):
            if normalise(spelled) not in _STATES:
                yield spelled
            for state in states:
                yield from (f"{spelled}, {state}", f"{spelled}, {NAMES[state]}")


def spellings(city: str) -> tuple[str, ...]:
    """The name of a city as BLS writes it, and as people do."""
    return tuple(
        dict.fromkeys(
            spelled
            for called in (city, CALLED.get(city, city))
            for spelled in (called, called.replace("St. ", "St "), called.replace("St. ", "Saint "))
        )
    )
