"""What small local models think aloud: <think>…</think> before their answer, which is not part of it."""

from dataclasses import dataclass

OPENS, CLOSES = "<think>", "</think>"


@dataclass(slots=True)
class Aloud:
    """Of one answer, as it comes in pieces."""

    _held: str = ""
    _is_over: bool = False

    def said(self, words: str) -> str:
        """What of these words, and of those held back before them, is answer."""
        if self._is_over:
            return words
        self._held += words
        begins = self._held.lstrip()
        if len(begins) < len(OPENS) and OPENS.startswith(begins):
            return ""
        if not begins.startswith(OPENS):
            self._is_over = True
            return self._held
        answer = begins.partition(CLOSES)[2].lstrip()
        self._is_over = bool(answer)
        return answer
