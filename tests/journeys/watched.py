"""What no page of TaskChat may do, in any journey: fail, break its own content policy, or speak to strangers."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebError

HARMLESS = (
    "Failed to load resource",  # the browser's own line for a 4xx answer or a stopped server
    "WebSocket connection to",  # the same for the socket
)


@dataclass
class Watched:
    offences: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext, address: str, known: str = "") -> None:
        """Note every offence of every page of this browser; `known` is a host that is no stranger."""
        home = urlsplit(address).netloc

        def requested(request: Request) -> None:
            asked = urlsplit(request.url)
            if asked.scheme not in {"data", "blob"} and asked.netloc not in {home, known}:
                self.offences.append(f"request to a stranger: {request.url}")

        def said(message: ConsoleMessage) -> None:
            is_policy = "Content Security Policy" in message.text or "Content-Security-Policy" in message.text
            if is_policy or (message.type == "error" and not message.text.startswith(HARMLESS)):
                self.offences.append(f"console: {message.text}")

        def failed(error: WebError) -> None:
            self.offences.append(f"page error: {error.error}")

        context.on("request", requested)
        context.on("console", said)
        context.on("weberror", failed)
        context.on("page", lambda page: page.on("websocket", lambda socket: self._socket(socket.url, home, page)))

    def _socket(self, url: str, home: str, page: Page) -> None:
        if urlsplit(url).netloc != home:
            self.offences.append(f"socket to a stranger from {page.url}: {url}")
