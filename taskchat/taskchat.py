"""The front door: builds everything once and is imported by nobody."""

import reflex as rx
import reflex.model  # noqa: F401 - the first event with a dict argument would import it on the event loop: 1 s (decision 18)

from taskchat.ui.pages import workspace  # noqa: F401

app = rx.App(stylesheets=["/tokens.css"], html_lang="en", toaster=None)
