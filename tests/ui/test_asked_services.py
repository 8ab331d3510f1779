"""Which services the controls of the window name; they are rightly off where a dossier is only read."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from jury_desktop import services
from jury_desktop.domain.rights import READING
from jury_desktop.services.admission import need_of
from tests.architecture.checkout import ROOT

Service = Callable[..., object]
NAMING = frozenset({"asks", "only_for", "may", "stopped"})
"""What names services in the source of the window."""
TOGETHER = frozenset({"draft_request", "draft_copy_request", "holding", "make_backup", "take_back_event"})
"""What begins something that changes the dossier, or does so by another's hand; a backup is for who works in
the dossier to make: who only reads it saves a copy."""


def named_services() -> Mapping[str, Service]:
    """Every service that a control of the window asks for, by its name."""
    found: dict[str, Service] = {}
    for file in sorted((ROOT / "jury_desktop" / "ui").rglob("*.py")):
        names = set(_names(ast.parse(file.read_text(encoding="utf-8"))))
        if names:
            module = importlib.import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))
            known = {name: getattr(module, name, None) for name in names}
            found |= {name: each for name, each in known.items() if inspect.isfunction(each)}
    return found


def _names(tree: ast.Module) -> Iterator[str]:
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in NAMING:
            yield from (each.id for each in call.args if isinstance(each, ast.Name))


def changes(service: Service, seen: frozenset[Service] = frozenset()) -> bool:
    """Whether a service, or one of ours that it calls by its name, opens a piece of work that changes."""
    bare = inspect.unwrap(service)
    source = inspect.getsource(bare)
    if ".change(" in source or ".turning(" in source:
        return True
    names = {each.id for each in ast.walk(ast.parse(source)) if isinstance(each, ast.Name)} - {bare.__name__}
    called = [bare.__globals__.get(name) for name in sorted(names)]
    ours = [each for each in called if inspect.isfunction(each) and _is_ours(each) and each not in seen]
    return any(changes(each, seen | {bare, *ours}) for each in ours)


def _is_ours(function: Service) -> bool:
    return Path(inspect.getfile(inspect.unwrap(function))).parent == Path(services.__path__[0])


def test_what_is_off_because_a_dossier_is_only_read_would_change_it() -> None:
    asked = named_services()
    off = {name for name, service in asked.items() if need_of(service).right not in READING}

    assert {name for name in off if not changes(asked[name])} == TOGETHER
    assert len(off) > 90
