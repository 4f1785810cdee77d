"""Who was found behind a session lately, so that not every event asks the database (decision 6)."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock

from taskchat.domain.person import Seat

FRESH = timedelta(seconds=30)
MOST = 10_000
"""Seats kept; when there are more, everything is looked up again."""


@dataclass(slots=True)
class SeatCache:
    """Seats by the hash of their session; thread-safe."""

    _seats: dict[str, tuple[Seat, datetime, datetime]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def get(self, session_hash: str, now: datetime) -> Seat | None:
        """The seat, unless it was found more than 30 s ago or its session has expired."""
        seat, found, expires = self._seats.get(session_hash, (None, now, now))
        return seat if found <= now < min(found + FRESH, expires) else None

    def keep(self, seat: Seat, now: datetime, expires: datetime) -> None:
        with self._lock:
            if len(self._seats) >= MOST:
                self._seats.clear()
            self._seats[seat.session] = (seat, now, expires)

    def forget(self, session_hash: str) -> None:
        with self._lock:
            self._seats.pop(session_hash, None)

    def forget_person(self, person_id: str) -> None:
        with self._lock:
            kept = {key: value for key, value in self._seats.items() if value[0].person.id != person_id}
            self._seats = kept
