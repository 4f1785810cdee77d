"""What is offered while one types: behind an @ in the composer, and in the palette."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """A task by its id, a list or a tag by its name; `hint` tells tasks of the same title apart."""

    id: str
    kind: str
    name: str
    hint: str


@dataclass(frozen=True, slots=True)
class Offers:
    """What matches `words`: the page shows them only while just these stand there."""

    words: str = ""
    found: tuple[Offer, ...] = ()
