"""The plan of the house as tables: who may import what, and the few exceptions, each with its reason."""

GROUND = {"config", "errors"}
CELLAR = {"live", "push", "storage", "domain"} | GROUND
HOUSE = {"services", "assistant"} | CELLAR

MAY_IMPORT = {
    "errors": set(),
    "config": {"errors"},
    "domain": {"errors"},
    "live": {"domain"} | GROUND,
    "push": {"domain"} | GROUND,
    "storage": {"domain"} | GROUND,
    "services": CELLAR,
    "assistant": CELLAR | {"services"},
    "web": HOUSE - {"storage"},
    "ui": HOUSE - {"storage"},
    "reminding": CELLAR | {"services"},
    "opening": HOUSE | {"reminding"},
    "preflight": GROUND,
    "taskchat": HOUSE | {"web", "ui", "opening"},
}
"""A room and what it may import besides itself. `taskchat` is the front door; nobody imports it."""

EXCEPTIONS_TO_THE_PLAN: dict[tuple[str, str], str] = {}
"""(module, what it imports) and why."""

LIBRARIES = {
    "agents": {"assistant"},
    "PIL": {"services.pictures"},
    "alembic": {"storage"},
    "argon2": {"services"},
    "authlib": {"web"},
    "chatkit": {"assistant", "web.chatkit"},
    "cryptography": {"push"},
    "dateutil": {"domain"},
    "fractional_indexing": {"domain", "storage", "services"},
    "httpx2": {"assistant"},
    "icalendar": {"domain.exchange"},
    "limits": {"web"},
    "markdown_it": {"ui"},
    "nh3": {"ui"},
    "openai": {"assistant"},
    "psycopg2": {"storage", "preflight"},
    "py_vapid": {"push"},
    "pydantic": {"config", "assistant", "web"},
    "pydantic_settings": {"config"},
    "pygments": {"ui"},
    "pywebpush": {"push"},
    "rapidfuzz": {"domain", "assistant"},
    "redis": {"live"},
    "reflex": {"ui"},
    "reflex_base": {"ui"},
    "reflex_components_core": {"ui"},
    "reflex_components_lucide": {"ui"},
    "reflex_components_radix": {"ui"},
    "socketio": {"ui"},
    "sqlalchemy": {"storage"},
    "sqlmodel": {"storage"},
    "starlette": {"web"},
    "uuid_utils": {"storage", "services", "assistant"},
    "zxcvbn": {"services"},
}
"""A foreign library and its rooms. The front door may see all of them."""

NOBODY_YET = "who it is comes out of it"
THE_CLOCK = "the clock is everybody's; who is told comes out of it"
WITHOUT_A_USER = {
    "services.accounts.sign_up": NOBODY_YET,
    "services.accounts.sign_in": NOBODY_YET,
    "services.accounts.guest": NOBODY_YET,
    "services.accounts.who": NOBODY_YET,
    "services.accounts.by_session": NOBODY_YET,
    "services.accounts.seen_lately": NOBODY_YET,
    "services.accounts.tell_what_has_ended": "looks at the sessions of everybody's runs, and tells each its own person",
    "services.accounts.sign_out": "the token says who",
    "services.accounts.forget_cached": "a session may end for a person no longer known",
    "services.accounts.hash_token": "a rule of tokens, no person's data",
    "services.accounts.known_ways": "a rule of ways, no person's data",
    "services.conversations.interrupt_dead": "looks after the runs of dead workers, whoever's they are",
    "services.feeds.find": "the secret of the address says whose",
    "services.passwords": "rules of passwords, no person's data",
    "services.pictures": "rules of pictures, no person's data",
    "services.archives": "reads an uploaded archive, no person's data yet",
    "services.purge.purge": "empties everybody's trash, by age",
    "services.reminders.next_moment": THE_CLOCK,
    "services.reminders.is_something_due": THE_CLOCK,
    "services.reminders.tell_due": THE_CLOCK,
    "services.reminders.unsent": THE_CLOCK,
    "services.reminders.mark_sent": THE_CLOCK,
    "services.reminders.clear": THE_CLOCK,
    "services.spending": "everybody's together, no person's data",
    "services.samples": "what a new guest starts with, no person's data",
    "storage.accounts.insert_person": "makes the person",
    "storage.accounts.is_taken": "asked before there is a person",
    "storage.accounts.find_by_email": NOBODY_YET,
    "storage.accounts.find_session": NOBODY_YET,
    "storage.accounts.find_people": "the clock asks for those it tells",
    "storage.accounts.person_of": NOBODY_YET,
    "storage.accounts.standing": "looks at the sessions of everybody's runs",
    "storage.accounts.delete_session": "the session's hash says whose",
    "storage.feeds.find_reader": "the secret of the address says whose",
    "storage.devices.forget": "a push service says that nobody is there any more",
    "storage.purging.purge_files": "what goes with nothing, whoever's it is",
    "storage.purging.purge_guests": "guests who are gone, by age",
    "storage.purging.purge_tasks": "empties everybody's trash, by age",
    "storage.purging.purge_the_rest": "empties everybody's trash, by age",
    "storage.preferences.kept_by": "what several people have, for whoever looks for them",
    "storage.reminders.is_something_due": THE_CLOCK,
    "storage.reminders.next_moment": THE_CLOCK,
    "storage.reminders.tell_due": THE_CLOCK,
    "storage.reminders.unsent": THE_CLOCK,
    "storage.reminders.mark_sent": THE_CLOCK,
    "storage.reminders.clear": THE_CLOCK,
    "storage.spending": "everybody's together, no person's data",
    "storage.runs.interrupt_dead": "looks after the runs of dead workers, whoever's they are",
}
"""Public functions (or whole modules) of services and storage that cannot take the user first, and why."""

DOORS = {
    "assistant.runs._carry_out": "the end of a run",
    "reminding.look_and_go_on": "the watch over everybody's reminders, which has to go on",
    "assistant.tool_door._tried": "the wrapper of every tool",
    "ui.chat.state._answering": "the wrapper of every handler of the chat",
    "web.answers.__call__": "the error handler of every request",
}
"""Functions that may catch everything, because they are where errors end, and why."""

MODULE_STATE = {
    "taskchat.assistant.server._chat": "set by open_chat and close_chat",
    "taskchat.live._live": "set by open_live and close_live",
    "taskchat.push._push": "set by open_push and close_push",
    "taskchat.storage.database._database": "set by open_database and close_database",
    "taskchat.storage.disk._disk": "set by open_disk and close_disk",
}
"""The mutable module variables (decision 7): the open instance of a part, set by open and close only."""

READS_THE_ENVIRONMENT = {
    "taskchat.config": "its settings",
    "taskchat.taskchat": "whether Reflex serves a build or develops",
}
