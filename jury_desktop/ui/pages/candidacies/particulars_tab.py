"""Gegevens: what the form says, each field with the line it came from; corrections are kept as you go."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.services.candidacies import Particulars, correct_candidacy, particulars_of, set_availability
from jury_desktop.services.candidacy_file import CandidacyDetails
from jury_desktop.ui.allowed import only_for
from jury_desktop.ui.pages.candidacies.availability import AvailabilityEditor
from jury_desktop.ui.pages.candidacies.choices import Choices
from jury_desktop.ui.pages.candidacies.source_field import SourceField
from jury_desktop.ui.pages.candidacies.words import field_names
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import label, rule
from jury_desktop.ui.widgets.challenge_picker import ChallengePicker
from jury_desktop.ui.widgets.form import line_edit, scroll, text_edit

tr = area("candidacies")

_LINES = ("organisation", "contact", "email", "phone", "address")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


class ParticularsTab(QWidget):
    """The particulars of one candidacy.

    :ivar edited: a correction to keep; carries the candidacy as it was and its :class:`Particulars`.
    :ivar source_wanted: the user wants to see where a value stands; carries the :class:`FieldValue`.
    :ivar availability_edited: another availability; carries the candidacy, stretches and preferred windows.
    """

    edited = Signal(object, object)
    source_wanted = Signal(object)
    availability_edited = Signal(object, object, object)

    def __init__(self, language: str) -> None:
        super().__init__()
        self._shown: Candidacy | None = None
        self._before: Particulars | None = None
        """What the fields said when they were filled; only what differs from it was changed by the user."""
        self._language = language
        self._fields: dict[str, SourceField] = {}
        self.lines: dict[str, QLineEdit] = {name: only_for(line_edit(), correct_candidacy) for name in _LINES}
        self.challenges = only_for(ChallengePicker(), correct_candidacy)
        self.municipalities = only_for(Choices(), correct_candidacy)
        self.partners = only_for(
            text_edit(suggestion=tr("One partner on each line"), lines=3), correct_candidacy
        )
        self.partners.setFixedHeight(self.partners.minimumHeight())
        self.availability = only_for(AvailabilityEditor(language), set_availability)
        self._fill()
        self._listen()

    def _fill(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 2, 10, 8)
        column.setSpacing(6)
        widgets: Mapping[str, QWidget] = {
            **self.lines,
            "challenges": self.challenges,
            "municipalities": self.municipalities,
            "partners": self.partners,
        }
        for name, text in field_names().items():
            self._fields[name] = SourceField(text, widgets[name])
            self._fields[name].source_wanted.connect(self.source_wanted)
            column.addWidget(self._fields[name])
        column.addWidget(rule())
        column.addWidget(label(tr("Availability for the pitch"), "heading"))
        column.addWidget(self.availability)
        column.addWidget(label(tr("Every change is kept at once. Ctrl+Z undoes it."), "small", wrap=True))
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll(inner, tr("Particulars")))

    def _listen(self) -> None:
        for field in (*self.lines.values(), self.partners):
            field.installEventFilter(self)
        self.challenges.changed.connect(self.commit)
        self.municipalities.changed.connect(self.commit)
        self.availability.edited.connect(self._availability_edited)

    # showing

    def show_details(self, details: CandidacyDetails) -> None:
        """Show a candidacy; what is being typed in the same one stays."""
        same = self._shown is not None and self._shown.id == details.candidacy.id
        typed = self._changed() if same else {}
        now = self._shown = details.candidacy
        self.challenges.offer({c.number: c.personas for c in details.call.challenges})
        names = dict.fromkeys((*details.call.municipalities, *now.municipalities))
        self.municipalities.offer({name: name for name in names})
        for name in field_names().keys() - typed.keys():
            self._put(name, getattr(now, name))
        before = {name: getattr(self._before, name) for name in typed}
        self._before = replace(self.entered(), **before)
        self._show_sources(details)
        self.availability.show_candidacy(details.call, now)

    def _put(self, name: str, value: object) -> None:
        if name in self.lines:
            self.lines[name].setText(", ".join(str(value).splitlines()))
            self.lines[name].setCursorPosition(0)
        elif isinstance(value, tuple):
            if name == "challenges":
                self.challenges.choose(value)
            elif name == "municipalities":
                self.municipalities.choose(value)
            else:
                self.partners.setPlainText("\n".join(value))

    def _show_sources(self, details: CandidacyDetails) -> None:
        found = {field.key: field for field in details.candidacy.current.fields}
        mends = {mend.name: mend for mend in details.mends}
        for name, field in self._fields.items():
            field.show_source(found.get(name), mends.get(name), name in details.missing, self._language)

    def go_to_source(self) -> None:
        """Show where the value of the field with the cursor stands."""
        for field in self._fields.values():
            if field.has_cursor():
                field.go_to_source()

    # editing

    def entered(self) -> Particulars:
        """What the fields say now."""
        lines = {name: field.text().strip() for name, field in self.lines.items()}
        partners = (line.strip() for line in self.partners.toPlainText().splitlines())
        return Particulars(
            **lines,
            challenges=self.challenges.chosen(),
            municipalities=self.municipalities.chosen(),
            partners=tuple(partner for partner in partners if partner),
        )

    def commit(self) -> None:
        """Keep what was entered, as far as it can be kept."""
        if self._shown is None or self._before is None:
            return
        wrong = self._show_problems(self.entered())
        changed = {name: value for name, value in self._changed().items() if name not in wrong}
        if changed:
            self._before = replace(self._before, **changed)
            was, self._shown = self._shown, replace(self._shown, **changed)
            self.edited.emit(was, particulars_of(self._shown))

    def _changed(self) -> dict[str, Any]:
        """What the user entered otherwise than it was shown, by name."""
        wanted = self.entered()
        names = (name for name in field_names() if getattr(wanted, name) != getattr(self._before, name))
        return {name: getattr(wanted, name) for name in names}

    def _show_problems(self, wanted: Particulars) -> frozenset[str]:
        problems = {}
        if not wanted.organisation:
            problems["organisation"] = tr("A candidacy needs the name of an organisation.")
        if wanted.email and not _EMAIL.fullmatch(wanted.email):
            problems["email"] = tr("This is not an e-mail address; it has not been kept yet.")
        for name in _LINES:
            self._fields[name].show_problem(problems.get(name, ""))
        return frozenset(problems)

    def _availability_edited(self) -> None:
        stretches, preferred = self.availability.stretches(), self.availability.preferred()
        self.availability_edited.emit(self._shown, stretches, preferred)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)
