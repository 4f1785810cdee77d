"""One entry of our own JSON: each of its fields as what it must be, or the sentence that names it."""

from collections.abc import Callable
from typing import Any, TypeVar

from taskchat.errors import Invalid

Plain = dict[str, Any]
T = TypeVar("T")


class Entry:
    """`noun` names it in the sentence: "task 3"."""

    def __init__(self, noun: str, entry: Plain) -> None:
        self._noun, self._entry = noun, entry

    def text(self, name: str) -> str:
        return self._one(name, str) or ""

    def whole(self, name: str) -> int | None:
        return self._one(name, int)

    def yes(self, name: str) -> bool:
        return self._entry.get(name) is True

    def texts(self, name: str) -> list[str]:
        found = self._one(name, list) or []
        if not all(isinstance(each, str) for each in found):
            raise self.wrong(name)
        return found

    def entries(self, name: str) -> list[Plain]:
        found = self._one(name, list) or []
        if not all(isinstance(each, dict) for each in found):
            raise self.wrong(name)
        return found

    def of(self, name: str, parse: Callable[[str], T]) -> T | None:
        said = self.text(name)
        try:
            return parse(said) if said else None
        except (ValueError, OverflowError):
            raise self.wrong(name) from None

    def wrong(self, name: str) -> Invalid:
        return Invalid(f"“{name}” of {self._noun} cannot be read. Nothing was imported.", name, code="damaged")

    def _one(self, name: str, kind: type[T]) -> T | None:
        value = self._entry.get(name)
        if value is not None and (not isinstance(value, kind) or (kind is int and isinstance(value, bool))):
            raise self.wrong(name)
        return value
