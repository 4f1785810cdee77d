"""The words of dates and durations: weekdays, months, units, numbers, parts of the day."""

from datetime import time

from taskchat.domain.lexicon import places_of

WEEKDAYS = places_of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS_SHORT = places_of("mon", "tue tues", "wed weds", "thu thur thurs", "fri", "sat", "sun")
SLIPS = {
    slip: right
    for right, slips in {
        "monday": "monady mondy munday moday",
        "tuesday": "tuseday tueday tusday teusday tuesdya tuesady",
        "wednesday": "wednsday wendesday wensday wendsday wedensday wednesay wedneday wednesdy wenesday",
        "thursday": "thrusday thursay thurday thusday thurdsay thurseday thursdy",
        "friday": "firday fridy frday frieday fridya",
        "saturday": "saterday satuday sturday saturdy satruday saturay",
        "sunday": "sundy sunady suday sundya",
        "tomorrow": "tomorow tommorow tommorrow tomarrow tomrrow tomorrrow tomorro tommorrw tomorrw tomoorow tmorrow",
        "today": "todya",
        "yesterday": "yesturday yesterdy yestreday",
        "tonight": "tonigth tonite tongiht tonght",
        "january": "janurary januray janaury jaunary",
        "february": "febuary feburary febraury feberuary februray",
        "april": "apirl aprl",
        "august": "agust augst",
        "september": "septemebr setpember septmber septembr setember",
        "october": "ocotber octber octobre",
        "november": "novemebr novmber novembr",
        "december": "decemebr decmber decembr",
        "every": "evrey evry everey",
        "morning": "morining mornig moring monring",
        "afternoon": "afternon aftrnoon afternooon",
        "evening": "evning evenign eveing",
        "weekend": "weeked wekend week-end",
        "weekends": "week-ends",
        "week": "weeek",
        "month": "mounth",
        "minutes": "mintues minuts minuites",
        "weekday": "week-day",
    }.items()
    for slip in slips.split()
}
"""How the words of dates are mistyped most."""
WEEKDAYS_ALL = WEEKDAYS | WEEKDAYS_SHORT | {f"{name}s": place for name, place in WEEKDAYS.items()}
MONTH_ROWS = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sep sept",
    "october oct",
    "november nov",
    "december dec",
)
MONTHS = {name: place + 1 for name, place in places_of(*MONTH_ROWS).items()}
WEEKDAY_NAMES = tuple(name.capitalize() for name in WEEKDAYS)
MONTH_NAMES = tuple(row.split()[0].capitalize() for row in MONTH_ROWS)
ONES = places_of(
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
NUMBERS = (
    ONES
    | TENS
    | {f"{ten}-{one}": TENS[ten] + ONES[one] for ten in TENS for one in ONES if 1 <= ONES[one] <= 9}
    | {"hundred": 100, "dozen": 12}
)
"""In one word; "twenty five" is two."""
_NTH = places_of(
    *("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    *("nineteenth",),
)
ORDINALS = (
    {name: place for name, place in _NTH.items() if place}
    | {"twentieth": 20, "thirtieth": 30}
    | {f"{ten}-{name}": TENS[ten] + _NTH[name] for ten in ("twenty", "thirty") for name in _NTH if 1 <= _NTH[name] <= 9}
)
MINUTES_IN = {
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 1),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 60),
}
DAYS_IN = {
    **dict.fromkeys(("d", "day", "days"), 1),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks"), 7),
    **dict.fromkeys(("fortnight", "fortnights"), 14),
}
MONTHS_IN = {
    **dict.fromkeys(("mo", "mos", "mth", "mths", "month", "months"), 1),
    **dict.fromkeys(("quarter", "quarters"), 3),
    **dict.fromkeys(("y", "yr", "yrs", "year", "years"), 12),
}
WORKDAY = ("workday|workdays|weekday|weekdays", "business|working|work day|days")
PERIODS = {
    **{"morning": time(9), "afternoon": time(15), "evening": time(18), "night": time(20)},
    **{"morn": time(9), "arvo": time(15), "eve": time(18), "nite": time(20)},
    **{"early morning": time(7), "mid morning": time(10), "mid-morning": time(10), "midmorning": time(10)},
    **{"late morning": time(11), "early afternoon": time(13), "mid afternoon": time(15), "mid-afternoon": time(15)},
    **{"late afternoon": time(17), "early evening": time(17), "late evening": time(21), "late night": time(22)},
}
"""What "in the morning" means where no hour is said."""
END_OF_DAY = "end of day"
HOURS = PERIODS | {END_OF_DAY: time(17)}
PERIOD_ENDS = {
    name: 24 if at >= time(17) else 18 if at >= time(12) else 12 for name, at in HOURS.items() if name != END_OF_DAY
} | {END_OF_DAY: 24}
"""The hour from which it is no longer that part of the day."""
LAST_MINUTE = time(23, 59)
MEALTIMES = {
    **{"before breakfast": time(7), "at breakfast": time(8), "at breakfast time": time(8), "after breakfast": time(9)},
    **{"before work": time(8), "before school": time(8), "before lunch": time(12), "at|over|during lunch": time(12)},
    **{"at lunchtime": time(12), "at lunch time|hour|break": time(12), "during my? lunch break|hour": time(12)},
    **{"after lunch": time(13), "after school": time(15), "after work": time(18), "before dinner": time(18)},
    **{
        "at dinner time": time(19),
        "at dinnertime": time(19),
        "after dinner": time(20),
        "after hours tonight": time(20),
    },
    **{
        "before bed": time(22),
        "before bedtime": time(22),
        "at bedtime|bedtime": time(22),
        "before going to bed": time(22),
    },
    **{"before sleep|sleeping": time(22)},
}
"""Times of day that meals and work set."""
LEANING = {
    **dict.fromkeys(
        ("dinner", "supper", "drinks", "party", "concert", "movie", "cinema", "theatre", "theater"), "evening"
    ),
    **dict.fromkeys(("gig", "opera", "bedtime", "nightcap", "film", "pub", "restaurant", "reservation"), "evening"),
    **dict.fromkeys(("breakfast", "wake", "alarm", "sunrise"), "morning"),
}
"""Words that say which 7 o'clock it is: "dinner at 7"."""
LINKING = frozenset(WEEKDAYS_ALL) | {
    *(
        "with",
        "and",
        "for",
        "about",
        "at",
        "on",
        "in",
        "to",
        "from",
        "or",
        "but",
        "then",
        "by",
        "if",
        "before",
        "after",
    ),
    *(
        "re",
        "via",
        "is",
        "so",
        "because",
        "unless",
        "while",
        "when",
        "that",
        "today",
        "tomorrow",
        "tonight",
        "next",
        "this",
        "every",
        "each",
        "please",
    ),
    *("remind", "due", "until", "till", "starting", "beginning", "ending"),
    *("daily", "weekly", "monthly", "yearly"),
}
"""Words that may follow a time; any other word after a number is what the number counts."""
ZONES = {
    **dict.fromkeys(("utc", "gmt", "zulu"), "UTC"),
    **dict.fromkeys(("est", "edt", "et", "eastern"), "America/New_York"),
    **dict.fromkeys(("cst", "cdt", "ct"), "America/Chicago"),
    **dict.fromkeys(("mst", "mdt", "mt"), "America/Denver"),
    **dict.fromkeys(("pst", "pdt", "pt", "pacific"), "America/Los_Angeles"),
    **dict.fromkeys(("akst", "akdt"), "America/Anchorage"),
    **{"hst": "Pacific/Honolulu", "bst": "Europe/London", "wet": "Europe/Lisbon", "msk": "Europe/Moscow"},
    **dict.fromkeys(("cet", "cest", "mez", "mesz"), "Europe/Berlin"),
    **dict.fromkeys(("eet", "eest"), "Europe/Athens"),
    **{"ist": "Asia/Kolkata", "jst": "Asia/Tokyo", "kst": "Asia/Seoul", "sgt": "Asia/Singapore"},
    **{"hkt": "Asia/Hong_Kong", "pht": "Asia/Manila", "awst": "Australia/Perth"},
    **dict.fromkeys(("aest", "aedt"), "Australia/Sydney"),
    **dict.fromkeys(("nzst", "nzdt"), "Pacific/Auckland"),
}
"""Zones as they stand behind a time; summer and winter name the clock that hangs there."""
SEASONS = {
    **{"spring": (3, 20, 6, 20), "summer": (6, 21, 9, 21)},
    **dict.fromkeys(("autumn", "fall"), (9, 22, 12, 20)),
    "winter": (12, 21, 3, 19),
}
"""The month and day on which each begins and ends, north of the equator."""
VERBS = frozenset(
    {
        *(
            "add",
            "ask",
            "attend",
            "bake",
            "book",
            "bring",
            "build",
            "buy",
            "call",
            "cancel",
            "charge",
            "check",
            "clean",
        ),
        *(
            "collect",
            "confirm",
            "cook",
            "create",
            "deliver",
            "do",
            "download",
            "drive",
            "drop",
            "email",
            "feed",
            "fetch",
        ),
        *(
            "fill",
            "finish",
            "fix",
            "get",
            "give",
            "go",
            "hand",
            "have",
            "help",
            "hoover",
            "invite",
            "iron",
            "join",
            "kick",
        ),
        *(
            "leave",
            "mail",
            "make",
            "meet",
            "mow",
            "order",
            "organise",
            "organize",
            "pack",
            "paint",
            "pay",
            "phone",
            "pick",
        ),
        *(
            "post",
            "practice",
            "practise",
            "prepare",
            "print",
            "put",
            "read",
            "refill",
            "remind",
            "renew",
            "repair",
            "reply",
        ),
        *(
            "return",
            "ring",
            "run",
            "schedule",
            "send",
            "set",
            "sign",
            "speak",
            "start",
            "submit",
            "swim",
            "take",
            "talk",
        ),
        *(
            "tell",
            "text",
            "tidy",
            "turn",
            "upload",
            "vacuum",
            "visit",
            "wake",
            "walk",
            "wash",
            "watch",
            "water",
            "write",
        ),
        *(
            "bathe",
            "boil",
            "brush",
            "close",
            "defrost",
            "dust",
            "empty",
            "fold",
            "hang",
            "jog",
            "lend",
            "listen",
            "lock",
            "meditate",
            "mop",
            "open",
            "pray",
            "prune",
            "rake",
            "record",
            "rehearse",
            "repot",
            "serve",
            "stop",
            "stretch",
            "sweep",
            "teach",
            "trim",
            "unlock",
            "unpack",
            "weigh",
        ),
    }
)
"""Words that a task begins with: behind a date at the head of a line they are not what its number counts."""
