"""What the user changes in the sessions, each with its way back."""

from __future__ import annotations

from collections.abc import Callable

from jury_desktop.domain.call import SessionWindow
from jury_desktop.services.session_windows import (
    WindowEffect,
    WindowsChange,
    change_window,
    take_back_windows,
)
from jury_desktop.services.window_answers import mark_answered
from jury_desktop.ui.operations import EVERYTHING, Always, Operation, Verb, calling
from jury_desktop.ui.pages.planning.sessions.words import asking, changed_rooms, title_text
from jury_desktop.ui.text import area

tr = area("windows")


def changing(
    effect: WindowEffect, reason: str, language: str, told: Callable[[object], object] | None
) -> Operation[WindowsChange]:
    """Add, change or remove a session.

    :param told: called when it has happened, and when it was undone.
    """
    key, shown = effect.old.id if effect.old else "", effect.new or effect.old
    assert shown is not None
    title = title_text(shown, language)
    verb = calling(change_window, key, effect.new, reason)
    return Operation(
        _text(effect).format(session=title),
        verb,
        EVERYTHING,
        _back,
        done=told,
        said=Always(_said(effect, title)),
        undone=told,
    )


def answering(window: SessionWindow, language: str) -> Operation[WindowsChange]:
    """Note that everybody has answered about a session."""
    title = title_text(window, language)
    return Operation(
        tr("Answers about the session of {session}").format(session=title),
        calling(mark_answered, window.id),
        EVERYTHING,
        _back,
        said=Always(tr("Noted: all jurors have answered about {session}.").format(session=title)),
    )


def _back(change: WindowsChange) -> Verb[None]:
    return calling(take_back_windows, change)


def _text(effect: WindowEffect) -> str:
    if effect.new is None:
        return tr("Remove the session of {session}")
    return tr("Add the session of {session}") if effect.old is None else tr("Change the session to {session}")


def _said(effect: WindowEffect, title: str) -> str:
    if effect.new is None:
        text = tr("The session of {session} has been removed.")
    elif effect.old is None:
        text = tr("The session of {session} has been added.")
    else:
        text = tr("The session is now {session}.")
    said = [text.format(session=title), changed_rooms(effect)]
    if effect.loose:
        said.append(tr("%n pitches need another place: plan again.", "", len(effect.loose)))
    if effect.ask:
        said.append(asking(effect))
    return " ".join(filter(None, said))
