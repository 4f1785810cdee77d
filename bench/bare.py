"""What TaskChat is measured beside: ChatKit and the Agents SDK with a dict for a store, and nothing else.

`python -m bench.bare PORT MODEL_URL`: served by uvicorn with the same options as TaskChat.
"""

import sys
from collections.abc import AsyncIterator
from typing import Any

import uvicorn
from agents import Agent, OpenAIChatCompletionsModel, Runner, set_tracing_disabled
from chatkit.agents import AgentContext, simple_to_agent_input, stream_agent_response
from chatkit.server import ChatKitServer, StreamingResult
from chatkit.store import NotFoundError, Store
from chatkit.types import Attachment, Page, ThreadItem, ThreadMetadata, ThreadStreamEvent, UserMessageItem
from openai import AsyncOpenAI
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route


class Dicts(Store[None]):
    """Threads and their items in memory, in the order they came."""

    def __init__(self) -> None:
        self.threads: dict[str, ThreadMetadata] = {}
        self.items: dict[str, dict[str, ThreadItem]] = {}

    async def load_thread(self, thread_id: str, context: None) -> ThreadMetadata:
        if thread_id not in self.threads:
            raise NotFoundError(thread_id)
        return self.threads[thread_id].model_copy()

    async def save_thread(self, thread: ThreadMetadata, context: None) -> None:
        self.threads[thread.id] = thread.model_copy()

    async def delete_thread(self, thread_id: str, context: None) -> None:
        self.threads.pop(thread_id, None)
        self.items.pop(thread_id, None)

    async def load_threads(self, limit: int, after: str | None, order: str, context: None) -> Page[ThreadMetadata]:
        return Page(data=_some(list(self.threads.values()), limit, order))

    async def load_thread_items(
        self, thread_id: str, after: str | None, limit: int, order: str, context: None
    ) -> Page[ThreadItem]:
        return Page(data=_some(list(self.items.get(thread_id, {}).values()), limit, order))

    async def add_thread_item(self, thread_id: str, item: ThreadItem, context: None) -> None:
        self.items.setdefault(thread_id, {})[item.id] = item

    async def save_item(self, thread_id: str, item: ThreadItem, context: None) -> None:
        await self.add_thread_item(thread_id, item, context)

    async def load_item(self, thread_id: str, item_id: str, context: None) -> ThreadItem:
        return self.items[thread_id][item_id]

    async def delete_thread_item(self, thread_id: str, item_id: str, context: None) -> None:
        self.items[thread_id].pop(item_id, None)

    async def save_attachment(self, attachment: Attachment, context: None) -> None:
        raise NotFoundError(attachment.id)

    async def load_attachment(self, attachment_id: str, context: None) -> Attachment:
        raise NotFoundError(attachment_id)

    async def delete_attachment(self, attachment_id: str, context: None) -> None:
        raise NotFoundError(attachment_id)


def _some(everything: list[Any], limit: int, order: str) -> list[Any]:
    return (everything if order == "asc" else everything[::-1])[:limit]


class Bare(ChatKitServer[None]):
    """Answers a message as the first page of ChatKit's documentation does."""

    def __init__(self, model_url: str) -> None:
        super().__init__(Dicts())
        client = AsyncOpenAI(base_url=model_url, api_key="not-a-secret")
        self.agent = Agent[Any](name="Bare", model=OpenAIChatCompletionsModel("mock", client))

    async def respond(
        self, thread: ThreadMetadata, input_user_message: UserMessageItem | None, context: None
    ) -> AsyncIterator[ThreadStreamEvent]:
        said = await simple_to_agent_input(input_user_message or [])
        around = AgentContext(thread=thread, store=self.store, request_context=context)
        result = Runner.run_streamed(self.agent, said, context=around)
        async for event in stream_agent_response(around, result):
            yield event


def served(server: Bare) -> Starlette:
    async def handle(request: Request) -> Response:
        result = await server.process(await request.body(), None)
        if isinstance(result, StreamingResult):
            return StreamingResponse(result, media_type="text/event-stream")
        return Response(result.json, media_type="application/json")

    return Starlette(routes=[Route("/api/chatkit", handle, methods=["POST"])])


def main(port: str, model_url: str) -> None:
    set_tracing_disabled(True)
    app = served(Bare(model_url))
    uvicorn.run(app, port=int(port), loop="uvloop", http="httptools", log_level="warning", access_log=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
