# %% [markdown]
# # Who says so?
#
# **90 minutes.** You will learn to ask of a claim: who says so, on what ground, and do others
# agree? You will judge claims by a rule that you write yourself, and check one on your own.
#
# You need a little Python: a loop, an `if`, a function. Run the cells in their order. Each exercise
# has a cell where you put your answer in the place of `None`, and the line below it tells you how
# it stands. Try before you look; a wrong answer costs nothing and gives you a hint. The first cell
# holds the checks of the answers; you need not read it.

# %% tags=["checks"]
from who_says_so_checks import check

# %% [markdown]
# ## 1. A sentence (8 minutes)
#
# An article on first jobs claims this (the words are the library's own):

# %%
import mlcareerdata as mlc

growth = mlc.finding("projected-growth")
print(growth.statement)

# %% [markdown]
# **Vote, before you run anything else:** true, false, or cannot tell? Hands up, and count.
# Then two minutes with your neighbour: *what would you have to know in order to decide?* Write down
# three questions.

# %% [markdown]
# ## 2. The address of a claim (12 minutes)
#
# In this library no fact stands without saying where it comes from. That is its *citation*.

# %%
(citation,) = growth.citations
print("the document:       ", citation.source)
print("the part of it:     ", citation.section)
print("whom it credits:    ", citation.attributed_to)
print("how the fact came:  ", citation.basis)

# %% [markdown]
# Two different people may stand behind a sentence: the one who *says* it, and the one who is
# *credited* with it ("according to ..."). To name somebody is easy. It shows nothing yet.
#
# **Exercise 1.** Which document does the article credit for the growth? Give its id, a text.

# %% tags=["exercise"]
answer_1 = None

check(1, answer_1)

# %% [markdown]
# Can that document be found? Ask the library what it knows of it:

# %%
credited_one = mlc.source(citation.attributed_to[0])
print(credited_one.title, "|", credited_one.publisher)
print("read for this library on:", credited_one.accessed)
print(credited_one.note)

# %% [markdown]
# Now all documents that the article credits, for findings, for ranges of pay, and for its order of
# industries. **Predict first:** how many of them could be found and read?

# %%
tables = [mlc.findings(), mlc.salary_ranges(), mlc.industry_pay()]
names = {
    name
    for table in tables
    for record in table
    for cited in record.citations
    for name in cited.attributed_to
}
credited = [mlc.source(name) for name in sorted(names)]
for source in credited:
    print(source.id, "|", source.publisher, "|", source.accessed)

# %% [markdown]
# **Exercise 2.** How many sources in `credited` were read (have a day in `accessed`)?

# %% tags=["exercise"]
answer_2 = None

check(2, answer_2)

# %% [markdown]
# Talk about it: does that make the claims wrong?

# %% [markdown]
# ## 3. Look it up (12 minutes)
#
# The credited office publishes projections. We do not need the lost document: we can look at what
# the office says itself.

# %%
for projection in mlc.projections():
    print(projection)

# %% [markdown]
# Read slowly. Each line is for one *occupation*, for *ten years*, and was published in one *year*.
# The article's sentence names a group of jobs. Which line is that group? Is there one at all?
#
# **Exercise 3.** What growth did the office project for data scientists (15-2051) from 2024 to
# 2034, in percent?

# %% tags=["exercise"]
answer_3 = None

check(3, answer_3)

# %% [markdown]
# Look for the article's figure among the lines. Then read what the library found, and how it
# decided:

# %%
print(growth.check.verdict)
print(growth.check.note)

# %% [markdown]
# A figure can be real and still belong to somebody else. Go back to your three questions: which of
# them would have found this out?

# %% [markdown]
# ## 4. Five verdicts (12 minutes)
#
# - **supported**: what others found agrees.
# - **partly**: some of it agrees, some does not.
# - **contradicted**: all of it says otherwise.
# - **outdated**: what it is about has ended since.
# - **unconfirmed**: somebody looked, and what was found does not decide.
#
# One of the five leaves it quite open whether the claim is true. Which?
#
# Here is every claim that was checked, in short:

# %%
for claim in mlc.checks():
    print(f"{claim.verdict:12} {claim.claim[:85]}")

# %% [markdown]
# **Exercise 4.** How often was each verdict given? Make a dictionary: the verdict, and how many.

# %% tags=["exercise"]
answer_4 = None

check(4, answer_4)

# %% [markdown]
# ## 5. Judge by a rule (16 minutes)
#
# A verdict should not hang on a mood. So write the rule down, *before* you look at the case. For a
# range of pay the library goes by the medians that others found for the same people:
#
# - every median lies in the range (ends included): supported
# - some do, some do not: partly
# - there are medians, and none lies in it: contradicted
# - there are none: unconfirmed
#
# **Exercise 5.** Write the rule as a function.


# %% tags=["exercise"]
def verdict(low, high, medians):
    """The verdict on a range, by the medians that others found: a list, perhaps empty."""
    # Your rule goes here.


check(5, verdict)

# %% [markdown]
# Now let it judge. Evidence for beginners is what was advertised and what was filed; the official
# percentiles are for all levels and *may not be used*. (Why not? Say it before you go on.)

# %%
for said in mlc.salary_ranges(level="entry"):
    if said.role and said.kind == "reported":
        others = mlc.salary_ranges(said.role, level="entry")
        medians = [pay.median for pay in others if pay.median is not None]
        mine = verdict(said.low, said.high, medians)
        print(f"{said.label:28} {medians} yours: {mine}, the library's: {said.check.verdict}")

# %% [markdown]
# Where a list is empty, evidence was looked for and was too thin: fewer than 30 postings or
# filings, or too many of them from one employer. Would you rather guess?

# %% [markdown]
# ## 6. What nobody checked (10 minutes)
#
# The findings of the article are claims and recommendations. **Predict first:** of ten claims, how
# many were checked?

# %%
claims = mlc.findings(kind="claim")
print(claims[0])
print(claims[0].check)

# %% [markdown]
# **Exercise 6.** How many of `claims` have no check?

# %% tags=["exercise"]
answer_6 = None

check(6, answer_6)

# %% [markdown]
# "Not checked" is no verdict: such a claim may be right or wrong. And one more trap. Somebody says:
# *"So and so many of the checked claims were contradicted, so that share of the whole article is
# wrong."* What is the mistake? (Which claims were checked: any, or those for which data was found?)

# %% [markdown]
# ## 7. An order is a claim too (10 minutes)
#
# The article also puts industries in an order: who pays beginners most?

# %%
for pay in mlc.industry_pay():
    print(pay.position, pay.label)

# %% [markdown]
# It gives no figures. Others have some, though for all levels: say so when you use them. To get
# nearer to beginners, look at the 25th percentile as well as at the median.

# %%
parts = mlc.industry_wages("15-2051")
for part in parts:
    print(f"{part.naics:5} {part.industry:19} p25 {part.p25:,} p50 {part.p50:,} {part.label[:40]}")

# %% [markdown]
# **Exercise 7.** Which parts of other industries are above *every* part of finance, both by `p25`
# and by `p50`? Give a set of their codes, such as `{"52"}`.

# %% tags=["exercise"]
answer_7 = None

check(7, answer_7)

# %% [markdown]
# Read the two verdicts below. Does it surprise you that one industry is "contradicted" and another
# only "partly"? (An industry is several parts, and they differ.)

# %%
for industry in ["finance", "healthcare"]:
    print(industry, "|", mlc.pay_in(industry).check.verdict)
    print(mlc.pay_in(industry).check.note)

# %% [markdown]
# ## 8. Check one yourself (10 minutes, and at home)
#
# Choose one claim that nobody checked. Here are those on four topics, each with its id; the rest
# are in `claims`.

# %%
for claim in claims:
    if claim.check is None and claim.topic in ("salary", "remote", "competition", "certifications"):
        print(claim.id, "|", claim.statement)

# %% [markdown]
# And here are statistics and data sets that were read, in which you may look for evidence; the
# tables of the library have their figures. You may also find that none of them decides. That is a
# result, and it has a name.

# %%
for source in mlc.sources():
    if source.accessed and source.kind in ("government", "survey", "dataset"):
        print(source.id, "|", source.title)

# %% [markdown]
# **Exercise 8.** Write your check. `claim` and `evidence` are ids, `verdict` is one of the five,
# and `note` is a sentence: what you found, with a figure, for which level and which year.

# %% tags=["exercise"]
answer_8 = {"claim": None, "verdict": None, "evidence": None, "note": None}

check(8, answer_8)

# %% [markdown]
# Read your note to your neighbour. Can they find your figure from it? Then anybody can check your
# check. And this is how a record says who says so, in a line for your own text:

# %%
print(mlc.cite(growth))
