"""Answers that are made of the scene: what the clock says, and what was said last."""

from zoneinfo import ZoneInfo

from taskchat.assistant.scene import Scene
from taskchat.domain.words import say_clock

WAITING = "Nothing is waiting for an answer. Tell me what to do, for example: what is on today?"


def clock_now(scene: Scene) -> str:
    now = scene.now.astimezone(ZoneInfo(scene.ways.zone))
    return f"It is {now:%A}, {now.day} {now:%B} {now.year}, {say_clock(now.time(), scene.ways)}."


def last_said(scene: Scene) -> str:
    return scene.answered or WAITING
