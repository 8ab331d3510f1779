"""One message beside the list: what it says of a message that nobody could read."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.mail import CUT_OFF, ONLY_BEGINNING, Mail, UnreadableMail
from jury_desktop.domain.messages import say
from jury_desktop.ui.pages.candidacies.message_view import Beside, MessageView
from tests.builders import a_mail, placed
from tests.ui.pages.driving import texts

pytestmark = pytest.mark.usefixtures("dutch")

DEADLINE = datetime(2023, 6, 2, 22, 0, tzinfo=UTC)
BROKEN = UnreadableMail("a" * 64, "05.eml", say("intake.wreck"), b"MIME")
FILM = UnreadableMail("b" * 64, "film.mp4", say("intake.no_mail", also=ONLY_BEGINNING), b"begin")
WHOLE = "Het bericht is bewaard zoals het binnenkwam."


def shown(qtbot: QtBot, mail: Mail | UnreadableMail, kind: EntryKind, **changes: Any) -> str:
    view = MessageView("nl")
    qtbot.addWidget(view)
    view.show_placed(placed(mail, kind, **changes), Beside(deadline=DEADLINE))
    view.show()
    return "\n".join([*texts(view), *(each.text() for each in view.findChildren(QAbstractButton))])


@pytest.mark.parametrize(("mail", "whole"), [(BROKEN, True), (FILM, False)])
def test_only_what_is_kept_whole_is_said_to_be(qtbot: QtBot, mail: UnreadableMail, whole: bool) -> None:
    said = shown(qtbot, mail, EntryKind.UNREADABLE, reason=mail.reason)

    assert (WHOLE in said, "Alleen de eerste megabyte is bewaard" in said) == (whole, not whole)
    assert ("Origineel bewaren…" in said, "Eerste megabyte bewaren…" in said) == (whole, not whole)


def test_a_message_that_breaks_off_says_so(qtbot: QtBot) -> None:
    said = shown(qtbot, a_mail(notes=(say(CUT_OFF),)), EntryKind.CANDIDACY)

    assert "Het bericht lijkt afgebroken: misschien ontbreekt een deel." in said
