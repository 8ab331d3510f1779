"""Weerwoord: the days on which the service is closed, and what they do to a term."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.term import Channel, Communication
from jury_desktop.services.dossier_settings import DossierSettings, save_closing_days
from jury_desktop.services.terms import term_if
from jury_desktop.ui.allowed import asks, only_for
from jury_desktop.ui.operations import Operation, Subject, calling
from jury_desktop.ui.pages.settings.section import Section
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, clear, icon_button, label, note, row
from jury_desktop.ui.widgets.form import Field
from jury_desktop.ui.widgets.moments import day_edit, day_of
from jury_desktop.ui.widgets.typed_over import take_all
from jury_desktop.wording import day

tr = area("settings")

CHANGES = frozenset({Subject.SETTINGS, Subject.LETTER, Subject.REBUTTAL})
LONG = "EEEE d MMMM y"


class TermSection(Section):
    """The closing days of the dossier, stretch by stretch: added from a day until a day, taken away whole."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(
            tr("Rebuttal term"),
            tr(
                "A term never ends on a Saturday, a Sunday or a legal holiday, where the call says so. Add "
                "the days on which your service is closed besides. A running term gets longer, never "
                "shorter than its letter says."
            ),
        )
        self._shell = shell
        self._kept: tuple[date, ...] = ()
        today = shell.now().astimezone(BRUSSELS).date()
        self.first, self.last = (only_for(day_edit(today), save_closing_days) for _ in range(2))
        self.add = button(tr("Add"), self._add, icon="plus")
        self.first.dateChanged.connect(self._first_chosen)
        self._days = QVBoxLayout()
        self._days.setSpacing(4)
        self._from_call = label("", "small", wrap=True)
        self._example = note("")
        self._fill()

    def _fill(self) -> None:
        fields = Field(tr("Closed from"), self.first), Field(tr("Until and including"), self.last)
        self.body.addWidget(label(tr("Closing days"), "heading"))
        self.body.addLayout(self._days)
        self.body.addWidget(self._from_call)
        self.body.addLayout(row(*fields, None, spacing=16))
        self.body.addLayout(row(self.add, None))
        self.body.addWidget(self._example)
        self.body.addStretch(1)

    def show_settings(self, shown: DossierSettings) -> None:
        """Show the days that are kept, and when a term that begins today would end."""
        self._kept = shown.closing_days
        clear(self._days)
        for stretch in stretches(self._kept):
            self._days.addWidget(self._line(stretch))
        if not self._kept:
            self._days.addWidget(label(tr("None of your own yet."), "muted"))
        of_call = [each for each in shown.call.rebuttal.extra_closing_days if each not in self._kept]
        told = ", ".join(day(each, self._shell.language) for each in of_call)
        self._from_call.setText(tr("By the call also closed: {days}").format(days=told))
        self._from_call.setVisible(bool(of_call))
        self._tell_example(shown)

    def _tell_example(self, shown: DossierSettings) -> None:
        today = self._shell.now().astimezone(BRUSSELS).date()
        end = term_if(shown.call, Communication(today, Channel.EMAIL)).last_moment
        text = tr("A decision that leaves today by e-mail can be answered until {day}, {hour}.")
        last = day(end.date(), self._shell.language, LONG)
        self._example.setText(text.format(day=last, hour=f"{end:%H:%M}"))

    def _line(self, stretch: tuple[date, date]) -> QWidget:
        first, last = (day(each, self._shell.language, LONG) for each in stretch)
        text = first if first == last else tr("{first} until {last}").format(first=first, last=last)
        away = icon_button("x", tr("Take away: {days}").format(days=text), partial(self._take_away, stretch))
        holder = QWidget()
        holder.setLayout(row(label(text), away, None))
        return holder

    def _first_chosen(self) -> None:
        """Most often it is one day."""
        if self.last.date() < self.first.date():
            self.last.setDate(self.first.date())

    @asks(save_closing_days)
    def _add(self) -> None:
        if take_all(self.first, self.last):
            first, last = sorted((day_of(self.first), day_of(self.last)))
            self._keep({*self._kept, *_between(first, last)})

    @asks(save_closing_days)
    def _take_away(self, stretch: tuple[date, date]) -> None:
        self._keep(set(self._kept) - set(_between(*stretch)))

    def _keep(self, days: Iterable[date]) -> None:
        self._shell.run_operation(
            Operation(
                tr("Change the closing days"),
                calling(save_closing_days, tuple(days)),
                CHANGES,
                lambda before: calling(save_closing_days, before),
            )
        )


def stretches(days: Iterable[date]) -> list[tuple[date, date]]:
    """Days that follow each other as a first and a last day."""
    found: list[tuple[date, date]] = []
    for each in sorted(days):
        if found and each - found[-1][1] == timedelta(days=1):
            found[-1] = found[-1][0], each
        else:
            found.append((each, each))
    return found


def _between(first: date, last: date) -> tuple[date, ...]:
    return tuple(first + timedelta(days=number) for number in range((last - first).days + 1))
