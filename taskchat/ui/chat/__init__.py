"""The conversation in the page: what it shows, how it streams, how one writes."""

from taskchat.ui.chat.attachments import FilesState
from taskchat.ui.chat.connection import away_from_chat
from taskchat.ui.chat.pane import chat_pane
from taskchat.ui.chat.state import ChatState
from taskchat.ui.chat.threads import conversations_inside, conversations_nav
from taskchat.ui.chat.threads_state import ThreadsState

ARRIVE = (ChatState.arrive, ThreadsState.reload, FilesState.arrive)
"""Load events of the page that shows them."""

__all__ = [
    "ARRIVE",
    "ChatState",
    "ThreadsState",
    "away_from_chat",
    "chat_pane",
    "conversations_inside",
    "conversations_nav",
]
