"""How the source reads: sizes, names, first sentences, and tests that can fail."""

import ast
import re
from statistics import median, quantiles

from tests.source import Function, calls, dotted, everything, length, listed, modules

VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc", "lib"}
HOUSE_MODULES = modules("taskchat")


def test_functions_are_short() -> None:
    sizes = [
        (length(function), f"{module.at(function.lineno)} {function.name}")
        for module in (*HOUSE_MODULES, *modules("bench"), *modules("evals"))
        for function in module.functions
    ]
    longest = listed([f"{size} lines: {name}" for size, name in sorted(sizes)[-40:]])

    assert median(size for size, _ in sizes) < 10, longest
    assert quantiles((size for size, _ in sizes), n=10)[-1] < 25, longest
    assert max(sizes)[0] <= 60, longest


def test_modules_are_short() -> None:
    offences = [f"{module.at(1)}: {module.lines} lines" for module in everything() if module.lines >= 400]

    assert not offences, listed(offences)


def test_handlers_authorise_call_one_service_and_assign() -> None:
    offences = [
        f"{module.at(function.lineno)}: {function.name} has {lines} lines"
        for module in HOUSE_MODULES
        if module.room == "ui"
        for function in module.functions
        if any(dotted(d).startswith("rx.event") for d in function.decorator_list)
        if (lines := _body_lines(function)) > 10
    ]

    assert not offences, listed(offences)


def _body_lines(function: Function) -> int:
    first = function.body[1] if ast.get_docstring(function) and len(function.body) > 1 else function.body[0]
    return (function.end_lineno or first.lineno) - first.lineno + 1


def test_names_say_what_is_inside() -> None:
    modules_named = [(module.at(1), part) for module in everything() for part in module.name.split(".")]
    classes_named = [
        (module.at(node.lineno), re.sub(r"(?<=[a-z])(?=[A-Z])", "_", node.name).lower())
        for module in everything()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
    ]

    offences = [f"{at}: {name}" for at, name in modules_named + classes_named if VAGUE & set(name.split("_"))]

    assert not offences, listed(offences)


def test_a_module_opens_with_one_sentence() -> None:
    offences = [
        f"{module.at(1)}: {opening[:80]!r}"
        for module in everything()
        if module.text.strip()
        if not (opening := (ast.get_docstring(module.tree) or "").split("\n\n")[0]).endswith((".", ":", "?"))
    ]

    assert not offences, listed(offences)


def test_tool_docstrings_are_prompts_and_always_exist() -> None:
    offences = [
        f"{module.at(function.lineno)}: {function.name}"
        for module in HOUSE_MODULES
        for function in module.functions
        if any("tool" in dotted(d).rpartition(".")[2] for d in function.decorator_list)
        if not ast.get_docstring(function)
    ]

    assert not offences, listed(offences)


CHECKS = ("Assert(", "raises", "assert_", "expect", "check_", "timeout")
"""What can fail a test; a wait that gives up can."""


def test_every_test_can_fail() -> None:
    tests = modules("tests")
    helpers = {function.name: function for module in tests for function in module.functions}
    offences = [
        f"{module.at(function.lineno)}: {function.name} checks nothing"
        for module in tests
        for function in module.functions
        if function.name.startswith("test_") and not _checks(function, helpers, depth=3)
    ]

    assert not offences, listed(offences)


def _checks(function: Function, helpers: dict[str, Function], depth: int) -> bool:
    """Whether it asserts something itself, or calls a function of the tests that does."""
    if any(check in ast.dump(function) for check in CHECKS):
        return True
    called = {name.rpartition(".")[2] for name, _ in calls(function)} & set(helpers)
    return depth > 0 and any(_checks(helpers[name], helpers, depth - 1) for name in called)


def test_no_test_waits_for_the_clock() -> None:
    offences = [
        f"{module.at(call.lineno)}: {name}(): wait for the thing"
        for module in modules("tests")
        for name, call in calls(module.tree)
        if name == "time.sleep" or name.endswith(".wait_for_timeout")
    ]

    assert not offences, listed(offences)
