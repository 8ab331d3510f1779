"""The versions of the plan: two of them beside each other, with why each pitch moved."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from jury_desktop.domain.call import SessionWindow
from jury_desktop.domain.pitch import StoredPlan
from jury_desktop.services.plan_restore import restore_plan
from jury_desktop.services.plan_versions import PlanVersions, Told, explained_changes
from jury_desktop.ui import theme
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.icons import set_icon
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.pages.planning.changes import ChangesView, Names
from jury_desktop.ui.pages.planning.restoring import PuttingBack
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.still import ChoiceBox
from jury_desktop.wording import moment

tr = area("planning")


class VersionsDialog(QDialog):
    """Begins with what is different since candidates were told, or since the version before."""

    def __init__(self, shell: Shell, found: PlanVersions, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, self._found = shell, found
        self.setWindowTitle(tr("Versions of the plan"))
        self.setModal(True)
        self.before, self.after = self._choice(tr("From version")), self._choice(tr("To version"))
        self.put_back = button("", self._put_back)
        self._putting = PuttingBack(shell, self.accept)
        self.view = ChangesView(
            Names(found.candidacies, found.jurors, shell.language, shell.words, _windows(found))
        )
        self._fill()
        newest = found.versions[0]
        earlier = found.told_before(newest) or (found.versions[1:2] or found.versions)[0]
        self.before.setCurrentIndex(found.versions.index(earlier))
        self.after.setCurrentIndex(0)
        for choice in (self.before, self.after):
            choice.currentIndexChanged.connect(self._compare)
        self.finished.connect(self.deleteLater)
        self._compare()
        self.view.table.setFocus()

    def _choice(self, name: str) -> QComboBox:
        made = ChoiceBox()
        made.setAccessibleName(name)
        for version in self._found.versions:
            made.addItem(self._named(version))
        return made

    def _named(self, stored: StoredPlan) -> str:
        language = self._shell.language
        made = moment(stored.created_at.replace(second=0, microsecond=0), language)
        by_hand = stored.version in self._found.by_hand
        text = tr("Version {number} · {moment}").format(number=stored.version, moment=made)
        if by_hand:
            text += " · " + tr("moved by hand")
        if stored.communicated_at is not None:
            text += " · " + tr("communicated")
        return text

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(label(self.windowTitle(), "title"))
        column.addLayout(
            row(label(tr("From"), "muted"), self.before, label(tr("to"), "muted"), self.after, None)
        )
        column.addWidget(self.view, 1)
        column.addLayout(row(self.put_back, None, button(tr("Close"), self.accept)))
        base = theme.metrics().base
        self.resize(base * 78, base * 46)

    def _offer(self, version: StoredPlan) -> None:
        """The version that one comes from can be put back, but for the one that counts."""
        self.put_back.setText(tr("Put version {number} back…").format(number=version.version))
        set_icon(self.put_back, "history", "text")
        self.put_back.setVisible(version is not self._found.versions[0])

    @asks(restore_plan)
    def _put_back(self) -> None:
        self._putting.begin(self._found.versions[self.before.currentIndex()])

    def _compare(self) -> None:
        before = self._found.versions[self.before.currentIndex()]
        after = self._found.versions[self.after.currentIndex()]
        by_hand = self._found.moved_by_hand(before, after)
        self._offer(before)
        self.view.show_waiting(tr("The planner is looking why…"))

        def work(context: JobContext) -> tuple[Told, ...]:
            return explained_changes(
                before.plan, after.instance, after.plan, by_hand, context.progress, context.cancelled
            )

        def done(told: tuple[Told, ...]) -> None:
            self.view.show_changes(told, before.plan, after.plan)

        self._shell.run_calculation(
            work, done, key="planning-versions", text=tr("Looking why pitches moved…")
        )


def _windows(found: PlanVersions) -> tuple[SessionWindow, ...]:
    """The sessions of every version, as the newest that has them knows them."""
    known = {window.id: window for it in reversed(found.versions) for window in it.instance.windows}
    return tuple(known.values())
