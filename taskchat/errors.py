"""The one error tree: words a person can act on, raised by rooms and translated only at doors."""

from datetime import datetime


class TaskChatError(Exception):
    """Something a person can be told. `code` is for programs, `message` for people."""

    code = "error"

    def __init__(self, message: str, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.code = code or type(self).code


class Invalid(TaskChatError):
    """What was sent cannot be accepted; `field` names the part that is wrong."""

    code = "invalid"

    def __init__(self, message: str, field: str | None = None, code: str | None = None) -> None:
        super().__init__(message, code)
        self.field = field


class NotSignedIn(TaskChatError):
    """Nobody, or nobody any more, stands behind this request."""

    code = "not_signed_in"


class NotAllowed(TaskChatError):
    """The person is known and may not do this."""

    code = "not_allowed"


class NotFound(TaskChatError):
    """It does not exist, or belongs to somebody else: the two are told apart by nobody."""

    code = "not_found"


class Conflict(TaskChatError):
    """It clashes with what is there."""

    code = "conflict"


class TooLarge(TaskChatError):
    """More bytes than the limit allows."""

    code = "too_large"


class TooMany(TaskChatError):
    """A limit is reached; it resets at `resets_at`, `retry_after` seconds from now. `limit` is the limit's name."""

    code = "too_many"

    def __init__(self, message: str, retry_after: int, resets_at: datetime | None = None, *, limit: str = "") -> None:
        super().__init__(message)
        self.retry_after = retry_after
        self.resets_at = resets_at
        self.limit = limit


class Unavailable(TaskChatError):
    """A part of the server does not answer right now."""

    code = "unavailable"
