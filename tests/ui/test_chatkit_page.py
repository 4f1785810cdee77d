"""The page with the vendor's own chat: what is wrapped, and which version of it."""

import json

from taskchat.config import ROOT
from taskchat.ui.chat.pane import PROMPTS
from taskchat.ui.pages.chatkit import OPTIONS, VendorChat

PACKAGE = "@openai/chatkit-react"


def test_the_vendors_package_is_pinned_exactly() -> None:
    locked = json.loads((ROOT / "reflex.lock" / "package.json").read_text("utf-8"))

    (wanted,) = VendorChat.create().lib_dependencies
    assert wanted == f"{PACKAGE}@{locked['dependencies'][PACKAGE]}"
    assert locked["dependencies"][PACKAGE].replace(".", "").isdigit()


def test_it_begins_as_our_own_chat_does() -> None:
    assert [prompt["prompt"] for prompt in OPTIONS["startScreen"]["prompts"]] == list(PROMPTS)
    assert "attachments" not in OPTIONS["composer"]
