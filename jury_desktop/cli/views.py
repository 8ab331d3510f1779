"""What ``--json`` prints: plain values with exactly the fields of the contract in ``docs/cli.md``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from jury_desktop import wording
from jury_desktop.domain.arrival import Verdict
from jury_desktop.domain.call import BRUSSELS, Call
from jury_desktop.domain.candidacy import Candidacy, different_files
from jury_desktop.domain.entry import Entry, EntryKind
from jury_desktop.domain.messages import say
from jury_desktop.domain.portfolio import Aim, Portfolio
from jury_desktop.domain.standing import Ranking, RankingRow
from jury_desktop.services.candidacies import CandidacyRow
from jury_desktop.services.import_jurors import JurorImport
from jury_desktop.services.import_mail import ImportReport
from jury_desktop.services.import_scores import ScoreImport
from jury_desktop.services.letters import DraftedLetter
from jury_desktop.services.lists import RejectedRow
from jury_desktop.services.portfolio import reasons


def call_view(call: Call) -> dict[str, Any]:
    """A call: challenges with all obstacles and goals, windows, milestones, criteria, contact."""
    return {
        "id": call.id,
        "title": call.title,
        "deadline": moment(call.deadline),
        "area": list(call.area),
        "challenges": [
            {
                "number": challenge.number,
                "personas": challenge.personas,
                "obstacles": [obstacle.text for obstacle in challenge.obstacles],
                "goals": [goal.text for goal in challenge.goals],
            }
            for challenge in call.challenges
        ],
        "windows": [
            {"id": w.id, "start": moment(w.start), "end": moment(w.end), "rooms": w.rooms}
            for w in call.windows
        ],
        "milestones": [
            {"key": m.key, "label": m.label, "text": m.text, "start": day(m.start), "end": day(m.end)}
            for m in call.milestones
        ],
        "criteria": [
            {"key": c.key, "title": c.title, "kind": c.kind.value, "weight": c.weight, "source": c.source}
            for c in call.rubric.criteria
        ],
        "contact": {
            "name": call.contact.name,
            "role": call.contact.role,
            "email": call.contact.email,
            "phone": call.contact.phone,
        },
    }


def import_view(report: ImportReport, language: str) -> dict[str, Any]:
    """The account of an import; each message counts once."""
    intake = report.intake
    return {
        "messages": intake.messages,
        "candidacies": [candidacy_view(candidacy) for candidacy in report.candidacies],
        "revisions": len(intake.of(EntryKind.REVISION)),
        "duplicates": len(intake.of(EntryKind.DUPLICATE)),
        "other": len(intake.of(EntryKind.OTHER)),
        "unreadable": [
            {"source": mail.source, "reason": wording.render(mail.reason, language)}
            for mail in report.unreadable
        ],
        "late": sum(candidacy.first.verdict == "late" for candidacy in report.candidacies),
        "entries": [_entry_view(entry, language) for entry in intake.entries],
        "warnings": [
            {"source": source, "text": wording.render(note, language)} for source, note in report.warnings
        ],
        "dry_run": report.dry_run,
    }


def _entry_view(entry: Entry, language: str) -> dict[str, str]:
    """What became of one message, and why."""
    return {
        "source": entry.source,
        "sha256": entry.sha256,
        "kind": entry.kind.value,
        "verdict": entry.verdict.value,
        "reason": wording.render(entry.reason, language),
    }


def candidacy_view(candidacy: Candidacy) -> dict[str, Any]:
    """A candidacy with the proof of its arrival and every file that came with it, in any version."""
    first = candidacy.first
    files = different_files(candidacy.versions)
    return {
        "reference": candidacy.reference,
        "organisation": candidacy.organisation,
        "challenges": list(candidacy.challenges),
        "received_at": moment(first.received_at),
        "received_by": first.received_by,
        "late": first.verdict == "late",
        "verdict": first.verdict,
        "sender": candidacy.email,
        "status": candidacy.admissibility.value,
        "attachments": [{"name": a.name, "sha256": a.sha256, "bytes": a.bytes} for a in files],
        "messages": [version.mail for version in candidacy.versions],
    }


def verdict_word(verdict: Verdict, language: str) -> str:
    """How people call the verdict on an arrival."""
    return wording.render(say(f"actions.value_{verdict.value}"), language)


def row_view(row: CandidacyRow) -> dict[str, Any]:
    """A candidacy on the list, with what is missing."""
    lacking = [{"item": line.item.key, "state": line.state.value} for line in row.open_items]
    return {
        **candidacy_view(row.candidacy),
        "missing_fields": list(row.missing_fields),
        "open_items": lacking,
    }


def jurors_view(found: JurorImport, language: str) -> dict[str, Any]:
    """What a list of jurors added and changed, and each row that was refused."""
    return {
        "added": len(found.added),
        "changed": len(found.changed),
        "unchanged": found.same,
        "rejected": _rejected(found.rejected, language),
        "dry_run": found.dry_run,
    }


def scores_view(found: ScoreImport, language: str) -> dict[str, Any]:
    """What a list of scores added and changed, and each row that was refused."""
    return {
        "added": found.added,
        "changed": found.changed,
        "unchanged": found.same,
        "submitted": found.submitted,
        "rejected": _rejected(found.rejected, language),
        "dry_run": found.dry_run,
    }


def _rejected(rows: Iterable[RejectedRow], language: str) -> list[dict[str, Any]]:
    return [{"row": each.row, "reason": wording.render(each.reason, language)} for each in rows]


def ranking_view(ranking: Ranking) -> list[dict[str, Any]]:
    """The ranking, best first; sealed candidacies carry null."""
    return [_ranked(row) for row in ranking.rows]


def portfolio_view(portfolio: Portfolio, language: str) -> dict[str, Any]:
    """The proposed selection, what it covers, and why these and not others."""
    return {
        "selected": [member.reference for member in portfolio.members],
        "covered_challenges": sorted(map(int, portfolio.covered(Aim.CHALLENGES))),
        "covered_goals": sorted(portfolio.covered(Aim.GOALS)),
        "covered_municipalities": sorted(portfolio.covered(Aim.MUNICIPALITIES)),
        "score": portfolio.score,
        "size": portfolio.size,
        "proven": portfolio.proven,
        "why": [wording.render(reason, language) for reason in reasons(portfolio)],
    }


def letter_view(letter: DraftedLetter, path: Path, language: str, word: Path | None = None) -> dict[str, Any]:
    """A letter as made, with what pre-flight found, and its draft in Word where there is one."""
    view = {
        "reference": letter.job.reference,
        "type": letter.job.type.value,
        "file": str(path),
        "sha256": letter.sha256,
        "problems": [wording.render(problem.message, language) for problem in letter.problems],
    }
    return view | ({"word": str(word)} if word else {})


def moment(value: datetime | None) -> str | None:
    """ISO 8601 in Brussels time with offset."""
    return None if value is None else value.astimezone(BRUSSELS).isoformat()


def day(value: date | None) -> str | None:
    """An ISO date."""
    return None if value is None else value.isoformat()


def _ranked(row: RankingRow) -> dict[str, Any]:
    unsure, place = row.uncertainty, row.rank
    return {
        "reference": row.candidacy.reference,
        "organisation": row.candidacy.organisation,
        "rank": place.first if place else None,
        "joint_until": place.last if place else None,
        "tie_broken_by": place.broken_by.value if place and place.broken_by else None,
        "rank_interval": list(unsure.rank) if unsure else None,
        "score": row.score,
        "score_interval": list(unsure.score) if unsure else None,
        "written": row.official.written if row.official else None,
        "pitch": row.official.pitch if row.official else None,
        "coverage": sorted(row.coverage.goals) if row.coverage else None,
        "decision": row.decision.kind.value if row.decision else None,
    }
