"""What somebody typed into a form about themselves, or a program sent as JSON in its place."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from starlette.requests import Request

from taskchat.domain.person import Ways
from taskchat.errors import Invalid
from taskchat.web.body import is_form, json_object

FIELDS = frozenset(
    ("email", "password", "next", "timezone", "first_weekday", "clock_24", "day_first", "guest", "bring")
)
YES = {"yes", "true", "1", "on"}
NO = {"no", "false", "0", "off"}


@dataclass(frozen=True, slots=True)
class Entry:
    """Fields as text. `native`: a form posted by the browser itself, answered by a redirect."""

    fields: dict[str, str]
    native: bool

    def has(self, name: str) -> bool:
        return self.fields.get(name, "") != ""

    def text(self, name: str) -> str:
        """A field that must be there; passwords keep their spaces."""
        if not self.has(name):
            raise Invalid(f"The {name.replace('email', 'e-mail')} is missing.", name)
        return self.fields[name]

    def flag(self, name: str) -> bool | None:
        """None where nothing was said."""
        said = self.fields.get(name, "").strip().lower()
        if said not in YES | NO | {""}:
            return self._unless_native(f"{name} must be true or false.", name)
        return None if said == "" else said in YES

    def ways(self) -> Ways:
        """What the browser told about its person (T-14); a form's unreadable part is as good as unsaid."""
        usual = Ways()
        clock_24, day_first = self.flag("clock_24"), self.flag("day_first")
        return Ways(
            zone=self._zone() or usual.zone,
            first_weekday=self._weekday() or 0,
            clock_24=usual.clock_24 if clock_24 is None else clock_24,
            day_first=usual.day_first if day_first is None else day_first,
        )

    def next_path(self) -> str:
        """Where to go afterwards: a path of our own pages, "/" for anything else."""
        wanted = self.fields.get("next", "")
        return wanted if is_own_path(wanted) else "/"

    def _zone(self) -> str | None:
        zone = self.fields.get("timezone", "")
        return zone if not zone or is_zone(zone) else self._unless_native("There is no such time zone.", "timezone")

    def _weekday(self) -> int | None:
        day = self.fields.get("first_weekday", "")
        if day in {"", *"0123456"}:
            return int(day or 0)
        return self._unless_native("first_weekday goes from 0 (Monday) to 6 (Sunday).", "first_weekday")

    def _unless_native(self, message: str, field: str) -> None:
        if not self.native:
            raise Invalid(message, field)


async def read_entry(request: Request) -> Entry:
    if is_form(request):
        form = await request.form(max_files=0, max_fields=30)
        return Entry({name: value for name, value in form.items() if isinstance(value, str)}, native=True)
    sent = await json_object(request, empty=True)
    unknown = sorted(set(sent) - FIELDS)
    if unknown:
        raise Invalid(f"There is no field “{unknown[0][:50]}” here.", unknown[0][:50])
    return Entry({name: _plain(name, value) for name, value in sent.items() if value is not None}, native=False)


def _plain(name: str, value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) or (isinstance(value, int) and name == "first_weekday"):
        return str(value)
    raise Invalid(f"{name} must be text.", name)


def is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def is_own_path(path: str) -> bool:
    """A page of this server by path: no other host in any spelling a browser forgives, and nothing below /api."""
    plain = all("!" <= sign <= "~" for sign in path) and "\\" not in path
    return plain and path.startswith("/") and not path.startswith("//") and not path.startswith("/api")
