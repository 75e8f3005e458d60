"""Made-up job titles by the thousand, the same ones each time."""

import csv
import random
from pathlib import Path

TABLE = Path(__file__).with_name("titles.csv")

TRADES = [
    "Nurse",
    "Welder",
    "Cashier",
    "Plumber",
    "Barista",
    "Teacher",
    "Mechanic",
    "Driver",
    "Accountant",
    "Chef",
    "Electrician",
    "Paralegal",
    "Pharmacist",
    "Carpenter",
    "Receptionist",
    "Sommelier",
    "Machinist",
    "Surveyor",
    "Dispatcher",
    "Groundskeeper",
]
AROUND = [
    "Night Shift",
    "Part-Time",
    "(Remote)",
    "Ghent",
    "Austin TX",
    "#{n}",
    "Req {n}",
    "- {n}",
    "W2 only",
    "Floor {n}",
    "Site {n}",
    "- Full Time",
    "m/f/d",
    "2026",
    "{n} hrs/wk",
]
# Titles that engines tend to read differently, and what people paste.
HOSTILE = [
    "",
    " ",
    "\t",
    "Data\tAnalyst",
    "Data\nAnalyst",
    "Data Analyst\n",
    "Data Analyst\r\n",
    "Data Analyst\u2028",
    "Data\u0085Analyst",
    "Data\u00a0Analyst",
    "DATA ANALYST",
    "dAtA aNaLySt",
    "Dat\u0430 Analyst",  # a Cyrillic letter
    "Data Ana\u017fyst",  # a long s
    "Data Analy\u017ft",
    "Data \u212analyst",  # the Kelvin sign
    "M\u0130L Engineer",  # a capital i with a dot: its lower case is two characters
    "A\u0130 Engineer",
    "A\u0131 Engineer",  # an i without a dot
    "A\u0049 ENGINEER",
    "Data Analyst\u0301",
    "Da\u0301ta Analyst",
    "Da\u200bta Ana\u00adlyst",
    "\ufeffData Analyst",
    "Ｄａｔａ　Ａｎａｌｙｓｔ",
    "𝐃𝐚𝐭𝐚 𝐀𝐧𝐚𝐥𝐲𝐬𝐭",
    "Data Analyﬆ",
    "Straße Data Analyst",
    "数据 Data Analyst 分析师",
    "データ Data-Analyst｜東京",
    "👩‍💻 Data Analyst 👩‍💻",
    "مهندس AI Engineer",
    "Data–Analyst",
    "Data — Analyst",
    "Data -Analyst",
    "Data- Analyst",
    "Data--Analyst",
    "Data_Analyst",
    "_Data Analyst_",
    "-Data Analyst-",
    "Data/Analyst",
    "Data\\Analyst",
    "Data & Reporting Analyst",
    "Data and Reporting Analyst",
    "Data.Analyst",
    "Data,Analyst",
    "Data [Senior] Analyst",
    "Data ^$.*+?(){}[]|\\ Analyst",
    "^Data Analyst$",
    "Data Analyst $1 \\1 ${role}",
    "'Data Analyst'; drop table titles; --",
    '"Data Analyst"',
    "Data Analyst 100%",
    "Data~Analyst && ML Engineer",
    "[[:alpha:]] Data Analyst",
    "\\d\\w\\s Data Analyst",
    "(?i)Data Analyst",
    "Data Analyst" + ")" * 300,
    "(" * 300,
    "ml " * 300,
    "é" * 300,
    "data " * 200 + "analyst",
    "senior " * 200 + "ml engineer",
    "engineer " * 200,
    "Machine Learning " * 60 + "Engineer",
    "Enginer Engineeer Enginner ML Enigneer",
    "ML Engineeers",
    "Data Scientistst",
    "AnalystData",
    "DataAnalyst",
    "A.I. Engineer",
    "Analyst I/II - B.I.",
    "null",
    "None",
    "NaN",
]


def titles(count: int, *, seed: int = 20, strange: bool = True) -> list[str | None]:
    """So many titles, most of which name no role; with `strange`, nulls and hostile ones too."""
    chance = random.Random(seed)
    with TABLE.open(encoding="utf-8", newline="") as file:
        known = [row["title"] for row in csv.DictReader(file)]
    words = sorted({word for title in known for word in title.split()})
    made: list[str | None] = []
    while len(made) < count:
        kind = chance.random()
        if strange and kind < 0.02:
            made.append(None)
        elif strange and kind < 0.10:
            made.append(chance.choice(HOSTILE))
        elif strange and kind < 0.35:
            made.append(" ".join(chance.choices(words, k=chance.randrange(1, 8))))
        else:
            title = chance.choice(known) if kind > 0.87 else " ".join(chance.sample(TRADES, k=2))
            around = chance.choice(AROUND).format(n=chance.randrange(1000))
            made.append(f"{title} {around}")
    return made
