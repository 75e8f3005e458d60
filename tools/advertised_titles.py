"""The titles of the aijobs.net rows from which advertised_pay.py takes entry-level pay.

`match_title` reads each of them as this module does; a test compares the two.
"""

from mlcareerdata.ids import RoleId

# Every title among the rows of rule 3 that names a role, exactly as the data writes it.
# The last noun decides; a domain before it changes nothing.
TITLES: dict[str, RoleId] = {
    "Machine Learning Engineer": "machine-learning-engineer",
    "Machine Learning Developer": "machine-learning-engineer",
    "Machine Learning Model Engineer": "machine-learning-engineer",
    "MLOps Engineer": "machine-learning-engineer",
    "Deep Learning Engineer": "machine-learning-engineer",
    "Data Scientist": "data-scientist",
    "AI Data Scientist": "data-scientist",
    "Business Intelligence Analyst": "business-intelligence-analyst",
    "Business Intelligence Data Analyst": "business-intelligence-analyst",
    "BI Analyst": "business-intelligence-analyst",
    "Applied Scientist": "ai-research-scientist",
    "Machine Learning Scientist": "ai-research-scientist",
    "Machine Learning Researcher": "ai-research-scientist",
    "AI Researcher": "ai-research-scientist",
    "Data Analyst": "data-analyst",
    "Data Reporting Analyst": "data-analyst",
    "Data and Reporting Analyst": "data-analyst",
    "Financial Data Analyst": "data-analyst",
    "Compliance Data Analyst": "data-analyst",
    "AI Engineer": "ai-engineer",
    "AI Developer": "ai-engineer",
    "Artificial Intelligence Engineer": "ai-engineer",
}
# Titles that name a role in unusual words: by a level in place of the noun, by a neighbouring
# field, or by what is made instead of what is analysed. They are left out, since advertised pay is
# that of the plain titles. With one to four ranges each, they would move medians by up to $5,800.
OTHERWISE_NAMED: dict[str, RoleId] = {
    "Business Intelligence Lead": "business-intelligence-analyst",
    "Computer Vision Engineer": "machine-learning-engineer",
    "Data Analytics Associate": "data-analyst",
    "Data Analytics Lead": "data-analyst",
    "Data Visualization Analyst": "data-analyst",
}
# All other titles among those rows. They name none of the nine roles, and are listed so that nobody
# adds them by mistake. No title among those rows names ai-research-assistant, software-engineer-ml
# or machine-learning-specialist.
OF_NO_ROLE = (
    # Neither AI nor machine learning is named.
    "Developer", "Engineer", "Full Stack Developer", "Full Stack Engineer", "Platform Engineer",
    "Research Assistant", "Research Associate", "Research Engineer", "Research Scientist",
    "Software Developer", "Software Development Engineer", "Software Engineer", "Systems Engineer",
    # They build what a business intelligence analyst uses, or could be any job of that field.
    "BI Developer", "BI Engineer", "Business Intelligence", "Business Intelligence Developer",
    "Business Intelligence Engineer",
    # The noun before "analyst" names another occupation.
    "Data Governance Analyst", "Data Integration Analyst", "Data Integrity Analyst",
    "Data Management Analyst", "Data Operations Analyst", "Data Product Analyst",
    "Data Quality Analyst",
    # Analysts, but the title does not say of data.
    "Actuarial Analyst", "Analyst", "Business Analyst", "Insight Analyst", "Pricing Analyst",
    "Product Analyst", "Quantitative Analyst", "Research Analyst", "Risk Analyst",
    # Another noun than "analyst".
    "Analytics Engineer", "Data Analytics Consultant", "Data Analytics Developer",
    "Data Integration Specialist", "Data Management Specialist", "Data Operations Associate",
    "Data Quality Specialist", "Data Specialist", "Data Visualization Engineer",
    "Data Visualization Specialist", "Data and Reporting Professional",
    # Machine learning is not named, or only the product is.
    "AI Specialist", "Chatbot Developer",
    # Other jobs.
    "Associate", "Bear Robotics", "Bioinformatician", "Bioinformatics Scientist", "Cloud Engineer",
    "Consultant", "Data Architect", "Data Developer", "Data Engineer", "Data Governance Engineer",
    "Data Integration Engineer", "Data Manager", "Data Operations Engineer",
    "Data Operations Manager", "DevOps Engineer", "Encounter Data Management Professional",
    "Manager", "Product Designer", "Product Manager", "Sales Development Representative",
    "Site Reliability Engineer", "Solution Architect", "Solutions Engineer",
    "Statistical Programmer", "Statistician",
)  # fmt: skip
