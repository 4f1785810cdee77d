"""What a person sees and when: a real browser from the key press to the painted word."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from playwright.async_api import Browser, Page, async_playwright

from tests.journeys.chromium import chromium_path

WATCH = """
word => {
  const log = document.querySelector('[role=log]');
  const times = text => text.split(word).length - 1;
  const before = times(log.innerText);
  window.benchPainted = new Promise(done => {
    const see = new MutationObserver(() => {
      if (times(log.innerText) > before) {
        see.disconnect();
        requestAnimationFrame(() => done(performance.now()));
      }
    });
    see.observe(log, {subtree: true, childList: true, characterData: true});
  });
  document.addEventListener('keydown', e => { if (e.key === 'Enter') window.benchEnter = performance.now(); },
    {capture: true, once: true});
}
"""
PAINTED = "async () => (await window.benchPainted) - window.benchEnter"
BREATH = 0.5
"""Seconds between the last letter and Enter."""
MESSAGE = "textarea[name=message]"
"""By its name in the form: to search the page by roles takes the browser longer than to draw a word."""
WHOLE = """
() => new Promise(done => {
  const stop = () => document.querySelector('button[aria-label=Stop]');
  if (!stop()) return done();
  const see = new MutationObserver(() => stop() || (see.disconnect(), done()));
  see.observe(document.querySelector('.composer'), {subtree: true, childList: true});
})
"""
"""Resolved when nothing runs any more; asking at every frame, as a locator does, would load what is measured."""


@dataclass
class Weight:
    """Bytes a page loaded over the wire, by kind of file."""

    script: int = 0
    style: int = 0
    _kinds: dict[str, str] = field(default_factory=dict)

    def heard(self, event: dict) -> None:
        self._kinds[event["requestId"]] = event["type"]

    def finished(self, event: dict) -> None:
        kind = self._kinds.get(event["requestId"])
        if kind == "Script":
            self.script += int(event["encodedDataLength"])
        if kind == "Stylesheet":
            self.style += int(event["encodedDataLength"])


@dataclass
class Payload:
    """Bytes of websocket messages to the page, before compression."""

    size: int = 0

    def heard(self, event: dict) -> None:
        self.size += len(event["response"]["payloadData"].encode())


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium_path(), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        await browser.close()


async def guest(browser: Browser, port: int) -> Page:
    """A new person on the workspace, ready to type."""
    page = await (await browser.new_context()).new_page()
    await page.goto(f"http://127.0.0.1:{port}/sign-in")
    await page.get_by_role("button", name="Try it now").click()
    await page.get_by_role("textbox", name="Message").wait_for()
    await page.get_by_role("status", name="Connection").get_by_text("Connected").wait_for()
    return page


async def prepare(page: Page, text: str, first_word: str) -> None:
    """The text stands in the composer, and the page waits for the answer's first word."""
    await page.evaluate(WATCH, first_word)
    await page.fill(MESSAGE, text)


async def send(*pages: Page) -> list[float]:
    """Milliseconds from Enter to the first painted word in each page, all at once, after a breath of its hand.

    Ten browsers on the machine of the server would otherwise still be drawing what was written. Returns once the
    answers are whole.
    """
    await asyncio.sleep(BREATH)
    return await asyncio.gather(*map(_sent, pages))


async def _sent(page: Page) -> float:
    await page.keyboard.press("Enter")
    milliseconds = await page.evaluate(PAINTED)
    await page.evaluate(WHOLE)
    return milliseconds


async def weigh(browser: Browser, page: Page) -> Weight:
    """What `/` loads for somebody signed in whose browser has nothing cached."""
    context = await browser.new_context(storage_state=await page.context.storage_state())
    fresh = await context.new_page()
    session = await context.new_cdp_session(fresh)
    weight = Weight()
    await session.send("Network.enable")
    session.on("Network.responseReceived", weight.heard)
    session.on("Network.loadingFinished", weight.finished)
    await fresh.goto(page.url.split("?", maxsplit=1)[0], wait_until="networkidle")
    await context.close()
    return weight


async def listening(page: Page) -> Payload:
    """Counts what its socket says to the page; the page is loaded anew so that the socket is seen."""
    payload = Payload()
    session = await page.context.new_cdp_session(page)
    await session.send("Network.enable")
    session.on("Network.webSocketFrameReceived", payload.heard)
    await page.reload()
    await page.get_by_role("status", name="Connection").get_by_text("Connected").wait_for()
    return payload
