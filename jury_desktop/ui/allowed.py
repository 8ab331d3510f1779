"""What somebody may only read is off, in one way: a control says which services it asks for.

What each service needs stands beside it (``services/admission.py``) and is not said again here: a handler
wears :func:`asks`, a field is made with :func:`only_for`. Once such a control is shown it looks up in whose
window it stands; where its service would refuse, it is off and says why, to the eye and to a screen reader.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from jury_desktop.domain.messages import Message
from jury_desktop.services.admission import need_of, obstacle
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.actions import Action
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from jury_desktop.ui.pages.base import Page

Service = Callable[..., object]
F = TypeVar("F", bound=Callable[..., object])
W = TypeVar("W", bound=QWidget)

_ASKS = "__asks__"
"""The attribute of a handler that holds the services it asks for."""
_LOOKS = frozenset(
    {QEvent.Type.Show, QEvent.Type.EnabledChange, QEvent.Type.ReadOnlyChange, QEvent.Type.ToolTipChange}
)
"""When a control may have become what it should not be."""


def asks(*services: Service) -> Callable[[F], F]:
    """Declares for which services of the dossier a handler asks, or leads to: all have to be allowed."""
    for service in services:
        need_of(service)

    def declare(handler: F) -> F:
        setattr(handler, _ASKS, services)
        return handler

    return declare


def asked_by(handler: object) -> tuple[Service, ...]:
    """The services that a handler asks for."""
    while isinstance(handler, partial):
        handler = handler.func
    found: tuple[Service, ...] = getattr(handler, _ASKS, ())
    return found


def only_for(control: W, *services: Service) -> W:
    """A control that is of use only to who may ask for these services; returns it.

    A field for text can still be read and copied from, anything else is off with all that stands in it. Asked
    again, other services take the place of those from before.
    """
    if (watch := _watch_of(control)) is not None:
        watch.services = services
        watch.look_up(control)
    elif services:
        _Watch(control, services)
    return control


def why_not(shell: Shell, services: Sequence[Service]) -> str:
    """Why whoever sits there is refused one of these services, in their language; empty when they are not."""
    found = first_obstacle(shell.dossier, services)
    return shell.words(found) if found is not None else ""


def first_obstacle(dossier: Dossier | None, services: Sequence[Service]) -> Message | None:
    """The first reason why one of these services would refuse; None when all are allowed."""
    if dossier is None:
        return None
    found = (obstacle(service, dossier.who, dossier.store.read_only) for service in services)
    return next((each for each in found if each is not None), None)


def may(place: QObject, *services: Service) -> bool:
    """Whether whoever sits at a widget may ask for these services; outside a window everybody may."""
    shell = _shell_around(place)
    return shell is None or first_obstacle(shell.dossier, services) is None


def stopped(place: QObject, *services: Service) -> bool:
    """Whether a key or a drag asks for what is refused here; why is said at once, before anything opens."""
    shell = _shell_around(place)
    found = first_obstacle(shell.dossier, services) if shell is not None else None
    if shell is not None and found is not None:
        shell.notify(Notice(found, Tone.WARN, topic="refused"))
    return found is not None


def is_shut(control: QWidget) -> bool:
    """Whether a control is off because who sits there may not ask for what it does."""
    watch = _watch_of(control)
    return watch is not None and bool(watch.why)


def allowed(page: Page, actions: Sequence[Action]) -> tuple[Action, ...]:
    """The actions of a page; those of which a service is refused are off and say why."""
    return tuple(_as_allowed(page.shell, action) for action in actions)


def _as_allowed(shell: Shell, action: Action) -> Action:
    why = why_not(shell, asked_by(action.run))
    return replace(action, enabled=False, tip=why) if why else action


def _shell_around(place: QObject | None) -> Shell | None:
    """The window as what stands around a control knows it: its page, or the window itself."""
    while place is not None:
        found: Shell | None = getattr(place, "shell", None)
        if found is not None:
            return found
        place = place.parent()
    return None


class _Watch(QObject):
    """Keeps one control off, whatever its page makes of it.

    :ivar services: what the control asks for.
    :ivar why: the reason to keep it off; empty as long as it may be used.
    """

    def __init__(self, control: QWidget, services: Sequence[Service]) -> None:
        super().__init__(control)
        self.services = services
        self.why = ""
        self._busy = False
        control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _LOOKS and isinstance(watched, QWidget) and not self._busy:
            if event.type() == QEvent.Type.Show:
                self.look_up(watched)
            self._keep_off(watched)
        return False

    def look_up(self, control: QWidget) -> None:
        """Look what holds in the window that the control stands in."""
        shell = _shell_around(control)
        self.why = why_not(shell, self.services) if shell is not None else ""

    def _keep_off(self, control: QWidget) -> None:
        if self.why:
            self._busy = True  # what follows tells of itself
            _shut(control, self.why)
            self._busy = False


def _watch_of(control: QWidget) -> _Watch | None:
    found = control.findChild(_Watch, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, _Watch) else None


def _shut(control: QWidget, why: str) -> None:
    if isinstance(control, (QLineEdit, QPlainTextEdit)):
        control.setReadOnly(True)
    else:
        control.setEnabled(False)
    control.setToolTip(why)
    control.setAccessibleDescription(why)
