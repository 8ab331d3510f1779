"""Looking at a file: what is shown is always about the file that was asked for."""

from __future__ import annotations

from typing import Any

from jury_desktop.domain.errors import Cancelled
from jury_desktop.mailbox import wire
from jury_desktop.services.preview import Drawer, Show
from jury_desktop.ui.looking import Look, Looked, look
from tests.builders import an_attachment
from tests.services.mailing import a_dossier
from tests.ui.doubles import DirectShell


class OutOfSight(Drawer):
    """Of a view that is hidden as soon as it opens a file."""

    def ask(self, do: str, *blobs: bytes, **head: Any) -> wire.Frame:
        raise Cancelled


def test_a_file_that_went_out_of_sight_does_not_leave_the_one_before_in_its_place() -> None:
    dossier, content = a_dossier(), b"%PDF-1.7"
    with dossier.change() as uow:
        uow.blobs.put(content)
        uow.journal.append("mail.imported", "mail", "x")
    wanted, shown = Look(an_attachment(content), OutOfSight()), list[Looked]()

    look(DirectShell(dossier), wanted, shown.append, "file")

    assert [(each.wanted, each.preview.show) for each in shown] == [(wanted, Show.NOTHING)]
