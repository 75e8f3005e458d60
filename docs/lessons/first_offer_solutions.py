# %% [markdown]
# # Your first offer: the solutions
#
# Look here when you have tried. There is often more than one way; what counts is that you can say
# why.

# %%
import mlcareerdata as mlc

offer = 92_000
nation = mlc.wages("15-2051")[0]
said = mlc.salary_range("data scientist")
near = mlc.wages_near("data scientist", "Pittsburgh")
metros = mlc.area_wages("15-2051", kind="metro")
cities = ["Atlanta", "Chicago", "Dallas", "Denver", "Philadelphia", "Pittsburgh", "Raleigh"]

# %% [markdown]
# **1.** The offer is well inside the range, though below its middle.

# %%
answer_1 = offer - said.low
answer_1

# %% [markdown]
# **2.** A few very high wages pull the mean up; the median does not notice them.

# %%
answer_2 = nation.mean - nation.p50
answer_2

# %% [markdown]
# **3.** `level="entry"` keeps what is about beginners. The percentiles are for all levels.

# %%
answer_3 = [pay.kind for pay in mlc.salary_ranges("data scientist", level="entry")]
answer_3

# %% [markdown]
# **4.** By the mean another city would win: compare the two columns.

# %%
for city in cities:
    there = mlc.wages_near("data scientist", city)
    print(f"{city:13} median {there.p50:,} mean {there.mean:,}")

answer_4 = max(cities, key=lambda city: mlc.wages_near("data scientist", city).p50)
answer_4

# %% [markdown]
# **5.** Look where the offer fits in: above a quarter of all data scientists there, below half.

# %%
print(near.p10, near.p25, near.p50, near.p75, near.p90)
answer_5 = ("p25", "p50")

# %% [markdown]
# **6.** `None` means that it was not published. Had it been 0, an average would be far too low.

# %%
answer_6 = sum(metro.p50 is None for metro in metros)
answer_6

# %% [markdown]
# **7.** Las Vegas could be far below Atlanta, or above it: the sample cannot tell.

# %%
vegas = mlc.wages_near("data scientist", "Las Vegas")
error = vegas.mean * vegas.mean_rse / 100
answer_7 = (vegas.mean - 2 * error, vegas.mean + 2 * error)
answer_7

# %% [markdown]
# **8.** Code 52 holds 522, 523 and 524. To add them up counts most people twice.

# %%
parts = mlc.industry_wages("15-2051", industry="finance")
answer_8 = next(part.employment for part in parts if part.naics == "52")
answer_8

# %% [markdown]
# **9.** Of the two low ends the higher one, of the two high ends the lower one.

# %%
answer_9 = (max(said.low, near.p10), min(said.high, near.p50))
answer_9

# %% [markdown]
# **10.** One answer among many. The figures come from the records, so they stay right.

# %%
answer_10 = (
    f"Half of the data scientists in Pittsburgh earn less than ${near.p50:,}, and those are people "
    f"of all levels (BLS, May {near.year}). Your figure is the mean of the nation. For beginners "
    f"the article says ${said.low:,} to ${said.high:,}, and my offer is inside."
)
print(answer_10)
