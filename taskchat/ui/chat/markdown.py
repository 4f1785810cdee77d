"""The assistant's Markdown as safe HTML, made on the server: one parser, one allow-list (decision 16, U-01)."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

LONGEST_CODE = 20_000
"""Characters of code that are coloured; longer code stays plain."""
LONG_TAIL = 900
LAST_WORDS = 150
"""Characters of HTML that are sent with every frame at most, and at least: the rest of a long block is sent rarely."""
LONGEST_LABEL = 24
"""Characters of a language nobody knows that are shown."""
BOX = re.compile(r"\[([ xX])\](?=\s)")
BOXES = {" ": "☐", "x": "☑"}
TAGS = {
    *("p", "br", "hr", "em", "strong", "s", "code", "pre", "span", "blockquote"),
    *("h3", "h4", "h5", "h6", "ul", "ol", "li", "a", "div"),
    *("table", "thead", "tbody", "tr", "th", "td", "button"),
}
ATTRIBUTES = {
    "a": {"href", "title", "target"},
    "span": {"class"},
    "ol": {"start"},
    "div": {"tabindex", "data-language"},
    "pre": {"tabindex"},
    "button": {"type", "aria-label"},
}
CLASSES = {"div": {"scroll", "code"}, "button": {"code-copy"}, "li": {"box"}}
LINE_ENDS = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")
"""Where the parser counts a new line; the ends stay with their lines."""
LINKS = {"http", "https", "mailto"}


class _Page(RendererHTML):
    """Headings step below the page's own; a picture is its words; code is coloured; tables scroll by themselves."""

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        words = self.renderInlineAsText(tokens[idx].children or [], options, env) or "image"
        return f"<em>[{_escaped(words)}]</em>"

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return _code(tokens[idx].content, tokens[idx].info.split(" ")[0].strip())

    def code_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return _code(tokens[idx].content, "")

    def heading_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return f"<{_lower(tokens[idx].tag)}>"

    def heading_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return f"</{_lower(tokens[idx].tag)}>\n"

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return '<div class="scroll" tabindex="0"><table>\n'

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return "</table></div>\n"

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        tokens[idx].attrSet("target", "_blank")
        return self.renderToken(tokens, idx, options, env)


COPY = '<button type="button" class="code-copy" aria-label="Copy code"></button>'
COLOURS = HtmlFormatter(nowrap=True)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True}, renderer_cls=_Page)
    parser.core.ruler.push("boxes", _tick)
    return parser.enable(["table", "strikethrough"])


def _tick(state: StateCore) -> None:
    """ "- [ ] milk" gets a box, "- [x] milk" a ticked one: letters, so that they can be copied and read out."""
    for item, paragraph, words in zip(state.tokens, state.tokens[1:], state.tokens[2:], strict=False):
        if (item.type, paragraph.type) != ("list_item_open", "paragraph_open") or not words.children:
            continue
        first = words.children[0]
        if box := BOX.match(first.content):
            item.attrSet("class", "box")
            first.content = BOXES[box[1].lower()] + first.content[box.end() :]


PARSER = _parser()
CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    allowed_classes=CLASSES,
    url_schemes=LINKS,
    link_rel="noopener noreferrer nofollow",
)


def blocks(text: str) -> list[str]:
    """Each top-level block (a paragraph, a list, a table) as one piece of safe HTML."""
    return list(_blocks(text))


@lru_cache(maxsize=1_000)
def _blocks(text: str) -> tuple[str, ...]:
    """Kept: every tab of a thread, and every run in it, shows the same answers again."""
    return tuple(_html(source) for source in sources(text))


def sources(text: str) -> tuple[str, ...]:
    """The text cut at its top-level blocks; joined they say the same."""
    starts = [t.map[0] for t in PARSER.parse(text) if t.level == 0 and t.nesting >= 0 and t.map]
    if not starts:
        return (text,) if text.strip() else ()
    lines = LINE_ENDS.split(text)
    cuts = [0, *starts[1:], len(lines)]
    return tuple("".join(lines[start:end]) for start, end in pairwise(cuts))


@lru_cache(maxsize=2_000)
def _html(source: str) -> str:
    return CLEANER.clean(PARSER.render(source)).strip()


def _code(source: str, language: str) -> str:
    """Its language and the word on the button are drawn by the style sheet: what is copied has only the code."""
    lexer = _lexer(language)
    label = _escaped(lexer.name if lexer else language[:LONGEST_LABEL])
    coloured = highlight(source, lexer, COLOURS) if lexer and len(source) < LONGEST_CODE else _escaped(source)
    return f'<div class="code" data-language="{label}">{COPY}<pre tabindex="0"><code>{coloured}</code></pre></div>\n'


def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language) if language else None
    except ClassNotFound:
        return None


def _escaped(words: str) -> str:
    return nh3.clean_text(words)


def _lower(tag: str) -> str:
    """The page has one h1 and the conversation an h2 (h1 → h3)."""
    return f"h{min(int(tag[1]) + 2, 6)}"


class Growing:
    """Markdown that is still being written: settled blocks stay as they are, only the last one is read again."""

    def __init__(self) -> None:
        self._settled = ""
        self.blocks: list[str] = []
        self.lead = ""
        """The beginning of the last block's HTML, which does not change any more."""

    def read(self, text: str) -> str:
        """Takes the text so far; `blocks` and `lead` hold what stays, what follows them is returned."""
        if not text.startswith(self._settled):
            self._settled, self.blocks = "", []
        parts = sources(text[len(self._settled) :])
        if len(parts) > 1:
            self._settled += "".join(parts[:-1])
            self.blocks = [*self.blocks, *(_html(part) for part in parts[:-1])]
            self.lead = ""
        return self._behind_the_lead(_html(parts[-1]) if parts else "")

    def _behind_the_lead(self, html: str) -> str:
        if not html.startswith(self.lead):
            self.lead = ""
        if len(html) - len(self.lead) > LONG_TAIL:
            self.lead = html[:-LAST_WORDS]
        return html[len(self.lead) :]
