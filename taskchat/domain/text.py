"""What text is allowed in, and how two pieces of text are compared."""

import re
import unicodedata

LINE_BREAKS = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
TAGS_AND_MARKS = re.compile("[\U000e0000-\U000e007f\ufeff\ufff9-\ufffb]")
UNSEEN = re.compile(
    "[\u00ad\u115f\u1160\u180b-\u180f\u200b-\u200d\u2060-\u2064\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]{3,}"
)
"""Joiners and variants, of which a letter or an emoji needs two at most: more are a text that nobody sees."""
EMBEDDINGS = frozenset("\u202a\u202b\u202d\u202e")
ISOLATES = frozenset("\u2066\u2067\u2068")
END_OF_EMBEDDING = "\u202c"
END_OF_ISOLATE = "\u2069"
BIDI = EMBEDDINGS | ISOLATES | {END_OF_EMBEDDING, END_OF_ISOLATE}
ACCENTS = re.compile("[\u0300-\u036f]")
UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"})
"""Letters with a stroke, which Unicode does not take apart."""
INVISIBLE = frozenset({"Cf", "Mn", "Me", "Zs", "Zl", "Zp", "Cc"})


def clean(text: str, *, lines: bool = False) -> str:
    """Text as it is stored: trimmed, NFC, without what is invisible and can deceive (U-01).

    Control characters, tag characters, joiners in a row, and direction marks that nothing closes are removed;
    joiners inside emoji stay.
    With `lines` line breaks and tabs stay, otherwise each becomes a space.
    """
    text = LINE_BREAKS.sub("\n" if lines else " ", text)
    text = text if lines else text.replace("\t", " ")
    kept = (line if line.isascii() else _paired(TAGS_AND_MARKS.sub("", line)) for line in text.split("\n"))
    text = "\n".join("".join(c for c in line if _is_text(c)) for line in kept)
    return unicodedata.normalize("NFC", UNSEEN.sub("", text)).strip()


def folded(text: str) -> str:
    """Text for comparing and searching: without case, accents and typographic variants."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFC", ACCENTS.sub("", text).translate(UNDECOMPOSED))


def is_blank(text: str) -> bool:
    """Whether nobody would see anything: empty, or only spaces, joiners and direction marks."""
    return all(unicodedata.category(c) in INVISIBLE for c in text)


def cut(text: str, length: int) -> str:
    """At most `length` characters, the last one an ellipsis where something is missing."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _is_text(character: str) -> bool:
    return character == "\t" or unicodedata.category(character) not in {"Cc", "Cs"}


def _paired(line: str) -> str:
    """The line without direction marks that open and are not closed, or close what is not open (UAX #9)."""
    if BIDI.isdisjoint(line):
        return line
    opened: list[int] = []
    kept: set[int] = set()
    for place, character in enumerate(line):
        if character in EMBEDDINGS or character in ISOLATES:
            opened.append(place)
        elif character in BIDI and (partner := _partner(line, opened, character)) is not None:
            kept |= {partner, place}
    return "".join(c for place, c in enumerate(line) if c not in BIDI or place in kept)


def _partner(line: str, opened: list[int], end: str) -> int | None:
    """The mark that `end` closes, taken off `opened` with everything that was left open inside it."""
    if end == END_OF_EMBEDDING:
        return opened.pop() if opened and line[opened[-1]] in EMBEDDINGS else None
    start = next((place for place in reversed(opened) if line[place] in ISOLATES), None)
    if start is not None:
        del opened[opened.index(start) :]
    return start
