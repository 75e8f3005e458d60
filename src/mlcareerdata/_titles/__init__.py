"""Free-text job titles, as employers type them, to roles.

The rules are data (`data/title_*.json`, whose rows `rows.py` describes). A title is read by them
in steps:

    text --fold.py--> plain characters --fold.py--> words, breaks and joints
         --words.py--> the same in their first spelling --patterns.py--> the first rule that holds

`reader.py` takes these steps for one title, `batch.py` for many.

Most titles name no role, and most of the speed comes from seeing that early. Two gates, which are
sets of words made from the rules, stop most titles. For the others, clues from the same words tell
which rules can hold at all, and only those are asked. Both are in `clues.py`. What comes again is
looked up (`lately.py`).
"""
