"""Opening an attachment to look at: its bytes come from the dossier, what they show from another process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jury_desktop.domain.errors import Cancelled
from jury_desktop.domain.mail import Attachment
from jury_desktop.domain.messages import say
from jury_desktop.services.candidacies import attachment_content
from jury_desktop.services.ports import Dossier
from jury_desktop.services.preview import Drawer, Preview, Show, preview
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area

tr = area("candidacies")


@dataclass(frozen=True, slots=True)
class Look:
    """A file to look at.

    :param drawer: of the view that shows it.
    :param find: texts of which the first that stands in it is looked for.
    """

    file: Attachment
    drawer: Drawer
    find: Sequence[str] = ()

    def fetch(self, dossier: Dossier, _context: JobContext) -> bytes:
        """What the file holds; nothing of one that is never opened."""
        return b"" if self.file.problem else attachment_content(dossier, self.file.sha256)


@dataclass(frozen=True, slots=True)
class Looked:
    """What can be shown of the file that was wanted."""

    wanted: Look
    preview: Preview


def look(shell: Shell, wanted: Look, done: Callable[[Looked], object], key: str) -> None:
    """Have a file opened, and ``done`` told what can be shown of it; under one ``key`` only of the last."""
    text = tr("Opening the attachment…")

    def fetched(content: bytes) -> None:
        def work(context: JobContext) -> Looked:
            with context.ending(wanted.drawer.stop):
                try:
                    return Looked(wanted, preview(wanted.file, content, wanted.drawer, wanted.find))
                except Cancelled:
                    if context.cancelled():
                        raise
                    # gone out of sight meanwhile: the file before it is not left standing in its place
                    return Looked(wanted, Preview(Show.NOTHING, why=say("intake.reader_stopped")))

        shell.run_drawing(work, done, key=f"{key}.look", text=text)

    shell.run_job(wanted.fetch, fetched, key=key, text=text)
