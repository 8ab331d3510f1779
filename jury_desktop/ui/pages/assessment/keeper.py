"""Keeps the sheet on show: as it is typed, when it is submitted, and with a reason once it is sealed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.sheet import Sheet
from jury_desktop.services.scoring import SheetView, judge_newest, submit_sheet
from jury_desktop.services.veil import look_at_sheet, veiled
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.dialogs.compare_dialog import compare_versions
from jury_desktop.ui.final import Final
from jury_desktop.ui.operations import Always, Changes, Operation, Subject, Verb, calling
from jury_desktop.ui.pages.assessment import verbs
from jury_desktop.ui.pages.assessment.form import SheetForm
from jury_desktop.ui.pages.assessment.pending import filled_in, way_back
from jury_desktop.ui.pages.assessment.soon import Soon
from jury_desktop.ui.pages.assessment.words import whether_goals_stay_open, whether_to_look, why_changed
from jury_desktop.ui.shell import Answer, Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone

tr = area("assessment")
T = TypeVar("T")

CROSSED = "scoring.changed_elsewhere"
KNOWN = 50
"""States of the sheet on show that are remembered: what another program kept is in none of them."""
SHEET: Changes = frozenset({Subject.SHEET})


class SheetKeeper(QObject):
    """Joins the form to the dossier.

    :ivar place: juror, candidacy and round of the sheet on show, or on its way.
    :ivar alone: whether the computer is the juror's own, so that nothing needs to be veiled; set by the page.
    :ivar practising: whether it is a sheet of the practice; set by the page.
    :ivar changed: what can be done with the sheet is different now.
    :ivar sealed: the sheet was submitted; carries its ``SheetView``.
    :ivar reread: the sheet must be shown again as it is kept.
    """

    changed = Signal()
    sealed = Signal(object)
    reread = Signal()

    def __init__(self, shell: Shell, form: SheetForm) -> None:
        super().__init__(form)
        self.shell = shell
        self.form = form
        self.place: verbs.Place = ("", "", Round.WRITTEN)
        self.alone = False
        self._looking = False
        self.practising = False
        self._in_sight = False
        self._known: list[Sheet] = []
        self._soon = Soon(self)
        self._soon.due.connect(self.save)
        form.edited.connect(self._typed)
        form.foot.submit_wanted.connect(self.submit)
        form.foot.amend_wanted.connect(self._amend)
        form.in_sight.connect(self._come_in_sight)
        form.veil.look_wanted.connect(self._ask_to_look)
        form.head.newest_read.connect(self._newest_read)
        form.head.comparison_wanted.connect(self._compare)

    def show(self, view: SheetView) -> None:
        """Show a sheet as it is kept; what was typed before has been kept or is dropped."""
        self._soon.stop()
        same = bool(self._known) and _place(self._known[-1]) == _place(view.sheet)
        self._known = [*(self._known[-KNOWN:] if same else ()), view.sheet]
        self.form.show_sheet(view)
        self.claim_undo()
        self.changed.emit()

    def on_show(self, verb: Verb[T]) -> Verb[T]:
        """The verb where the sheet lies: among those of the selection, or in the practice."""
        return verbs.Practised(verb) if self.practising else verb

    def turn_to(self, place: verbs.Place) -> None:
        """Another sheet is chosen; whoever looked at a sealed one has to ask again."""
        self._looking = self._looking and place == self.place
        self.place = place
        self.claim_undo()

    def _come_in_sight(self, shown: bool) -> None:
        """The form is shown, or something in its place: a sealed sheet is not left open behind that."""
        self._in_sight = shown
        if self._looking and not shown and self.form.view is not None:
            self.show(veiled(self.form.view))
        self._looking = self._looking and shown
        self.claim_undo()

    def opening(self) -> Verb[SheetView]:
        """What reads the sheet that was chosen, as whoever sits here may see it."""
        return self.on_show(verbs.opening(self.place, plainly=self.alone or self._looking))

    def claim_undo(self) -> None:
        """Ctrl+Z is about the draft on show and nothing else, as long as somebody can see it."""
        self.shell.sit_at(self._desk if self._in_sight and self.place[0] else "")

    @property
    def _desk(self) -> str:
        """The name of this juror's undo list for this sheet; what was typed before submitting is final."""
        view = self.form.view
        sealed = not self.waiting and view is not None and view.sheet.submitted
        return "/".join(("sheet", *self.place, *("practice",) * self.practising, *("sealed",) * sealed))

    def may_leave(self) -> bool:
        """Keep what was typed; False while a change of a sealed sheet waits for its reason."""
        if self.form.amending and self.form.pending():
            text = tr("The change of this sealed sheet has not been kept yet. Keep it or cancel it first.")
            self.shell.notify(Notice(text, Tone.WARN))
            return False
        self.save()
        return True

    # as typed

    def _typed(self) -> None:
        if not self.form.amending:
            self.form.foot.show_saving()
            self._soon.typed()

    def save(self) -> None:
        """Keep what was typed and is not kept yet; a sealed sheet waits for its reason."""
        self._soon.stop()
        typed, view = self.form.pending(), self.form.view
        if not typed or self.form.amending or view is None:
            return
        text = tr("Scores of {reference}").format(reference=view.candidacy.reference)
        self._known.append(filled_in(self._known[-1], typed))
        known = tuple(self._known)
        back = self.on_show(verbs.saving(self.place, way_back(view.sheet, typed), known))
        verb = verbs.saving(self.place, typed, known)
        failed = partial(self._not_kept, self.place)
        self._run(text, verb, self._kept, Always(back), failed=failed)

    def _kept(self, view: SheetView) -> None:
        self._known = [*self._known[-KNOWN:], view.sheet]
        if self.form.show_kept(view):
            self.form.foot.show_saved(self.shell.now())

    def _not_kept(self, place: verbs.Place, error: JuryError) -> None:
        """Say so; in the foot only while the sheet it is about is the one on show."""
        if place == self.place:
            self.form.foot.show_unsaved(error.message)
        crossed = error.message.key == CROSSED
        again = (tr("Show what is kept"), self.reread.emit) if crossed else ("", None)
        self.shell.notify(Notice(error.message, Tone.BAD, *again))

    # submitting

    @property
    def waiting(self) -> bool:
        """Whether the sheet that was chosen is still being read: another one, or none, is on show."""
        view = self.form.view
        shown = _place(view.sheet) if view else None
        return bool(self.place[1]) and shown != self.place

    def can_submit(self) -> bool:
        """Whether there is a sheet on show that can be submitted or changed, or one on its way."""
        return self.waiting or (bool(self.place[1]) and self.form.editable)

    @asks(submit_sheet)
    def submit(self) -> None:
        """Seal the sheet, or keep the change of a sealed one; where something is missing go there."""
        if self.waiting:
            text = tr(
                "The candidacy you chose is still being read. Nothing has been submitted; try again soon."
            )
            self.shell.notify(Notice(text, Tone.INFO))
            return
        if not self.can_submit() or self.form.show_missing():
            return
        if self.form.amending:
            self._ask_reason()
        elif unmarked := self.form.criteria.unmarked:
            self.shell.ask(whether_goals_stay_open(unmarked), self._submit_anyway)
        else:
            self._submit()

    def _submit_anyway(self, answer: Answer) -> None:
        if answer.choice == "submit":
            self._submit()
        else:
            self.form.criteria.go_to_goals()

    def _submit(self) -> None:
        self.save()
        verb = verbs.Submit(self.place, self.alone)
        self._run(tr("Submit score sheet"), verb, self._submitted, Final.SEALED)

    def _submitted(self, view: SheetView) -> None:
        self.show(view)
        self.sealed.emit(view)

    def _compare(self) -> None:
        if (view := self.form.view) is not None:
            compare_versions(self.shell, view.candidacy, view.sheet.version, self.form)

    def _newest_read(self) -> None:
        self.save()
        view, place = self.form.view, self.place
        if view is not None:
            back = Always(self.on_show(calling(judge_newest, *place, version=view.sheet.version)))
            self._run(tr("Judge the newest version"), calling(judge_newest, *place), self.show, back)

    # looking at a sealed sheet, and changing it

    def _ask_to_look(self) -> None:
        if (view := self.form.view) is not None and not self.waiting:
            self.shell.ask(whether_to_look(view.juror.name, view.candidacy.reference), self._look)

    def _look(self, _answer: Answer) -> None:
        """Show what the sealed sheet says, now that somebody asked for it; the journal keeps that."""
        place = self.place

        def seen(view: SheetView) -> None:
            if place == self.place:
                self._looking = True
                self.show(view)
                self.form.start()

        self._run(tr("Show a sealed sheet"), calling(look_at_sheet, *place), seen, Final.SEEN)

    def _amend(self) -> None:
        if self.form.amending:
            self.reread.emit()
        else:
            self.form.begin_amending()
        self.changed.emit()

    def _ask_reason(self) -> None:
        if self.form.pending():
            self.shell.ask(why_changed(), self._keep_change)
        else:
            self.reread.emit()

    def _keep_change(self, answer: Answer) -> None:
        typed, view = self.form.pending(), self.form.view
        if view is None:
            return
        verb = verbs.amending(self.place, typed, answer.reason)
        text = tr("The sheet on {reference} has been changed.").format(reference=view.candidacy.reference)
        self._run(tr("Change score sheet"), verb, self.show, Final.REASON, said=Always(text))

    def _run(
        self,
        text: str,
        verb: Verb[T],
        done: Callable[[T], object],
        inverse: Callable[[T], Verb[SheetView]] | Final,
        *,
        said: Callable[[T], str] | None = None,
        failed: Callable[[JuryError], object] | None = None,
    ) -> None:
        step = self.on_show(verb)
        operation = Operation(
            text,
            step,
            SHEET,
            inverse,
            done=done,
            failed=failed,
            said=said,
            desk=self._desk,
        )
        self.shell.run_operation(operation)


def _place(sheet: Sheet) -> verbs.Place:
    return sheet.juror, sheet.candidacy, sheet.round
