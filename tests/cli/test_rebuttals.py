"""``rebuttals``: the terms, what came in, and the mail that waits, as JSON and in lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from jury_desktop import bootstrap
from jury_desktop.cli import main
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.domain.rebuttal import Entitled, Point, Remedy
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.rebuttal_register import Arrived, register_rebuttal
from tests.builders import a_letter
from tests.mailbox.builders import FORM, on, raw_mail, written

pytestmark = pytest.mark.xdist_group("mailbox")
Run = Callable[..., str]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def runs(*words: str) -> str:
        assert main([*words, "--today", "2023-07-12"]) == 0
        return capsys.readouterr().out

    return runs


@pytest.fixture
def dossier(tmp_path: Path) -> str:
    """De Brug was refused on 7 July, answered by hand on the 10th, and a colleague by mail on the 11th."""
    place = str(tmp_path / "lier.jury")
    made = bootstrap.create_dossier(place, "lier-2023", now=lambda: on(12, "09:00", 7))
    import_mail(made, [written(tmp_path, "1.eml", raw_mail(FORM, at=on(1, "10:00")))])
    with made.change() as uow:
        letter = a_letter(uow.candidacies.find()[0], type="not_selected", state=LetterState.SENT)
        pdf = uow.blobs.put(b"%PDF")
        uow.letters.save(replace(letter, pdf=pdf, channel="email", sent_at=on(7, "10:00", 7)))
        uow.journal.append("letter.sent", "candidacy", "K-01")
    arrived = Arrived(on(10, "10:00", 7), "hand", submitted_by="An Peeters", entitled=Entitled.YES)
    register_rebuttal(made, letter.id, arrived, (Point("De score.", "outreach", remedy=Remedy.SCORE),))
    again = raw_mail(
        "Ook nog.",
        at=on(11, "10:00", 7),
        sender="Jan <jan@debrug.example>",
        message_id="<w@debrug.example>",
        subject="Weerwoord",
    )
    import_mail(made, [written(tmp_path, "2.eml", again)])
    made.store.close()
    return place


def test_the_terms_with_what_came_in_and_the_mail_that_waits(dossier: str, run: Run) -> None:
    assert json.loads(run("rebuttals", dossier, "--json")) == {
        "terms": [
            {
                "reference": "K-01",
                "organisation": "De Brug vzw",
                "letter": "not_selected",
                "end": "2023-07-24",
                "last_moment": "2023-07-24T23:59:00+02:00",
                "days_left": 12,
                "passes_call": False,
                "rebuttals": [
                    {
                        "received_at": "2023-07-10T10:00:00+02:00",
                        "channel": "hand",
                        "in_time": True,
                        "submitted_by": "An Peeters",
                        "entitled": "entitled",
                        "answer_by": "2023-07-24",
                        "outcome": "open",
                        "points": [
                            {
                                "text": "De score.",
                                "item": "outreach",
                                "remedy": "higher_score",
                                "ruling": "",
                                "answer": "",
                            }
                        ],
                    }
                ],
            }
        ],
        "mail": [
            {
                "source": "2.eml",
                "sender": "jan@debrug.example",
                "subject": "Weerwoord",
                "received_at": "2023-07-11T10:00:00+02:00",
                "reference": None,
                "signs": {"K-01": ["house"]},
            }
        ],
    }


def test_in_lines_for_a_person(dossier: str, run: Run) -> None:
    assert run("rebuttals", dossier).splitlines() == [
        "K-01: weerwoord tot 24 juli 2023 23:59",
        "K-01: weerwoord van 10 juli 2023 10:00, op tijd; te beantwoorden tegen 24 juli 2023",
        "?: kan weerwoord zijn, van jan@debrug.example: Weerwoord",
    ]
