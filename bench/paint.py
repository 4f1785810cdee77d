"""What somebody with thousands of tasks sees and when: the first rows, what a search finds, the wheel through all."""

from playwright.async_api import Browser, Page

from bench.report import Figure, p50, p95
from bench.servers import Running
from taskchat.services.accounts import Signed

TIMES = 7
TURNS, TURN = 150, 240
"""Of the wheel, and pixels of each."""
LONG_TASK_MS = 50
FIRST = """
new MutationObserver((_, see) => {
  if (!document.querySelector('.task')) return;
  see.disconnect();
  requestAnimationFrame(() => { window.benchFirst = performance.now(); });
}).observe(document, {subtree: true, childList: true});
"""
SEARCH = """
words => new Promise(done => {
  const field = [...document.querySelectorAll('input[type=search]')].find(one => one.offsetParent);
  const shown = () => document.querySelector('.tasks').innerText;
  const before = shown();
  const started = performance.now();
  const see = new MutationObserver(() => {
    if (shown() === before) return;
    see.disconnect();
    requestAnimationFrame(() => done(performance.now() - started));
  });
  see.observe(document.querySelector('.pane-tasks'), {subtree: true, childList: true, characterData: true});
  field.value = words;
  field.dispatchEvent(new Event('input', {bubbles: true}));
})
"""
LONG_TASKS = """
() => {
  window.benchLong = [0];
  new PerformanceObserver(list => list.getEntries().forEach(entry => window.benchLong.push(entry.duration)))
    .observe({type: 'longtask'});
}
"""


async def painted(browser: Browser, running: Running, signed: Signed, number: int) -> list[Figure]:
    """With the server on the same machine."""
    page = await _at_desk(browser, running, signed)
    first: list[float] = []
    for _ in range(TIMES):
        await page.reload()
        await page.wait_for_function("() => window.benchFirst")
        first.append(await page.evaluate("window.benchFirst"))
    searched = [await page.evaluate(SEARCH, words) for words in ("plumber", "report", "silver", "oat milk", "trip")]
    longest, came = await _wheel(page)
    await page.context.close()
    where = f"{number:,} tasks, in the browser"
    return [
        Figure(f"first rows after a reload, {where} (p50)", p50(first), "ms", None, f"p95 {p95(first):.0f} ms"),
        Figure(f"search, {where} (p50)", p50(searched), "ms", None, "300 ms of them waits for the next letter"),
        Figure(f"longest task while wheeling, {where}", longest, "ms", LONG_TASK_MS, f"{came:.0f} rows went by"),
    ]


async def _at_desk(browser: Browser, running: Running, signed: Signed) -> Page:
    address = f"http://127.0.0.1:{running.port}"
    context = await browser.new_context(viewport={"width": 1280, "height": 800})
    await context.add_cookies([{"name": "taskchat", "value": signed.token, "url": address}])
    await context.add_init_script(FIRST)
    page = await context.new_page()
    await page.goto(address)
    await page.get_by_role("status", name="Connection").get_by_text("Connected").wait_for()
    return page


async def _wheel(page: Page) -> tuple[float, float]:
    """The longest task in ms, and how many rows were scrolled past."""
    await page.goto(page.url.partition("?")[0])
    await page.locator(".task").first.wait_for()
    await page.evaluate(LONG_TASKS)
    await page.locator(".tasks").hover()
    for _ in range(TURNS):
        await page.mouse.wheel(0, TURN)
        await page.wait_for_timeout(33)
    scrolled: float = await page.evaluate("document.querySelector('.pane-tasks').scrollTop")
    return await page.evaluate("Math.max(...window.benchLong)"), scrolled / 40
