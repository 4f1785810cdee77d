"""What a model is told besides the conversation, and what an address turned out not to want to hear."""

import json
import re
from typing import Any

from agents import ModelSettings, Tool
from agents.models.chatcmpl_converter import Converter
from openai import BadRequestError

from taskchat.assistant.providers import ANY, Provider

OPTIONAL = ("parallel_tool_calls", "stream_options")
"""What a request can do without, where an address refuses it by name."""


def bare_name(said: str) -> str:
    """`default_api.createTask`, `Create-Task` → createtask."""
    return re.sub(r"[^a-z]", "", said.rpartition(".")[2].rpartition(":")[2].lower())


class Told:
    """Of one server. The SDK puts the tools together anew for every request, while somebody waits; here it is once."""

    def __init__(self, provider: Provider = ANY) -> None:
        self._tools: list[Tool] = []
        self._said: list[Any] = []
        self.names: dict[str, str] = {}
        self._provider = provider
        self._unsaid = set() if provider.may_say_parallel else {"parallel_tool_calls"}

    def about(self, tools: list[Tool], settings: ModelSettings) -> dict[str, Any]:
        """What the body says of the tools."""
        if not tools:
            return {}
        parallel = None if "parallel_tool_calls" in self._unsaid else settings.parallel_tool_calls
        return {"tools": self._of(tools)} | ({} if parallel is None else {"parallel_tool_calls": parallel})

    def usage(self, settings: ModelSettings) -> bool | None:
        """Whether the tokens are to be counted in the stream; None = nothing is said of it."""
        return None if "stream_options" in self._unsaid else settings.include_usage

    def leaves_out(self, error: BadRequestError) -> bool:
        """Whether it was refused for something that can be left out, which is done from now on."""
        body = json.dumps(error.body, default=str)
        refused = {name for name in OPTIONAL if name in body} - self._unsaid
        self._unsaid |= refused
        return bool(refused)

    def _of(self, tools: list[Tool]) -> list[Any]:
        if len(tools) != len(self._tools) or any(
            one is not other for one, other in zip(tools, self._tools, strict=True)
        ):
            self._tools, self._said = list(tools), [self._one(tool) for tool in tools]
            self.names = {bare_name(tool.name): tool.name for tool in tools}
        return self._said

    def _one(self, tool: Tool) -> Any:
        said: Any = Converter.tool_to_openai(tool)
        function = said["function"]
        if self._provider.tells_nothing_of_nothing and not function["parameters"]["properties"]:
            return said | {"function": {name: part for name, part in function.items() if name != "parameters"}}
        return said
