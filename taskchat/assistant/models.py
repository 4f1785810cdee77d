"""Which model answers: the built-in one, Gemini, OpenAI, or any endpoint that speaks chat completions (K-10)."""

from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

import httpx2
from agents import Model, set_tracing_disabled
from openai import AsyncOpenAI

from taskchat.assistant.agent import MAX_ROUNDS
from taskchat.assistant.builtin import Builtin
from taskchat.assistant.careful import PAUSES, Careful
from taskchat.assistant.context import Turn
from taskchat.assistant.mended import MendedChatCompletions
from taskchat.assistant.metered import Metered
from taskchat.assistant.providers import ANY, GEMINI, OPENAI, Provider, chosen, dressed
from taskchat.assistant.telling import Told
from taskchat.assistant.wired import PATIENCE, PlainClient
from taskchat.config import Settings
from taskchat.domain.person import Person
from taskchat.services.spending import Cap

BUILTIN = "Built-in"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A hosted model: who runs it, what it is called, where it is and with which key."""

    name: str
    model: str
    url: str
    key: str
    goes_to: str
    """Who reads the words, for the line under the composer."""
    provider: Provider = ANY


def endpoint_of(settings: Settings) -> Endpoint | None:
    """The hosted model the settings choose; None for the built-in assistant."""
    if settings.taskchat_model == "builtin":
        return None
    if settings.taskchat_model:
        provider, model, name = chosen(settings.taskchat_model, settings.taskchat_model_url)
        return _endpoint(settings, provider, model, name)
    first = next((one for one in (GEMINI, OPENAI) if _own_key(settings, one)), None)
    return _endpoint(settings, first, first.model, first.name) if first else None


def _endpoint(settings: Settings, provider: Provider, model: str, name: str) -> Endpoint:
    """A name of its own says that it was asked for by name; its key then goes wherever its address was moved."""
    key = (name == provider.name and _own_key(settings, provider)) or settings.taskchat_model_key.get_secret_value()
    url = settings.taskchat_model_url
    reader = (urlsplit(url).hostname or provider.owner) if url else provider.owner
    return Endpoint(name, model, url or provider.url, key, reader, provider)


def _own_key(settings: Settings, provider: Provider) -> str:
    return getattr(settings, provider.key).get_secret_value() if provider.key else ""


def who_answers(settings: Settings, person: Person | None = None) -> tuple[str, str]:
    """(name, the line under the composer): who answers this person, and where the words go."""
    endpoint = endpoint_of(settings)
    if endpoint is None or (person is not None and not _may_have_hosted(settings, person)):
        return BUILTIN, f"{BUILTIN}. Nothing leaves this server."
    return endpoint.name, f"{endpoint.name}. Your messages and the tasks they concern go to {endpoint.goes_to}."


def _may_have_hosted(settings: Settings, person: Person) -> bool:
    return not (person.guest and settings.is_open_to_others and not settings.taskchat_guest_models)


class Models:
    """The models of one server; hosted ones share one HTTP client, made here and closed here."""

    def __init__(
        self,
        settings: Settings,
        http: httpx2.AsyncClient | None = None,
        pauses: tuple[float, ...] = PAUSES,
        endpoint: Endpoint | None = None,
    ) -> None:
        set_tracing_disabled(True)
        self.settings = settings
        self.endpoint = endpoint or endpoint_of(settings)
        self.pauses = pauses
        self._cap = Cap(*settings.server_limits)
        self.client = _client(self.endpoint, http) if self.endpoint else None
        self._told = Told(self.endpoint.provider if self.endpoint else ANY)

    def is_hosted_for(self, turn: Turn) -> bool:
        """K-07: on a server open to others a guest gets the built-in assistant unless configured otherwise.

        Whoever asks for the built-in assistant gets it, for that one answer.
        """
        if self.endpoint is None or turn.built_in:
            return False
        return _may_have_hosted(self.settings, turn.person)

    def name_for(self, turn: Turn) -> str:
        """What stands with the answer: the model's own name."""
        return self.endpoint.model if self.endpoint and self.is_hosted_for(turn) else BUILTIN

    def speaker_for(self, turn: Turn) -> str:
        """Who answers, as a sentence calls them."""
        return self.endpoint.name if self.endpoint and self.is_hosted_for(turn) else BUILTIN

    def files_go_to(self, turn: Turn) -> str:
        """Who would read a file of this person's, as the composer names it; "" where nobody can."""
        return f"{self.endpoint.name} ({self.endpoint.goes_to})" if self.endpoint and self.is_hosted_for(turn) else ""

    def cap_for(self, turn: Turn) -> Cap:
        """What everybody together may ask in a day; the built-in assistant costs nothing."""
        return self._cap if self.is_hosted_for(turn) else Cap()

    def steps_for(self, turn: Turn) -> int:
        """How often it is asked at most before its answer must stand."""
        return self.settings.taskchat_run_steps if self.is_hosted_for(turn) else MAX_ROUNDS

    def model_for(self, turn: Turn) -> Careful | Metered:
        if self.endpoint is None or self.client is None or not self.is_hosted_for(turn):
            return Careful(Builtin(lambda: turn), BUILTIN, ())
        return self._hosted(self.endpoint, self.client, turn, self.pauses)

    def namer_for(self, turn: Turn) -> Model | None:
        """Who may name a conversation, asked once; None where its first words shall do."""
        may_name = self.settings.taskchat_titles and self.is_hosted_for(turn)
        if self.endpoint is None or self.client is None or not may_name:
            return None
        return self._hosted(self.endpoint, self.client, turn, ())

    def _hosted(self, endpoint: Endpoint, client: AsyncOpenAI, turn: Turn, pauses: tuple[float, ...]) -> Metered:
        mended = MendedChatCompletions(endpoint.model, client, endpoint.name, self._told)
        return Metered(Careful(mended, endpoint.name, pauses), self._cap, turn, self.settings.taskchat_run_tokens)

    async def close(self) -> None:
        if self.client is not None:
            await self.client.close()


def _client(endpoint: Endpoint, http: httpx2.AsyncClient | None) -> AsyncOpenAI:
    """Retries happen in Careful alone; a local endpoint may do without a key."""
    client = PlainClient(
        base_url=endpoint.url, api_key=endpoint.key or "none", timeout=PATIENCE, max_retries=0, http_client=http
    )
    client.dress = partial(dressed, endpoint.provider)
    return client


def model_for(settings: Settings, turn: Turn) -> Model:
    """The model for one turn, for a caller without an open chat server."""
    return Models(settings).model_for(turn)
