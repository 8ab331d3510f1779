"""When a message arrived: the moment by two clocks, the verdict with its rule, and every trace of its way."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jury_desktop.domain.arrival import grounds
from jury_desktop.domain.entry import BRINGS, Placed
from jury_desktop.domain.mail import Arrival, Evidence, EvidenceKind
from jury_desktop.services.proof import state_arrival
from jury_desktop.ui.allowed import only_for
from jury_desktop.ui.pages.candidacies.words import evidence_names, pill, verdict_pill
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row, stack
from jury_desktop.wording import moment, render

tr = area("candidacies")


class ArrivalView(QWidget):
    """The proof of arrival of one message.

    :param deadline: what it had to make; None leaves the rule unsaid.
    :param guessed: whether nobody has confirmed yet that the server which proves it is our own.
    :ivar establish_wanted: the regisseur wants to say when it arrived; a proof can be wrong as well.
    """

    establish_wanted = Signal()

    def __init__(self, placed: Placed, deadline: datetime | None, language: str, *, guessed: bool) -> None:
        super().__init__()
        self._language = language
        arrival = placed.mail.arrival
        judged = placed.kind in BRINGS or arrival.at is not None
        self._column = stack(self._head(placed, judged), spacing=6)
        if deadline is not None and judged:
            rule = render(grounds(arrival, deadline), language)
            self._column.addWidget(label(rule, wrap=True, select=True))
        self._prove(arrival, guessed)
        if placed.kind in BRINGS:
            wanted = button(tr("Establish the arrival…"), self.establish_wanted.emit, part="link")
            establish = only_for(wanted, state_arrival)
            self._column.addLayout(row(establish, None))
        self.setLayout(self._column)

    def _head(self, placed: Placed, judged: bool) -> QWidget:
        at = placed.mail.arrival.at
        said = both_clocks(at, self._language) if at else tr("No proof of arrival")
        head: list[QWidget] = [label(tr("Arrival"), "strong"), label(said, select=True)]
        if judged:
            head.append(pill(verdict_pill(placed.entry.verdict)))
        holder = QWidget()
        holder.setLayout(row(*head, None, spacing=10))
        return holder

    def _prove(self, arrival: Arrival, guessed: bool) -> None:
        if arrival.decisive is not None:
            unsure = guessed and arrival.decisive.kind is EvidenceKind.OWN_RECEIVED
            kind = tr("the last mail server; confirm that it is your own") if unsure else ""
            proof = tr("Proof: {kind}").format(kind=kind or evidence_names()[arrival.decisive.kind])
            self._column.addWidget(label(proof, "muted", wrap=True, select=True))
            self._column.addWidget(raw_line(arrival.decisive.raw))
        others = [found for found in arrival.evidence if found != arrival.decisive]
        if others:
            self._column.addWidget(Traces(others, self._language))
        if arrival.evidence:
            said = tr("A file shows consistency, not authenticity.")
            self._column.addWidget(label(said, "small", wrap=True))


class Traces(QWidget):
    """The other traces of a message's way, folded up: they are shown, but decide nothing."""

    def __init__(self, traces: list[Evidence], language: str) -> None:
        super().__init__()
        self._body = QWidget()
        lines = [part for trace in traces for part in (self._name(trace, language), raw_line(trace.raw))]
        self._body.setLayout(stack(*lines, spacing=4))
        self._body.hide()
        self.toggle = button(
            tr("%n other traces; these do not decide", "", len(traces)), self._toggle, part="link"
        )
        self.toggle.setCheckable(True)
        self.setLayout(stack(row(self.toggle, None), self._body, spacing=4))

    def _name(self, trace: Evidence, language: str) -> QWidget:
        at = both_clocks(trace.at, language) if trace.at else tr("no moment with a known time zone")
        return label(f"{evidence_names()[trace.kind]}: {at}", wrap=True)

    def _toggle(self) -> None:
        self._body.setVisible(self.toggle.isChecked())


def both_clocks(at: datetime, language: str) -> str:
    """ "2 juni 2023 23:58:10 (21:58:10 UTC)": by the clock of Brussels, with the clock all servers share."""
    return f"{moment(at, language)} ({at.astimezone(UTC):%H:%M:%S} UTC)"


def raw_line(text: str) -> QWidget:
    """Raw text of a header, as it stood in the message."""
    return label(" ".join(text.split()), "small", wrap=True, select=True)
