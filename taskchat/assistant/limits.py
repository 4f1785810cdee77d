"""What limits a person, and all of them together (K-07), and what is said to whoever reaches a limit."""

import logging
from dataclasses import dataclass
from datetime import timedelta

from taskchat.assistant.context import Turn
from taskchat.assistant.models import Models
from taskchat.assistant.resets import said_reset
from taskchat.assistant.trouble import note, sentence
from taskchat.config import Settings
from taskchat.errors import TooMany
from taskchat.services.starting import SERVER_DAY, Limit

MINUTE, DAY = "messages a minute", "messages a day"
CAUSES = {MINUTE: "minute", DAY: "day", SERVER_DAY: "server_day"}
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits the settings set."""

    settings: Settings
    models: Models

    def on(self, turn: Turn) -> tuple[Limit, ...]:
        """A minute for every model, a day for hosted ones."""
        minute = Limit(MINUTE, self.settings.taskchat_limit_minute, timedelta(minutes=1))
        if not self.models.is_hosted_for(turn):
            return (minute,)
        return minute, Limit(DAY, self.settings.taskchat_limit_day, timedelta(hours=24))

    def told(self, error: TooMany, turn: Turn) -> TooMany:
        """The same with the sentence of its cause: which limit, what is kept, and when it lets the next one through."""
        cause, resets = CAUSES[error.limit], error.resets_at or turn.now
        note(log, "a message was not taken", cause)
        when = said_reset(resets, now=resets - timedelta(seconds=error.retry_after), ways=turn.person.ways)
        most = {limit.name: limit.most for limit in self.on(turn)}.get(error.limit, 0)
        said = sentence(cause, name=self.models.speaker_for(turn), most=most, when=when)
        return TooMany(said, error.retry_after, error.resets_at, limit=error.limit)
