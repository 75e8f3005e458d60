"""The ids of records, as types. Written by tools/tidy.py from the data: do not edit.

Ids are never removed or reused.

>>> from typing import get_args
>>> from mlcareerdata.ids import IndustryId
>>> get_args(IndustryId)[:2]
('technology', 'finance')
"""

from typing import Final, Literal, TypeAlias

__all__ = [
    "CertificationId",
    "IndustryId",
    "OccupationId",
    "PlatformId",
    "RoleId",
    "SkillId",
    "SourceId",
]

RoleId: TypeAlias = Literal[
    "machine-learning-engineer",  # Machine Learning Engineer
    "data-scientist",  # Data Scientist
    "ai-research-assistant",  # AI Research Assistant
    "business-intelligence-analyst",  # Business Intelligence Analyst
    "ai-research-scientist",  # AI Research Scientist
    "software-engineer-ml",  # Software Engineer with ML Focus
    "data-analyst",  # Data Analyst
    "ai-engineer",  # AI Engineer
    "machine-learning-specialist",  # Machine Learning Specialist
]
"""The id of a role."""

IndustryId: TypeAlias = Literal[
    "technology",  # Technology and Software Development
    "finance",  # Finance
    "healthcare",  # Healthcare
    "automotive",  # Automotive
    "telecommunications",  # Telecommunications
    "consulting",  # Consulting
]
"""The id of an industry."""

SkillId: TypeAlias = Literal[
    "programming-and-frameworks",  # Programming and Framework Proficiency
    "data-preparation",  # Data Preprocessing and Feature Engineering
    "domain-expertise",  # Domain-Specific Analytical Expertise
    "communication-and-teamwork",  # Clear Communication and Teamwork
    "version-control-and-cloud",  # Version Control and Cloud Literacy
]
"""The id of a skill."""

PlatformId: TypeAlias = Literal[
    "aws",  # AWS
    "google-cloud",  # Google Cloud
    "vendor-neutral",  # Vendor-neutral
    "azure",  # Azure
    "databricks",  # Databricks
    "nvidia",  # NVIDIA
    "oracle-cloud",  # Oracle Cloud
    "snowflake",  # Snowflake
]
"""The id of a platform."""

CertificationId: TypeAlias = Literal[
    "aws-machine-learning-specialty",  # AWS Certified Machine Learning - Specialty
    "google-professional-ml-engineer",  # Google Cloud Professional Machine Learning Engineer
    "certified-analytics-professional",  # Certified Analytics Professional
    "azure-data-scientist-associate",  # Microsoft Certified: Azure Data Scientist Associate
    "aws-machine-learning-engineer-associate",
    "aws-generative-ai-developer-professional",
    "azure-mlops-engineer-associate",
    "aws-ai-practitioner",  # AWS Certified AI Practitioner
    "google-generative-ai-leader",  # Google Cloud Generative AI Leader
    "google-associate-data-practitioner",  # Google Cloud Associate Data Practitioner
    "azure-ai-fundamentals",  # Microsoft Certified: Azure AI Fundamentals
    "azure-ai-engineer-associate",  # Microsoft Certified: Azure AI Engineer Associate
    "azure-ai-apps-agents-developer-associate",
    "databricks-ml-associate",  # Databricks Certified Machine Learning Associate
    "databricks-genai-engineer-associate",  # Databricks Certified Generative AI Engineer Associate
    "databricks-ml-professional",  # Databricks Certified Machine Learning Professional
    "nvidia-genai-llms-associate",  # NVIDIA-Certified Associate: Generative AI LLMs
    "nvidia-genai-multimodal-associate",  # NVIDIA-Certified Associate: Generative AI Multimodal
    "oci-ai-foundations-associate",  # Oracle Cloud Infrastructure AI Foundations Associate
    "snowpro-specialty-gen-ai",  # SnowPro Specialty: Gen AI
]
"""The id of a certification."""

OccupationId: TypeAlias = Literal[
    "15-2051",  # Data Scientists
    "15-1221",  # Computer and Information Research Scientists
    "15-1252",  # Software Developers
    "15-1299",  # Computer Occupations, All Other
]
"""The id of an occupation."""

SourceId: TypeAlias = Literal[
    "bouchrika-2026",  # 2026 Entry-Level Jobs [...] Machine Learning Master's Degree
    "nace-2024",  # 2024 report
    "labor-market-analyses-2024",  # Labour market analyses of 2024
    "bls-growth-undated",  # Projection of growth in machine learning and AI research roles
    "compensation-data-undated",  # Recent compensation data
    "bls-pay-2024",  # Labour market data of 2024 on starting salaries
    "salarycom-2024",  # Labour market insights of 2024
    "bls-hiring-2024",  # Data of 2024 on graduates hired without experience
    "nsf-2024",  # Science and Engineering Indicators, 2024
    "gartner-2024",  # 2024 workforce report
    "labor-reports-2024",  # Industry labour reports of 2024
    "bls-oews-2025",  # Occupational Employment and Wage Statistics, May 2025
    "bls-oews-2024",  # Occupational Employment and Wage Statistics, May 2024
    "bls-projections-2025",  # Employment Projections, 2025-35
    "bls-projections-2024",  # Occupational Outlook Handbook, projections 2024-34
    "bls-projections-workbook-2024",  # Employment Projections, 2024-34
    "bls-projections-2023",  # Employment Projections, 2023-33
    "onet-30-1",  # O*NET 30.1 Database
    "esco-1-2-0",  # ESCO v1.2.0
    "h1b-2025",  # Employers' H-1B filings, fiscal year 2025
    "naics-2022",  # North American Industry Classification System, 2022
    "aijobs-2025",  # aijobs.net salaries, version of 2025-01-19
    "aws-ml-specialty",  # AWS Certified Machine Learning - Specialty
    "aws-ml-engineer-associate",  # AWS Certified Machine Learning Engineer - Associate
    "aws-genai-developer",  # AWS Certified Generative AI Developer - Professional
    "google-cloud-ml-engineer",  # Professional Machine Learning Engineer
    "informs-cap",  # Certified Analytics Professional
    "microsoft-azure-data-scientist",  # Microsoft Certified: Azure Data Scientist Associate
    "microsoft-mlops-engineer",
    "365-data-science-2024",  # 1,000 postings for machine learning engineers, 2024
    "nsb202332",  # NSB-2023-32
    "nace-job-outlook-2024",  # Job Outlook 2024
    "aws-ai-practitioner",  # AWS Certified AI Practitioner
    "google-genai-leader",  # Google Cloud Generative AI Leader
    "google-data-practitioner",  # Google Cloud Associate Data Practitioner
    "microsoft-azure-ai-fundamentals",  # Microsoft Certified: Azure AI Fundamentals
    "microsoft-azure-ai-engineer",  # Microsoft Certified: Azure AI Engineer Associate
    "microsoft-azure-ai-apps-agents",
    "databricks-ml-associate",  # Databricks Certified Machine Learning Associate
    "databricks-genai-engineer",  # Databricks Certified Generative AI Engineer Associate
    "databricks-ml-professional",  # Databricks Certified Machine Learning Professional
    "nvidia-genai-llms",  # NVIDIA-Certified Associate: Generative AI LLMs
    "nvidia-genai-multimodal",  # NVIDIA-Certified Associate: Generative AI Multimodal
    "oracle-oci-ai-foundations",  # Oracle Cloud Infrastructure AI Foundations Associate
    "snowflake-snowpro-gen-ai",  # SnowPro Specialty: Gen AI
    "onet-30-2",  # O*NET 30.2 Database
    "lca-2025",  # LCA disclosure data, fiscal year 2025, wage Level I
]
"""The id of a source."""

_OFFICIAL_TITLES: Final = {
    "15-1221": "Computer and Information Research Scientists",
    "15-1221.00": "Computer and Information Research Scientists",
    "15-1252": "Software Developers",
    "15-1252.00": "Software Developers",
    "15-1299": "Computer Occupations, All Other",
    "15-1299.00": "Computer Occupations, All Other",
    "15-2051": "Data Scientists",
    "15-2051.00": "Data Scientists",
    "15-2051.01": "Business Intelligence Analysts",
}
"""The titles of official codes, for lines of records that hold the code alone."""
