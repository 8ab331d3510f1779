"""Opening, making and closing a dossier from the window."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from jury_desktop.domain.call import Call
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.services.calls import is_example, load_call, shipped_calls
from jury_desktop.services.packet_desk import is_packet
from jury_desktop.services.packets import PACKET_SUFFIX
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.connecting import Connecting
from jury_desktop.ui.dialogs.passphrase_dialog import PassphraseDialog
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.recovery import DAMAGED, LOCKED_AWAY, NO_DOSSIER, Recovery
from jury_desktop.ui.shell import Answer, Choice, Notice, Question
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.unlocking import Found, Unlocking
from jury_desktop.ui.window_shell import WindowShell
from jury_desktop.ui.wiring import Wiring

tr = area("shell")

SUFFIX = ".jury"
_PASSWORD = re.compile(r"(?<=[?&])password=[^&]*&?")
NEEDS_PASSWORD = "server.password_needed"
"""What a server answers that wants a password, when none is given."""
OWN = ""
"""Stands for a call file of the user's own among the names of the shipped calls."""


class Host(Protocol):
    """What the ways to a dossier ask of the window."""

    def show_dossier(self, dossier: Dossier) -> None:
        """Take this dossier instead of the one that was open."""

    def show_opening(self, under_way: bool) -> None:
        """Somebody waits for a dossier, or does no more."""

    def may_leave(self) -> bool:
        """Whether the page on show lets go; it keeps or asks what has to be kept first."""


class Opening:
    """The ways to a dossier; each ends in the window or in a notice that says why not."""

    def __init__(self, shell: WindowShell, wiring: Wiring, window: Host) -> None:
        self._shell = shell
        self._wiring = wiring
        self._window = window
        self._place = ""
        self._call = ""
        self._then: Callable[[], object] | None = None
        self._recovery = Recovery(shell, self)

    def open(self, place: str, then: Callable[[], object] | None = None) -> None:
        """Open the dossier at a path or ``postgresql://`` address; ``then`` is called once it is shown."""
        if not self._window.may_leave():
            return
        user = self._shell.user
        self._place, self._then = place, then
        if is_packet(place):
            self._ask_for_packet(place)
            return
        self._window.show_opening(True)
        self._shell.jobs.submit(
            lambda _: (self._wiring.open(place, user), lasting(place)),
            self._opened,
            text=tr("Opening {name}…").format(name=Path(place).name),
            failed=self._refused,
            ended=self._ended,
        )

    def _ask_for_packet(self, place: str) -> None:
        """The packet of a juror opens with the words that came with it."""
        self._ask(
            self._shell.ask_passphrase(Path(place).name),
            lambda words: (self._wiring.open_packet(place, words), lasting(place)),
        )

    def _ask_for_dossier(self, place: str) -> None:
        """A dossier with a passphrase opens with that, or with its recovery key."""
        user, open_locked = self._shell.user, self._wiring.open_locked
        assert open_locked is not None  # whoever opens files opens those
        dialog, why = self._shell.ask_secret(Path(place).name), say(LOCKED_AWAY, name=Path(place).name)
        dialog.stuck.connect(lambda: self._recovery.offer(why, place))
        self._ask(dialog, lambda words: (open_locked(place, words, user), lasting(place)))

    def _ask(self, dialog: PassphraseDialog, open_with: Callable[[str], Found]) -> None:
        text = tr("Opening {name}…").format(name=Path(self._place).name)
        Unlocking(self._shell, dialog, self._opened, self._refused).ask(open_with, text)

    def _ask_for_server(self, address: str) -> None:
        """A server opens with an address and a password."""
        dialog, user = self._shell.ask_server(address), self._shell.user
        dialog.given.connect(self._server_given)
        Connecting(self._shell, dialog, self._opened).ask(
            lambda place, words: (self._wiring.open_server(place, words, user), lasting(place))
        )

    def _server_given(self, place: str, _password: str) -> None:
        self._place = place

    def choose_server(self) -> None:
        """Let the user connect to a dossier on a server."""
        if self._window.may_leave():
            self._then = None
            self._ask_for_server("")

    def choose(self) -> None:
        """Let the user choose a dossier file."""
        filters = tr("Dossiers and packets") + f" (*{SUFFIX} *{PACKET_SUFFIX})"
        self._shell.pick_open(tr("Open a dossier"), filters, self._picked)

    def choose_packet(self) -> None:
        """Let a juror choose the packet that the officer gave."""
        filters = tr("Packets") + f" (*{PACKET_SUFFIX})"
        self._shell.pick_open(tr("Open a packet"), filters, self._picked)

    def _picked(self, files: Sequence[Path]) -> None:
        self.open(str(files[0]))

    def create_new(self) -> None:
        """Make a dossier; the user says for which call. The invented ones come last."""
        calls = {name: load_call(name) for name in shipped_calls()}
        names = sorted(calls, key=lambda name: is_example(calls[name]))
        choices = [Choice(name, call_title(calls[name])) for name in names]
        own = Choice(OWN, tr("With a call file of your own…"))
        question = Question(tr("New dossier"), tr("For which call?"), (*choices, own))
        self._shell.ask(question, self._answered)

    def _answered(self, answer: Answer) -> None:
        if answer.choice == OWN:
            self.create_from_file()
        else:
            self.create(answer.choice)

    def create(self, call: str) -> None:
        """Make a dossier from a call (its shipped name, or a path); the user says where."""
        self._call = call
        name = f"{Path(call).stem}{SUFFIX}"
        self._shell.pick_save(tr("New dossier"), tr("Dossiers") + f" (*{SUFFIX})", name, self._place_chosen)

    def create_from_file(self) -> None:
        """Make a dossier from a call file of the user's own."""
        filters = tr("Call files") + " (*.toml)"
        self._shell.pick_open(tr("Choose a call file"), filters, self._call_chosen)

    def _call_chosen(self, files: Sequence[Path]) -> None:
        """A file with mistakes is refused now, before anybody thinks about where the dossier goes."""
        file = str(files[0])
        self._shell.jobs.submit(lambda _: (load_call(file), file)[1], self.create)

    def _place_chosen(self, place: Path) -> None:
        if not self._window.may_leave():
            return
        user, call = self._shell.user, self._call
        self._place, self._then = str(place), None
        self._window.show_opening(True)
        self._shell.jobs.submit(
            lambda _: (self._wiring.create(str(place), call, user), lasting(str(place))),
            self._opened,
            text=tr("Making {name}…").format(name=place.name),
            ended=self._ended,
        )

    @property
    def has_sample(self) -> bool:
        """Whether there is a sample to try things on."""
        return self._wiring.sample is not None

    def make_sample(self) -> None:
        """Make the sample in the midst of the written round; the user says where."""
        title, filters = tr("Where does the sample go?"), tr("Dossiers") + f" (*{SUFFIX})"
        self._shell.pick_save(title, filters, f"{tr('sample', 'file name')}{SUFFIX}", self._sample_placed)

    def _sample_placed(self, place: Path) -> None:
        make, user = self._wiring.sample, self._shell.user
        if make is None or not self._window.may_leave():
            return
        self._place, self._then = str(place), None
        self._window.show_opening(True)
        self._shell.jobs.submit(
            lambda _: (make(str(place), user), lasting(str(place))),
            self._opened,
            text=tr("Making {name}…").format(name=place.name),
            ended=self._ended,
        )

    def restore(self, copy: Path) -> None:
        """Put a copy in the place of the open dossier; when that cannot be, the dossier stays as it was."""
        dossier, make, user = self._shell.dossier, self._wiring.restore, self._shell.user
        if dossier is None or dossier.store.file is None or make is None or not self._window.may_leave():
            return
        place = str(dossier.store.file)

        def work(context: JobContext) -> tuple[Dossier, str]:
            dossier.store.close()
            return make(place, copy, user, context.progress), lasting(place)

        self._place, self._then = place, self._tell_restored
        text = tr("Putting back {name}…").format(name=copy.name)
        self._shell.jobs.submit(work, self._opened, text=text, change=True, failed=self._not_restored)

    def put_back(self, place: str, copy: Path) -> None:
        """Put a copy in the place of a dossier that could not be opened, and open it."""
        make, user = self._wiring.restore, self._shell.user
        if make is None:
            return
        self._place, self._then = place, self._tell_restored
        text = tr("Putting back {name}…").format(name=copy.name)
        self._shell.jobs.submit(
            lambda context: (make(place, copy, user, context.progress), lasting(place)),
            self._opened,
            text=text,
            change=True,
        )

    def _not_restored(self, error: JuryError) -> None:
        """The dossier is as it was; it was let go of, so it is opened again before this is told. One with a
        passphrase was put back, and asks for it."""
        if error.message.key == LOCKED_AWAY:
            self._refused(error)
            return
        self.open(self._place, lambda: self._shell.notify(Notice(error.message, Tone.BAD)))

    def again(self) -> None:
        """Open the dossier that is open anew: who had it open may have closed it."""
        if (dossier := self._shell.dossier) is not None and dossier.store.file is not None:
            self.open(str(dossier.store.file))

    def _tell_restored(self) -> None:
        text = tr("The dossier is as in the copy again. What was there lies among the backups.")
        self._shell.notify(Notice(text, Tone.GOOD))

    def close(self) -> None:
        """Let go of the dossier that is open."""
        if (open_now := self._shell.dossier) is not None:
            self._shell.dossier = None
            self._shell.jobs.submit(lambda _: open_now.store.close())

    def _opened(self, found: tuple[Dossier, str]) -> None:
        dossier, place = found
        self.close()
        preferences = self._shell.preferences.without_recent(self._place)
        self._shell.save_preferences(preferences.with_recent(place))
        self._window.show_dossier(dossier)
        if self._then is not None:
            self._then()

    def _ended(self) -> None:
        self._window.show_opening(False)

    def _refused(self, error: JuryError) -> None:
        """A dossier with a passphrase asks for it, and a server for a password; one that is gone leaves the
        list of recent ones too."""
        if error.message.key == LOCKED_AWAY:
            self._ask_for_dossier(self._place)
            return
        if error.message.key == NEEDS_PASSWORD:
            self._ask_for_server(lasting(self._place))
            return
        self._shell.notify(Notice(error.message, Tone.BAD))
        place = self._place
        if error.message.key in {DAMAGED, NO_DOSSIER} and self._wiring.restore is not None:
            self._recovery.offer(error.message, place)
        elif "://" not in place:
            self._shell.jobs.submit(lambda _: gone_from(place), self._forget)

    def _forget(self, gone: tuple[str, ...]) -> None:
        preferences = self._shell.preferences
        rest = preferences.without_recent(*gone)
        if rest != preferences:
            self._shell.save_preferences(rest)


def lasting(place: str) -> str:
    """A path or address that says the same from every folder; of an address never the password."""
    scheme, found, rest = place.partition("://")
    if not found:
        return str(Path(place).resolve())
    who, at, where = rest.rpartition("@")
    where = _PASSWORD.sub("", where).rstrip("?&")
    return f"{scheme}://{who.partition(':')[0]}{at}{where}"


def gone_from(place: str) -> tuple[str, ...]:
    """The ways in which the list of recent dossiers may name a file that is no longer there."""
    return () if Path(place).exists() else (place, lasting(place))


def call_title(call: Call) -> str:
    """How a shipped call is offered to people: "Warme Oever · 2026 (example)"."""
    title = f"{call.short_title} · {call.year}"
    return tr("{call} (example)").format(call=title) if is_example(call) else title
