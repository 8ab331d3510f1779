"""The candidacy form as its reader sees it: headings, labelled lines and boxes, the same for PDF and Word."""

from __future__ import annotations

from maker.model import MUNICIPALITIES, PERSONAS, Candidacy

TITLE = "Kandidaatstelling lokaal partnerschap"
SUBTITLE = "Lier – Heist-op-den-Berg – Berlaar – Nijlen · oproep 2023"
CHALLENGE_QUESTION = "Op welke regio-uitdagingen werkt u?"
MUNICIPALITY_QUESTION = "In welke gemeenten werkt u?"
GOALS_HEADING = "Doelen per gekozen regio-uitdaging"
PLANNING_HEADING = "Planning"
SECTIONS = (
    ("outreach", "Hoe bereikt u de doelgroep?"),
    ("companion", "Vast aanspreekpunt of trajectgezel"),
    ("cooperation", "Samenwerking in het partnerschap"),
    ("culture", "Cultuursensitief werken"),
    ("employers", "Activering en werkgevers"),
    ("experience", "Ervaring en kennis van de sociale kaart"),
)
BUDGET_HEADING = "Begroting in woorden"


def identity(candidacy: Candidacy) -> tuple[tuple[str, str, str], ...]:
    """The labelled lines of part 1 as (field key, label, value); a line left out keeps its label."""
    organisation = candidacy.organisation
    contact = f"{organisation.contact}, {organisation.role}"
    reachable = "contact" not in candidacy.left_out
    return (
        ("organisation", "Naam van de organisatie", organisation.name),
        ("contact", "Contactpersoon", contact if reachable else ""),
        ("email", "E-mailadres", organisation.email if reachable else ""),
        ("phone", "Telefoon", organisation.phone if reachable else ""),
        ("address", "Adres", organisation.address),
    )


def challenge_boxes(candidacy: Candidacy) -> tuple[tuple[bool, str], ...]:
    """Every challenge with whether it is ticked: ``(True, "1 Saled & Nassim")``."""
    return tuple((number in candidacy.challenges, f"{number} {who}") for number, who in PERSONAS.items())


def municipality_boxes(candidacy: Candidacy) -> tuple[tuple[bool, str], ...]:
    """Every municipality of the region with whether it is ticked."""
    return tuple((name in candidacy.municipalities, name) for name in MUNICIPALITIES)


def summary_lines(candidacy: Candidacy) -> tuple[tuple[str, str, str], ...]:
    """The lines after the boxes as (field key, label, value): municipalities and partners."""
    return (
        ("municipalities", "Gemeenten", ", ".join(candidacy.municipalities)),
        ("partners", "Partners", ", ".join(candidacy.partners) or "geen"),
    )


def goal_rows(candidacy: Candidacy) -> tuple[tuple[str, str, str], ...]:
    """The rows of the goals table: challenge with personas, obstacle, plan; ticked challenges only."""
    return tuple(
        (f"{goal.challenge} {PERSONAS[goal.challenge]}", goal.obstacle, goal.plan)
        for goal in candidacy.goals
        if goal.challenge in candidacy.challenges
    )
