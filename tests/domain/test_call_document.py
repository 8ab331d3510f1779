"""The text of a call, in the order of the document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from jury_desktop.domain.call import Headings, LocalAnalysis, ServiceType
from jury_desktop.domain.call_document import Line, LineKind, document
from jury_desktop.domain.call_file import parse_call

SMALL = Path(__file__).parents[1] / "calls" / "small.toml"


def test_a_call_without_headings_and_analysis_shows_only_what_it_has() -> None:
    call = parse_call(SMALL.read_text(encoding="utf-8"), "small.toml")
    title, topic, text, point = LineKind.TITLE, LineKind.TOPIC, LineKind.PARAGRAPH, LineKind.POINT

    assert document(call) == (
        Line(title, "Oproep stadspark"),
        Line(text, "Parkwijk"),
        Line(topic, "1. Kinderen"),
        Line(point, "Geen schaduw"),
        Line(point, "Bomen"),
        Line(topic, "2. Honden"),
        Line(point, "Geen water"),
        Line(point, "Te weinig gras"),
        Line(point, "Een fontein"),
        Line(text, "Start 1 mei"),
        Line(text, "Indienen 2 juni"),
        Line(text, "Lezen in juni"),
        Line(text, "Bericht daarna"),
        Line(text, "Pitches 10 en 11 juni"),
        Line(text, "Beslissing ooit"),
        Line(text, "Weerwoord + 7 dagen"),
        Line(text, "Bel Ada."),
        Line(text, "Mail naar park@parkwijk.example."),
    )


def test_headings_stand_above_their_parts() -> None:
    bare = parse_call(SMALL.read_text(encoding="utf-8"), "small.toml")
    call = replace(
        bare,
        challenges=(),
        milestones=(),
        headings=Headings(
            area="Gebied", challenges="Uitdagingen", arena="Arena", timing="Tijd", timing_points=("Nu",)
        ),
        analysis=LocalAnalysis(services_intro="Nodig:", services=(ServiceType("Tolken"),)),
    )
    assert [(str(line.kind), line.text) for line in document(call)][1:-2] == [
        ("paragraph", "Gebied: Parkwijk"),
        ("section", "Uitdagingen"),
        ("topic", "Arena"),
        ("paragraph", "Nodig:"),
        ("point", "Tolken"),
        ("section", "Tijd"),
        ("topic", "Nu"),
    ]
