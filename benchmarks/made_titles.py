"""Job titles by the million, made up with the shares that files of real postings have.

One in thirty names a role of the package and one in twelve has the words for one; lengths run from
about 15 to 90 characters, and hardly two are alike. Every run makes the same titles.
"""

import random
from collections.abc import Sequence

TRADES = (
    """
Registered Nurse|Travel Nurse RN|Licensed Practical Nurse|Certified Nursing Assistant|Physician
Physical Therapist|Occupational Therapy Assistant|Phlebotomist|Dental Hygienist|Pharmacy Technician
Medical Assistant|Veterinary Technician|Speech Language Pathologist|Social Worker|Case Manager
Warehouse Associate|Forklift Operator|Delivery Driver|CDL-A Truck Driver|Package Handler|Welder
Maintenance Technician|HVAC Technician|Electrician|Plumber|CNC Machinist|Diesel Mechanic|Carpenter
Production Supervisor|Quality Control Inspector|Assembler|Material Handler|Security Officer|Barista
Store Manager|Assistant Store Manager|Cashier|Retail Sales Associate|Key Holder|Merchandiser
Line Cook|Sous Chef|Restaurant General Manager|Shift Leader|Server|Housekeeper|Front Desk Agent
Customer Service Representative|Call Center Agent|Account Executive|Account Manager|Inside Sales
Business Development Manager|Marketing Coordinator|Social Media Manager|Copywriter|Recruiter
Human Resources Generalist|Payroll Specialist|Staff Accountant|Accounts Payable Clerk|Tax Manager
Financial Analyst|Loan Officer|Bank Teller|Claims Adjuster|Underwriter|Paralegal|Attorney
Administrative Assistant|Executive Assistant|Office Manager|Receptionist|Project Manager
Civil Engineer|Mechanical Engineer|Electrical Engineer|Process Engineer|Field Service Engineer
Manufacturing Engineer|Project Engineer|Structural Engineer|Land Surveyor|Construction Manager
Java Developer|Full Stack Developer|.NET Developer|DevOps Engineer|Systems Administrator
Network Engineer|Help Desk Technician|Cloud Architect|Scrum Master|QA Engineer|UX Designer
Special Education Teacher|Substitute Teacher|School Bus Driver|Preschool Teacher|Tutor|Lecturer
Graphic Designer|Event Coordinator|Property Manager|Leasing Consultant|Real Estate Agent|Caregiver
""".replace("\n", "|")
    .strip("|")
    .split("|")
)

# They have the words of a role but name none, or a rule says that they do not.
NEAR = (
    """
Data Engineer|Senior Data Engineer|Data Science Manager|AI Product Manager|Data Entry Analyst
Machine Learning Engineering Manager|Director of AI|Data Center Engineer|AI Trainer|Data Architect
Data Quality Analyst|Research Scientist, Chemistry|Data Governance Analyst|Azure Data Engineer
Research Assistant, Oncology|AI Solutions Architect|Business Intelligence Developer|BI Developer
Head of Data Science|Product Manager, Machine Learning|Clinical Data Specialist|AI Sales Engineer
Business Data Analyst Manager|Analyst, Data Center Operations|Marketing Specialist, AI
""".replace("\n", "|")
    .strip("|")
    .split("|")
)

NAMED = (
    """
Data Analyst|Data Scientist|Machine Learning Engineer|AI Engineer|Applied Scientist|ML Engineer
Software Engineer, Machine Learning|AI Research Intern|Business Intelligence Analyst|BI Analyst
Data Science Intern|GenAI Developer|Machine Learning Scientist|Data Analyst, Marketing
Power BI Analyst|Clinical Data Analyst|MLOps Engineer|Data Scientist - NLP|Applied AI Engineer
""".replace("\n", "|")
    .strip("|")
    .split("|")
)

LEVELS = ["", "", "", "", "", "", "Senior ", "Sr. ", "Lead ", "Junior ", "Associate ", "Principal "]
TEAMS = (
    """
Emergency Department|Medical/Surgical|ICU|Night Shift|2nd Shift|Full Time|Part-Time|PRN|Weekends
Commercial Banking|Global Markets|Supply Chain|Aftermarket Parts|Grocery|Produce|Home Health
Platform|Payments|Customer Success|Infrastructure|Growth|Corporate|Government Programs|Oncology
Class A|Bilingual|$2,500 Sign-On Bonus|Entry Level|Contract|Travel|Outpatient|Ridgeview Campus
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
PLACES = (
    """
Austin, TX|Dallas TX|Remote|Hybrid|New York, NY|Chicago, IL|Columbus, OH|Phoenix AZ|Denver, CO
Tampa, FL|Seattle, WA|Remote - US|Boise, ID|St. Louis, MO|Raleigh, NC|San Jose, CA|Omaha NE
Toronto|London|Ghent|Zürich|Leeds|Dublin, Ireland|Hyderabad|Fort Worth, TX|Baton Rouge, LA
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
SIGNS = [" - ", ", ", " | ", " ("] * 10 + [" – "]


def made_up(rows: int) -> list[str]:
    """So many titles."""
    chance = random.Random(11)
    titles: list[str] = []
    for _ in range(rows):
        kind = chance.random()
        what = NAMED if kind < 1 / 30 else NEAR if kind < 1 / 14 else TRADES
        titles.append(_title(chance, what))
    return titles


def _title(chance: random.Random, what: Sequence[str]) -> str:
    title = _pick(chance, LEVELS) + _pick(chance, what)
    for more in (TEAMS, PLACES):
        if chance.random() < 0.6:
            sign = _pick(chance, SIGNS)
            title += sign + _pick(chance, more) + (")" if "(" in sign else "")
    if chance.random() < 0.9:
        number = int(chance.random() * 10_000_000)
        title += (f" #{number}", f" (Req {number})", f" R-{number:07}")[number % 3]
    return title[:90]


def _pick(chance: random.Random, some: Sequence[str]) -> str:
    return some[int(chance.random() * len(some))]
