"""A TCP relay that counts what really crosses the wire, websocket compression included."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

CHUNK = 65_536


@dataclass(slots=True)
class Relay:
    """Listens on `port`; `to_browser` counts bytes since the start."""

    port: int
    to_browser: int = 0


@asynccontextmanager
async def relaying(port: int, target: int) -> AsyncIterator[Relay]:
    relay = Relay(port)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        upstream, sending = await asyncio.open_connection("127.0.0.1", target)
        await asyncio.gather(_pump(reader, sending), _pump(upstream, writer, relay))

    server = await asyncio.start_server(serve, "127.0.0.1", port)
    try:
        yield relay
    finally:
        server.close()


async def _pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter, relay: Relay | None = None) -> None:
    try:
        while data := await source.read(CHUNK):
            if relay is not None:
                relay.to_browser += len(data)
            sink.write(data)
            await sink.drain()
    except ConnectionError:
        pass  # either side may hang up first
    finally:
        sink.close()
