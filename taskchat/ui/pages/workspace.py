"""The page at `/`: tasks and chat side by side."""

import reflex as rx


@rx.page(route="/", title="TaskChat")
def workspace() -> rx.Component:
    return rx.el.main(rx.el.h1("Tasks"), class_name="bg-surface text-ink")
