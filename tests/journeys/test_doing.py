"""Several tasks at once, by keys, by mouse and by touch; the palette, the sheet, and what goes with a message."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Locator, Page, WebSocketRoute, expect

from tests.journeys.desk import PHONE, checkbox, log, message, scrolls_sideways, task, tasks, to_the_chat, try_it
from tests.journeys.served import Served
from tests.journeys.test_looks import violations, violations_in_both_themes

TITLES = ("alpha", "beta", "gamma", "delta")
SIZES = ((375, 740), (768, 900), (1920, 1000))


class Gate:
    """Between the page and the server: what the page says waits while it is shut."""

    def __init__(self, page: Page) -> None:
        self.shut = False
        self._held: list[str | bytes] = []
        self._sockets: list[tuple[WebSocketRoute, WebSocketRoute]] = []
        page.route_web_socket("**/_event/**", self._joined)

    def _joined(self, socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()
        self._sockets.append((socket, server))
        socket.on_message(lambda said: self._held.append(said) if self.shut else server.send(said))

    def open(self) -> None:
        self.shut = False
        for said in self._held:
            self._sockets[-1][1].send(said)
        self._held.clear()

    def lose(self) -> None:
        """What was said is lost, and the connection with it; the page connects anew."""
        self.shut = False
        self._held.clear()
        self._sockets[-1][0].close(code=4000)


def four_tasks(context: BrowserContext, page: Page) -> None:
    """Instead of the samples, and in this order."""
    ids = [one["id"] for one in context.request.get("/api/tasks").json()["tasks"]]
    context.request.post("/api/tasks/bulk", data={"ids": ids, "action": "delete"})
    for title in TITLES:
        context.request.post("/api/tasks", data={"title": title})
    expect(tasks(page)).to_have_count(len(TITLES))


def bar(page: Page) -> Locator:
    return page.get_by_role("group", name="Selected tasks")


def are_picked(page: Page, *titles: str) -> None:
    """The box "Select …" is ticked of these, and of no other."""
    for title in titles:
        expect(page.get_by_role("checkbox", name=f"Select {title}", exact=True)).to_be_checked()
    expect(page.get_by_role("checkbox", name="Select ", checked=True)).to_have_count(len(titles))


def kept(context: BrowserContext, query: str = "") -> dict[str, str | None]:
    found = context.request.get(f"/api/tasks?{query}").json()["tasks"]
    return {one["title"]: one["due"] for one in found}


def test_a_morning_without_a_mouse(anna: BrowserContext) -> None:
    page = try_it(anna)
    four_tasks(anna, page)
    press = page.keyboard.press

    press("j")
    press("j")
    press("x")
    press("Shift+ArrowDown")
    expect(bar(page)).to_contain_text("2 selected")
    are_picked(page, "beta", "gamma")
    assert violations(page) == ""
    press("d")
    expect(page.get_by_role("combobox", name="Due date")).to_be_focused()
    page.keyboard.type("next fri 9am")
    press("Enter")
    expect(page.get_by_text("2 tasks.").last).to_be_visible()
    assert {title for title, due in kept(anna).items() if due and "T09:00" in due} == {"beta", "gamma"}
    expect(bar(page)).to_have_count(0)

    press("Control+z")
    expect(page.get_by_text("Took it back").last).to_be_visible()
    assert set(kept(anna).values()) == {None}
    press("Control+Shift+z")
    expect(page.get_by_text("Did it again").last).to_be_visible()
    assert None not in [kept(anna)["beta"], kept(anna)["gamma"]]

    checkbox(page, "alpha").focus()
    press("F2")
    field = page.get_by_role("textbox", name="Title")
    expect(field).to_be_focused()
    page.keyboard.type("given up")
    press("Escape")
    expect(checkbox(page, "alpha")).to_be_focused()
    press("Enter")
    page.keyboard.type("alpha and omega")
    press("Enter")
    expect(checkbox(page, "alpha and omega")).to_be_focused()

    press("c")
    expect(checkbox(page, "alpha and omega")).to_be_checked()
    press("Control+a")
    expect(bar(page)).to_contain_text("4 selected")
    press("Escape")
    expect(bar(page)).to_have_count(0)

    press("Control+k")
    find = page.get_by_role("combobox", name="Find or do anything")
    expect(find).to_be_focused()
    page.keyboard.type("detla")
    expect(page.get_by_role("option", name="delta")).to_be_visible()
    assert violations(page) == ""
    press("Enter")
    expect(page.get_by_role("dialog", name="Edit task")).to_be_visible()
    press("Escape")
    expect(page.get_by_role("dialog", name="Edit task")).to_be_hidden()

    press("?")
    sheet = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(sheet.get_by_text("Take back the last change")).to_be_visible()
    assert violations(page) == ""
    sheet.get_by_role("checkbox", name="Single-letter shortcuts").uncheck()
    press("Escape")
    expect(sheet).to_be_hidden()
    press("?")
    press("Control+k")
    expect(find).to_be_focused()
    expect(sheet).to_have_count(0)
    press("Escape")

    page.get_by_role("textbox", name="Add a task").focus()
    page.keyboard.type("nice jam, excellent!")
    expect(page.get_by_role("textbox", name="Add a task")).to_have_value("nice jam, excellent!")
    expect(bar(page)).to_have_count(0)


def test_by_mouse_it_shows_at_once_goes_back_when_refused_and_goes_with_a_message(anna: BrowserContext) -> None:
    anna.request.post("/api/auth/guest", form={}, max_redirects=0)
    page = anna.new_page()
    gate = Gate(page)
    page.goto("/")
    four_tasks(anna, page)

    checkbox(page, "alpha").locator("xpath=ancestor::li").click(modifiers=["Control"])
    task_row(page, "gamma").click(modifiers=["Shift"])
    are_picked(page, "alpha", "beta", "gamma")
    gate.shut = True
    bar(page).get_by_role("button", name="Complete").dblclick()
    expect(checkbox(page, "alpha")).to_be_checked()
    assert set(kept(anna)) == set(TITLES)
    gate.open()
    expect(page.get_by_text("Completed 3 tasks.").last).to_be_visible()
    assert set(kept(anna)) == {"delta"}
    page.keyboard.press("Control+z")
    expect(checkbox(page, "alpha")).not_to_be_checked()

    for title in ("alpha", "delta"):
        task_row(page, title).click(modifiers=["Control"])
    gate.shut = True
    bar(page).get_by_role("button", name="Delete").click()
    open_ones = page.get_by_role("checkbox", name="Complete ")
    expect(open_ones).to_have_count(2)
    gate.lose()
    expect(open_ones).to_have_count(4)

    task_row(page, "beta").click(modifiers=["Control"])
    page.keyboard.press("d")
    page.keyboard.type("31 Feb")
    page.keyboard.press("Enter")
    expect(page.get_by_text("no 31 February")).to_be_visible()
    assert kept(anna)["beta"] is None

    for title in ("beta", "gamma", "delta"):
        task_row(page, title).click(modifiers=["Control"])
    chips = page.get_by_role("list", name="Goes with your message")
    chips.get_by_role("button", name="Leave out delta").click()
    expect(chips.get_by_role("listitem")).to_have_count(2)
    assert violations_in_both_themes(page) == ""
    message(page).fill("move these to friday")
    message(page).press("Enter")
    expect(log(page)).to_contain_text("move @beta and @gamma to friday")
    expect(log(page).get_by_role("button", name="Undo").last).to_be_visible()
    expect(chips).to_have_count(0)
    assert {title for title, due in kept(anna).items() if due} == {"beta", "gamma"}
    expect(message(page)).to_be_focused()


def task_row(page: Page, title: str) -> Locator:
    """The line itself, whichever box stands in it."""
    return page.get_by_role("list", name="Tasks").get_by_text(title, exact=True).locator("xpath=ancestor::li")


def test_on_a_phone_and_at_every_width(visits: Callable[..., BrowserContext], served: Served) -> None:
    anna = visits(served.address, **PHONE)
    page = try_it(anna)
    four_tasks(anna, page)

    task(page, "beta").get_by_role("button", name="More for beta").tap()
    page.get_by_role("menuitem", name="Select").tap()
    task_row(page, "gamma").get_by_text("gamma", exact=True).tap()
    are_picked(page, "beta", "gamma")
    assert scrolls_sideways(page) <= 0
    assert violations_in_both_themes(page) == ""
    to_the_chat(page)
    expect(page.get_by_role("list", name="Goes with your message").get_by_role("listitem")).to_have_count(2)
    page.go_back()

    bar(page).get_by_role("button", name="Move").tap()
    page.get_by_role("combobox", name="Move to a list").fill("Errands")
    page.get_by_role("option", name="New list “Errands”").tap()
    expect(page.get_by_text("Moved to Errands").last).to_be_visible()
    assert set(kept(anna, "list=Errands")) == {"beta", "gamma"}

    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.keyboard.press("Control+k")
        expect(page.get_by_role("option", name="New task")).to_be_visible()
        assert scrolls_sideways(page) <= 0
        assert violations_in_both_themes(page) == ""
        page.keyboard.press("Escape")
