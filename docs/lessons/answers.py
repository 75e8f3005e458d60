"""Says whether an answer to an exercise is right, and if it is not, what to look at next."""

from collections.abc import Callable
from typing import TypeVar

A = TypeVar("A")

RIGHT = ""
NOT_YET = "not yet"


class Exercises:
    """The exercises of a lesson: for each the form of its answer, and how to judge it."""

    def __init__(self) -> None:
        self.judges: dict[int, tuple[type, str, Callable[..., str]]] = {}

    def exercise(
        self, number: int, kind: type[A], form: str
    ) -> Callable[[Callable[[A], str]], Callable[[A], str]]:
        """Mark the function that judges an exercise: it gives a hint, or `RIGHT`, or `NOT_YET`.

        `kind` is the type of an answer, and `form` what it looks like, in words.
        """

        def mark(judge: Callable[[A], str]) -> Callable[[A], str]:
            self.judges[number] = kind, form, judge
            return judge

        return mark

    def check(self, number: int, answer: object) -> None:
        """Print how an answer stands."""
        print(f"Exercise {number}: {self.stands(number, answer)}")

    def stands(self, number: int, answer: object) -> str:
        """How an answer stands, in a sentence."""
        kind, form, judge = self.judges[number]
        if answer is None:
            return f"not yet. Put your answer, {form}, in the place of None."
        if kind is float and type(answer) is int:
            answer = float(answer)
        # To Python, True is a number too.
        if not isinstance(answer, kind) or isinstance(answer, bool):
            return f"not quite. The answer is {form}, and {answer!r} is not."
        try:
            hint = judge(answer)
        except Exception as error:  # whatever a student's function or list does, they are told
            return f"not quite. {answer!r} cannot be read as {form} ({error})."
        if hint == NOT_YET:
            return f"not yet. The answer is {form}."
        return f"not quite. {hint}" if hint else "right."
