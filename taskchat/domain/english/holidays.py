"""Days that have a name, and the day each falls on."""

from taskchat.domain.holiday_rules import Rule, from_easter, nth, on

MONDAY, THURSDAY, SUNDAY = 0, 3, 6
HOLIDAYS: tuple[tuple[str, Rule], ...] = (
    ("new year|new years|new years day|new year day", on(1, 1)),
    ("epiphany|three kings day", on(6, 1)),
    ("mlk day|martin luther king day|martin luther king jr day", nth(3, MONDAY, 1)),
    ("burns night", on(25, 1)),
    ("australia day", on(26, 1)),
    ("groundhog day", on(2, 2)),
    ("valentines|valentines day|valentine day|saint valentines day|st valentines day", on(14, 2)),
    ("presidents day|president day|washingtons birthday", nth(3, MONDAY, 2)),
    ("womens day|international womens day", on(8, 3)),
    ("pi day", on(14, 3)),
    ("st patricks day|saint patricks day|st paddys day|st patricks", on(17, 3)),
    ("april fools|april fools day|april fool day", on(1, 4)),
    ("shrove tuesday|pancake day|mardi gras|fat tuesday", from_easter(-47)),
    ("ash wednesday", from_easter(-46)),
    ("palm sunday", from_easter(-7)),
    ("maundy thursday|holy thursday", from_easter(-3)),
    ("good friday|holy friday", from_easter(-2)),
    ("holy saturday|easter saturday|easter eve", from_easter(-1)),
    ("easter|easter sunday|easter day", from_easter(0)),
    ("easter monday", from_easter(1)),
    ("ascension day|ascension", from_easter(39)),
    ("pentecost|whitsun|whit sunday", from_easter(49)),
    ("whit monday|pentecost monday", from_easter(50)),
    ("corpus christi", from_easter(60)),
    ("tax day", on(15, 4)),
    ("earth day", on(22, 4)),
    ("anzac day", on(25, 4)),
    ("may day|labour day|workers day", on(1, 5)),
    ("cinco de mayo", on(5, 5)),
    ("mothers day|mother day", nth(2, SUNDAY, 5)),
    ("memorial day", nth(-1, MONDAY, 5)),
    ("fathers day|father day", nth(3, SUNDAY, 6)),
    ("juneteenth", on(19, 6)),
    ("canada day", on(1, 7)),
    ("independence day|fourth of july|4th of july", on(4, 7)),
    ("bastille day", on(14, 7)),
    ("labor day", nth(1, MONDAY, 9)),
    ("columbus day|indigenous peoples day", nth(2, MONDAY, 10)),
    ("halloween|hallowe'en|all hallows eve", on(31, 10)),
    ("all saints day|all saints", on(1, 11)),
    ("guy fawkes night|guy fawkes day|bonfire night", on(5, 11)),
    ("election day", nth(1, MONDAY, 11, later=1)),
    ("veterans day|remembrance day|armistice day", on(11, 11)),
    ("thanksgiving|thanksgiving day|turkey day", nth(4, THURSDAY, 11)),
    ("black friday", nth(4, THURSDAY, 11, later=1)),
    ("cyber monday", nth(4, THURSDAY, 11, later=4)),
    ("giving tuesday", nth(4, THURSDAY, 11, later=5)),
    ("st nicholas day|saint nicholas day", on(6, 12)),
    ("christmas eve|xmas eve", on(24, 12)),
    ("christmas|christmas day|xmas|xmas day", on(25, 12)),
    ("boxing day|st stephens day", on(26, 12)),
    ("new years eve|new year eve|nye", on(31, 12)),
)
POSSESSIVE = ("'s", "’s", "s'", "s’")
"""What people write for an "s" at the end of such a word: "valentine's"."""
BESIDE = frozenset({"christmas", "xmas", "years"})
EVES = frozenset({"eve", "day"})
"""A name with one of both is hardly anything but a date: "christmas eve", "new year's day"."""
