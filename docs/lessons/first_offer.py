# %% [markdown]
# # Your first offer
#
# **90 minutes.** You will learn to read a figure of pay: whom it is for, who says so, and how far
# it carries. At the end you can say in three sentences whether an offer is fair.
#
# You need a little Python: a loop, an `if`, a list. Run the cells in their order. Each exercise
# has a cell where you put your answer in the place of `None`, and the line below it tells you how
# it stands. Try before you look; a wrong answer costs nothing and gives you a hint. The first cell
# holds the checks of the answers; you need not read it.

# %% tags=["checks"]
from first_offer_checks import check

# %% [markdown]
# ## 1. The offer (8 minutes)
#
# You have finished your degree, and a company in Pittsburgh wants you as a data scientist. It
# offers this, in dollars a year:

# %%
import mlcareerdata as mlc

offer = 92_000

# %% [markdown]
# You tell your aunt. She has looked it up: "They are robbing you! Data scientists make this much."

# %%
nation = mlc.wages("15-2051")[0]
print(f"${nation.mean:,} a year on average, says your aunt")

# %% [markdown]
# Her figure is real: it comes from the official statistics. Before you go on, write on paper:
# *is the offer unfair, yes, no, or cannot tell?* And: *what would you ask about her figure?*
# Keep the paper. You will come back to it.

# %% [markdown]
# ## 2. One range, and what it says of itself (10 minutes)
#
# An article on first jobs in machine learning gives ranges of pay. Here is its range for data
# scientists.

# %%
said = mlc.salary_range("data scientist")
print(said)

# %% [markdown]
# Read the line to its end. The word in brackets is a verdict: somebody held the claim against
# other evidence. The name in the last brackets says who makes the claim. More about the range:

# %%
print(f"from {said.low:,} to {said.high:,} dollars a {said.period}")
print("for the level:", said.level)
print("is the offer in it?", offer in said)

# %% [markdown]
# **Exercise 1.** How many dollars is the offer above the low end of this range? Let Python
# compute it from `offer` and `said.low`, rather than type off a number.

# %% tags=["exercise"]
answer_1 = None

check(1, answer_1)

# %% [markdown]
# ## 3. The average of whom? (10 minutes)
#
# Your aunt quoted the mean of the nation. The statistics have more than the mean:

# %%
print("a tenth earn less than  ", nation.p10)
print("a quarter earn less than", nation.p25)
print("half earn less than     ", nation.p50)
print("a quarter earn more than", nation.p75)
print("a tenth earn more than  ", nation.p90)

# %% [markdown]
# `p50` is the median: the person in the middle. The mean is another thing: all pay, divided by
# all people. **Predict first:** ten people earn the same, then one of them gets ten times as much.
# What happens to the median, and what to the mean? And so: which of the two is larger here?
#
# **Exercise 2.** By how many dollars is the mean of `nation` above its median?

# %% tags=["exercise"]
answer_2 = None

check(2, answer_2)

# %% [markdown]
# More than half of all data scientists earn less than the mean. So "less than average" is not the
# same as "less than most".

# %% [markdown]
# ## 4. Four kinds of pay (12 minutes)
#
# Now all that is known about the pay of this role. Each line is about *other people* than the
# line above it. Say for each in a few words whose pay it is.

# %%
for pay in mlc.salary_ranges("data scientist"):
    print(pay)

# %% [markdown]
# - **reported**: one author says so; the line has a verdict and no word for its kind.
# - **advertised**: what postings promised. Companies that write no figure are not in it.
# - **filed**: what employers told the authorities that they would pay somebody from abroad, for a
#   post that they class as entry level. The law sets a minimum.
# - **p25-p75** and **p10-p90**: what people in the occupation earn, whether in their first year or
#   their twentieth. So p10 is *not* "what beginners earn": some people earn little for other
#   reasons, and some beginners earn more.
#
# On the record it looks like this:

# %%
for pay in mlc.salary_ranges("data scientist"):
    print(pay.kind, "| level:", pay.level, "| ranges or filings counted:", pay.sample_size)

# %% [markdown]
# **Exercise 3.** Which kinds are about beginners alone? Give a list of the kinds.

# %% tags=["exercise"]
answer_3 = None

check(3, answer_3)

# %% [markdown]
# Your aunt's figure is for all levels. You compared your first year with other people's whole
# careers. Who could have told you? The line itself: it says "all levels".

# %% [markdown]
# ## 5. Where is it? (15 minutes)
#
# Her figure is also for the whole nation. Here are seven cities. **Predict first:** which has the
# highest median? Write down your guess, and one for the lowest.

# %%
cities = ["Atlanta", "Chicago", "Dallas", "Denver", "Philadelphia", "Pittsburgh", "Raleigh"]
near = mlc.wages_near("data scientist", "Pittsburgh")
print(near)

# %% [markdown]
# **Exercise 4.** Which of the seven `cities` has the highest *median* for data scientists? Write a
# loop that prints `p50` for each, then give the name of the city.

# %% tags=["exercise"]
answer_4 = None

check(4, answer_4)

# %% [markdown]
# Print the means beside the medians too. Is the order the same? Which pairs change places?
#
# **Exercise 5.** Between which two percentiles of Pittsburgh does the offer lie? Give the names of
# the two that stand closest around it, the lower one first. The record is `near`.

# %% tags=["exercise"]
answer_5 = None

check(5, answer_5)

# %% [markdown]
# ## 6. What is not there, and what wobbles (15 minutes)
#
# The figures come from a sample of employers, and some of them the office holds back, for instance
# where the sample is too small. Then the library has `None`.

# %%
metros = mlc.area_wages("15-2051", kind="metro")
madison = mlc.wages_near("data scientist", "Madison, WI")
print(madison)
print(f"{madison.employment:,} data scientists work there; their median: {madison.p50}")

# %% [markdown]
# Talk about it: what would go wrong if a spreadsheet wrote 0 there, and you took the average?
#
# **Exercise 6.** In how many of the metropolitan areas in `metros` is the median missing?

# %% tags=["exercise"]
answer_6 = None

check(6, answer_6)

# %% [markdown]
# And what is published may wobble: another sample would have given another mean. `mean_rse` tells
# by how much. It is the *relative standard error*, in percent of the mean.

# %%
for city in ["Atlanta", "Las Vegas"]:
    there = mlc.wages_near("data scientist", city)
    print(f"{city}: mean {there.mean:,}, standard error {there.mean_rse} percent of it")

# %% [markdown]
# A rule of thumb: go two standard errors down and two up. In about 95 of 100 samples, what you
# want to know lies between these two ends.
#
# **Exercise 7.** Work out the two ends for Las Vegas, as a pair `(low, high)` in dollars.

# %% tags=["exercise"]
answer_7 = None

check(7, answer_7)

# %% [markdown]
# Work out the ends for Atlanta too. Atlanta's mean is higher. Would you bet on it? Say why the
# library writes "unsteady" when it prints one of the two.

# %% [markdown]
# ## 7. For whom? (8 minutes)
#
# The company is a bank. Here is what the parts of finance pay in the nation:

# %%
for part in mlc.industry_wages("15-2051", industry="finance"):
    print(part.naics, part.label[:45], "| people:", part.employment, "| p50:", part.p50)

# %% [markdown]
# The codes are a tree: what begins with the same digits is a part of it.
#
# **Exercise 8.** How many data scientists work in finance and insurance?

# %% tags=["exercise"]
answer_8 = None

check(8, answer_8)

# %% [markdown]
# One more trap, without an exercise: a bank in an expensive city may pay more because of the city
# or because it is a bank. Do not add one to the other; you would count the same thing twice.

# %% [markdown]
# ## 8. A range that you can defend (12 minutes)
#
# Nobody has counted what beginners earn in Pittsburgh. So a judgement is needed, and you say what
# it rests on: beginners are probably in the *lower half* of what the occupation earns there, from
# `p10` to `p50`. And the article's range for beginners is the second thing you have. Where both
# agree, you stand on two legs.
#
# **Exercise 9.** Give the range on which both agree, as a pair `(low, high)`: the article's range
# `said`, and the lower half of `near`.

# %% tags=["exercise"]
answer_9 = None

check(9, answer_9)

# %% [markdown]
# **Exercise 10.** Answer your aunt, in two or three sentences: a figure, whom it is for, where it
# is for, and who says so. This line helps with the last:

# %%
print(mlc.cite(near))

# %% tags=["exercise"]
answer_10 = None

check(10, answer_10)

# %% [markdown]
# Take out the paper from the beginning. What would you write now? What do you still not know?
# (What things cost in Pittsburgh; what else the offer holds; what has changed since the survey.)
#
# **If there is time:** take a role and a city of your own, and do steps 4 to 8 for them. Some roles
# have no reported range, and some cities no figures: then the library tells you what it has.
