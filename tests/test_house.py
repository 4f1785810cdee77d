"""The rules of the house that a machine can read.

`tests/plan.py` says what is allowed; a row nobody needs any more is a failure too.
"""

import ast
import sys

import pytest

from tests.plan import (
    DOORS,
    EXCEPTIONS_TO_THE_PLAN,
    LIBRARIES,
    MAY_IMPORT,
    MODULE_STATE,
    READS_THE_ENVIRONMENT,
    WITHOUT_A_USER,
)
from tests.source import Function, Module, calls, dotted, everything, listed, modules

DICE_AND_CLOCKS = {"random", "secrets", "uuid", "uuid_utils", "time", "os", "socket", "sqlite3", "asyncio", "threading"}
CHANGES_IN_PLACE = {"append", "add", "update", "pop", "clear", "setdefault", "extend", "insert", "remove", "discard"}
CONTAINERS = {"dict", "list", "set", "defaultdict", "deque", "Counter", "OrderedDict", "WeakValueDictionary", "Queue"}

HOUSE_MODULES = modules("taskchat")


def ours(module: Module) -> list[tuple[str, str, int]]:
    """(module imported, room, line) for each import of our own code."""
    known = {m.name for m in HOUSE_MODULES}
    return [
        (
            found.target if found.target in known else found.target.rpartition(".")[0],
            found.target.split(".")[1],
            found.line,
        )
        for found in module.imports
        if found.target.startswith("taskchat.")
    ]


def test_imports_run_downward_as_drawn() -> None:
    offences = [
        f"{module.at(line)}: {module.room} may not import {room} ({target})"
        for module in HOUSE_MODULES
        for target, room, line in ours(module)
        if room not in MAY_IMPORT.get(module.room, set()) | {module.room}
        and (module.name, target) not in EXCEPTIONS_TO_THE_PLAN
    ]

    assert not offences, listed(offences)


def test_every_room_stands_on_the_plan() -> None:
    rooms = {module.room for module in HOUSE_MODULES if module.name != "taskchat"}

    assert rooms <= set(MAY_IMPORT), f"not on the plan: {sorted(rooms - set(MAY_IMPORT))}"


def test_no_module_imports_itself_in_a_circle() -> None:
    edges = {module.name: {target for target, _, _ in ours(module)} - {module.name} for module in HOUSE_MODULES}

    circle = _circle(edges)

    assert not circle, " → ".join(circle)


def _circle(edges: dict[str, set[str]]) -> list[str]:
    done: set[str] = set()

    def walk(name: str, trail: list[str]) -> list[str]:
        if name in trail:
            return [*trail[trail.index(name) :], name]
        if name in done:
            return []
        found = next((c for target in sorted(edges.get(name, ())) if (c := walk(target, [*trail, name]))), [])
        done.add(name)
        return found

    return next((circle for name in sorted(edges) if (circle := walk(name, []))), [])


def test_imports_are_absolute_and_stand_at_the_top() -> None:
    offences = [
        f"{module.at(found.line)}: import {found.target}"
        for module in everything()
        for found in module.imports
        if found.level or not found.at_top
    ]
    offences += [
        f"{module.at(call.lineno)}: {name}() hides an import"
        for module in HOUSE_MODULES
        for name, call in calls(module.tree)
        if name in {"__import__", "importlib.import_module", "import_module"}
    ]

    assert not offences, listed(offences)


def test_each_foreign_library_has_its_room() -> None:
    offences = [
        f"{module.at(found.line)}: {library} belongs to {sorted(LIBRARIES.get(library, {'no room yet: name it'}))}"
        for module in HOUSE_MODULES
        if module.name != "taskchat.taskchat"
        for found in module.imports
        if (library := found.target.split(".")[0]) not in sys.stdlib_module_names | {"taskchat"}
        if not _has_room(module, LIBRARIES.get(library, set()))
    ]

    assert not offences, listed(offences)


def _has_room(module: Module, rooms: set[str]) -> bool:
    return any(f"{_inside(module)}.".startswith(f"{room}.") for room in rooms)


def test_the_domain_asks_neither_clock_nor_dice() -> None:
    domain = [module for module in HOUSE_MODULES if module.room == "domain"]
    offences = [
        f"{module.at(found.line)}: import {found.target}"
        for module in domain
        for found in module.imports
        if found.target.split(".")[0] in DICE_AND_CLOCKS
    ]
    offences += [
        f"{module.at(call.lineno)}: {name}()"
        for module in domain
        for name, call in calls(module.tree)
        if name.rpartition(".")[2] in {"now", "today", "utcnow", "open"}
    ]

    assert not offences, listed(offences)


def test_only_config_reads_the_environment() -> None:
    offences = [
        f"{module.at(node.lineno)}: {dotted(node)}"
        for module in HOUSE_MODULES
        if module.name not in READS_THE_ENVIRONMENT
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and dotted(node) in {"os.environ", "os.getenv", "os.environb"}
    ]

    assert not offences, listed(offences)


def test_rows_never_leave_storage() -> None:
    offences = [
        f"{module.at(line)}: {target}"
        for module in HOUSE_MODULES
        if module.room != "storage"
        for target, _, line in ours(module)
        if target == "taskchat.storage.tables"
    ]

    assert not offences, listed(offences)


@pytest.mark.parametrize("room", ["services", "storage"])
def test_the_user_comes_first(room: str) -> None:
    offences = [
        f"{module.at(function.lineno)}: {_where(module, function)} takes {_first(function) or 'nothing'} first"
        for module in HOUSE_MODULES
        if module.room == room
        for function in module.public_functions
        if _reaches_data(room, function) and _first(function) not in {"user", "user_id"}
        if not {_where(module, function), _inside(module)} & set(WITHOUT_A_USER)
    ]

    assert not offences, listed(offences)


def _reaches_data(room: str, function: Function) -> bool:
    """A service always does; in storage whoever is handed the session."""
    return room == "services" or "session" in {argument.arg for argument in function.args.args}


def _inside(module: Module) -> str:
    return module.name.removeprefix("taskchat.")


def _where(module: Module, function: Function) -> str:
    return f"{_inside(module)}.{function.name}"


def _first(function: Function) -> str:
    arguments = [*function.args.posonlyargs, *function.args.args]
    return arguments[0].arg if arguments else ""


def test_only_doors_catch_everything() -> None:
    offences = [f"{at}: {door}" for door, at in _catch_alls().items() if door not in DOORS]

    assert not offences, listed(offences)


def _catch_alls() -> dict[str, str]:
    return {
        _where(module, function): module.at(handler.lineno)
        for module in HOUSE_MODULES
        for function in module.functions
        for handler in ast.walk(function)
        if isinstance(handler, ast.ExceptHandler) and _catches_everything(handler.type)
    }


def _catches_everything(caught: ast.expr | None) -> bool:
    names = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(name is None or dotted(name) in {"Exception", "BaseException"} for name in names)


def test_nothing_at_module_level_changes_but_the_open_instances() -> None:
    offences = [
        f"{at}: {name}"
        for module in HOUSE_MODULES
        if module.name != "taskchat.taskchat"
        for name, at in _changing_names(module).items()
        if name not in MODULE_STATE
    ]

    assert not offences, listed(offences)


def _changing_names(module: Module) -> dict[str, str]:
    """Module variables rebound through `global`, changed in place by a function, or empty containers to be filled."""
    top = {
        target.id: node
        for node in module.tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    found = {name: node.lineno for name, node in top.items() if _is_to_be_filled(node.value)}
    for function in module.functions:
        for name, line in _changed_by(function):
            if name in top:
                found[name] = line
    return {f"{module.name}.{name}": module.at(line) for name, line in found.items()}


def _is_to_be_filled(value: ast.expr | None) -> bool:
    match value:
        case ast.List(elts=[]) | ast.Dict(keys=[]):
            return True
        case ast.Call(func=func, args=args):
            return dotted(func).rpartition(".")[2] in CONTAINERS and not args
    return False


def _changed_by(function: Function) -> list[tuple[str, int]]:
    local = {a.arg for a in ast.walk(function.args) if isinstance(a, ast.arg)}
    local |= {n.id for n in ast.walk(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    changed = [
        (name, node.lineno) for node in ast.walk(function) if isinstance(node, ast.Global) for name in node.names
    ]
    for node in ast.walk(function):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=attr)) if attr in CHANGES_IN_PLACE:
                changed += [(name, node.lineno)] if name not in local else []
            case ast.Subscript(value=ast.Name(id=name), ctx=ast.Store() | ast.Del()):
                changed += [(name, node.lineno)] if name not in local else []
    return changed


def test_no_row_of_a_table_is_stale() -> None:
    below = [module for module in HOUSE_MODULES if module.room in {"services", "storage"}]
    users = {name for m in below for f in m.public_functions for name in (_where(m, f), _inside(m))}
    state = {name for module in HOUSE_MODULES for name in _changing_names(module)}
    imported = {(module.name, target) for module in HOUSE_MODULES for target, _, _ in ours(module)}

    assert set(WITHOUT_A_USER) <= users, sorted(set(WITHOUT_A_USER) - users)
    assert set(DOORS) <= set(_catch_alls()), sorted(set(DOORS) - set(_catch_alls()))
    assert set(MODULE_STATE) <= state, sorted(set(MODULE_STATE) - state)
    assert set(EXCEPTIONS_TO_THE_PLAN) <= imported, sorted(set(EXCEPTIONS_TO_THE_PLAN) - imported)
