"""One consistent piece of work on a dossier, and the guard that nothing changes unrecorded."""

from __future__ import annotations

import json
from functools import cached_property

from sqlalchemy import Connection

from jury_desktop.domain.account import Account
from jury_desktop.domain.call import Call
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.closing_days import OWN, in_setting, with_closing_days
from jury_desktop.domain.conflict import Conflict
from jury_desktop.domain.decision import Decision
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.meeting import Meeting
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.packet import IssuedPacket
from jury_desktop.domain.pitch import StoredPlan
from jury_desktop.domain.pitch_windows import KeptWindow, with_windows
from jury_desktop.domain.practice import Practice, PracticeSheet
from jury_desktop.domain.rebuttal import Rebuttal
from jury_desktop.domain.role import Role
from jury_desktop.domain.session import PitchRun
from jury_desktop.domain.sheet import Sheet
from jury_desktop.domain.talk import Talk
from jury_desktop.storage.accounts import ACCOUNTS
from jury_desktop.storage.blobs import SqlBlobs
from jury_desktop.storage.candidacies import CANDIDACIES
from jury_desktop.storage.collection import Kind, SqlCollection, T
from jury_desktop.storage.decisions import DECISIONS
from jury_desktop.storage.earlier_seals import DOUBTFUL, doubtful
from jury_desktop.storage.guard import Guard
from jury_desktop.storage.journal import SqlJournal
from jury_desktop.storage.jurors import CONFLICTS, JURORS
from jury_desktop.storage.letters import LETTERS, REBUTTALS
from jury_desktop.storage.mails import SqlMails
from jury_desktop.storage.packets import PACKETS
from jury_desktop.storage.plans import PLANS
from jury_desktop.storage.practice import PRACTICE_SHEETS, PRACTICES
from jury_desktop.storage.seal_check import is_sealed, mark_sealed, may_be_sealed, unlike_before
from jury_desktop.storage.seals import Seals
from jury_desktop.storage.server.people import has_role
from jury_desktop.storage.sessions import RUNS
from jury_desktop.storage.settings import SqlSettings
from jury_desktop.storage.sheets import SHEETS
from jury_desktop.storage.talks import MEETINGS, TALKS
from jury_desktop.storage.windows import WINDOWS


class SqlUnitOfWork:
    """See ``services.ports.UnitOfWork``."""

    def __init__(self, connection: Connection, call: Call, guard: Guard) -> None:
        self._connection = connection
        self._guard = guard
        self._call = call
        self._seals = Seals(connection)

    @cached_property
    def call(self) -> Call:
        own = in_setting(self.settings.get(OWN))
        return with_closing_days(with_windows(self._call, self.windows.find()), own)

    @cached_property
    def windows(self) -> SqlCollection[KeptWindow]:
        return self._collection(WINDOWS)

    @cached_property
    def candidacies(self) -> SqlCollection[Candidacy]:
        return self._collection(CANDIDACIES)

    @cached_property
    def jurors(self) -> SqlCollection[Juror]:
        return self._collection(JURORS)

    @cached_property
    def conflicts(self) -> SqlCollection[Conflict]:
        return self._collection(CONFLICTS)

    @cached_property
    def sheets(self) -> SqlCollection[Sheet]:
        return self._collection(SHEETS)

    @cached_property
    def plans(self) -> SqlCollection[StoredPlan]:
        return self._collection(PLANS)

    @cached_property
    def decisions(self) -> SqlCollection[Decision]:
        return self._collection(DECISIONS)

    @cached_property
    def letters(self) -> SqlCollection[Letter]:
        return self._collection(LETTERS)

    @cached_property
    def rebuttals(self) -> SqlCollection[Rebuttal]:
        return self._collection(REBUTTALS)

    @cached_property
    def packets(self) -> SqlCollection[IssuedPacket]:
        return self._collection(PACKETS)

    @cached_property
    def runs(self) -> SqlCollection[PitchRun]:
        return self._collection(RUNS)

    @cached_property
    def talks(self) -> SqlCollection[Talk]:
        return self._collection(TALKS)

    @cached_property
    def meetings(self) -> SqlCollection[Meeting]:
        return self._collection(MEETINGS)

    @cached_property
    def practices(self) -> SqlCollection[Practice]:
        return self._collection(PRACTICES)

    @cached_property
    def practice_sheets(self) -> SqlCollection[PracticeSheet]:
        return self._collection(PRACTICE_SHEETS)

    @cached_property
    def accounts(self) -> SqlCollection[Account]:
        return self._collection(ACCOUNTS)

    def enters_as(self, role: Role) -> bool:
        if self.accounts.find(role=role):
            return True
        return self._connection.dialect.name != "sqlite" and has_role(self._connection, role)

    @cached_property
    def mails(self) -> SqlMails:
        return SqlMails(self._connection, self.blobs, self._guard.altering, self._seals)

    @cached_property
    def blobs(self) -> SqlBlobs:
        return SqlBlobs(self._connection, self._guard.altering, self._seals)

    @cached_property
    def settings(self) -> SqlSettings:
        return SqlSettings(self._connection, self._guard.altering, self._seals)

    @cached_property
    def journal(self) -> SqlJournal:
        return SqlJournal(self._connection, self._guard.recording, self._seals)

    @property
    def wants_seals(self) -> bool:
        """Whether an earlier version of the program made the seals, or none."""
        return not is_sealed(self._connection) and may_be_sealed(self._connection)

    def seal_all(self) -> None:
        """Seals every object as it stands now, but for those that something else had changed before: the
        check goes on to find these. The event says how many were not what their last seal said, most often
        since their tables changed with the version of the program."""
        self._guard.altering()
        unlike = unlike_before(self._connection)
        mark_sealed(self._connection)
        self._seals.put_all(but=doubtful(self.settings.get(DOUBTFUL)))
        self.journal.append("dossier.sealed", "dossier", self._call.id, new=json.dumps(unlike))

    def _collection(self, kind: Kind[T]) -> SqlCollection[T]:
        return SqlCollection(self._connection, kind, self._guard.altering, self._seals)
