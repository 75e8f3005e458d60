# %% [markdown]
# # Who says so? The solutions
#
# Look here when you have tried.

# %%
import mlcareerdata as mlc

growth = mlc.finding("projected-growth")
claims = mlc.findings(kind="claim")
parts = mlc.industry_wages("15-2051")

# %% [markdown]
# **1.** `source` is who says it, `attributed_to` is who is credited.

# %%
answer_1 = growth.citations[0].attributed_to[0]
answer_1

# %% [markdown]
# **2.** Not one. To credit somebody is not evidence; but a claim with a poor address may be true.

# %%
tables = [mlc.findings(), mlc.salary_ranges(), mlc.industry_pay()]
names = {
    name
    for table in tables
    for record in table
    for cited in record.citations
    for name in cited.attributed_to
}
answer_2 = sum(mlc.source(name).accessed is not None for name in names)
answer_2

# %% [markdown]
# **3.** The article's figure is another group's, from an earlier year.

# %%
answer_3 = next(p.growth_percent for p in mlc.projections("15-2051") if p.start == 2024)
answer_3

# %% [markdown]
# **4.** "Unconfirmed" is the verdict that leaves it open: somebody looked, and nothing decides. It
# is not a polite word for wrong.

# %%
answer_4 = {}
for claim in mlc.checks():
    answer_4[claim.verdict] = answer_4.get(claim.verdict, 0) + 1
answer_4

# %% [markdown]
# **5.** The empty list comes first: `all([])` is true, and would support whatever nobody looked at.


# %%
def verdict(low, high, medians):
    """The verdict on a range, by the medians that others found: a list, perhaps empty."""
    inside = [low <= median <= high for median in medians]
    if not inside:
        return "unconfirmed"
    if all(inside):
        return "supported"
    return "partly" if any(inside) else "contradicted"


answer_5 = verdict

# %% [markdown]
# **6.** Recommendations claim nothing, so they are not counted.

# %%
answer_6 = sum(claim.check is None for claim in claims)
answer_6

# %% [markdown]
# **7.** Two parts, and one of them belongs to health, which as a whole is at the bottom. An
# industry is not one thing.

# %%
finance = [part for part in parts if part.industry == "finance"]
answer_7 = {
    part.naics
    for part in parts
    if part.p25 > max(f.p25 for f in finance) and part.p50 > max(f.p50 for f in finance)
}
answer_7

# %% [markdown]
# **8.** One of many. It says for whom the figures are, and why they do not decide.

# %%
wages = [part.p50 for part in parts]
answer_8 = {
    "claim": "pay-follows-industry",
    "verdict": "unconfirmed",
    "evidence": parts[0].citations[0].source,
    "note": f"Medians of data scientists in {parts[0].year} go from ${min(wages):,} to "
    f"${max(wages):,} by industry, but they are for all levels, not for beginners.",
}
answer_8
