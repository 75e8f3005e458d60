"""What people ask, a module a theme, as in `models`. Each is a thin question to the store.

The face fetches each function from its own module, so that a question imports no other.
"""
