"""The tables of a dossier."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Each after those it refers to."""
    _dossier()
    _mails()
    _candidacies()
    _jurors()
    _sheets()
    _decisions()
    _letters()
    _plans()


def _dossier() -> None:
    op.create_table("dossier", sa.Column("nr", sa.Integer, primary_key=True), *_texts("call"))
    op.create_table("setting", sa.Column("key", sa.Text, primary_key=True), *_texts("value"))
    op.create_table(
        "journal",
        sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=False),
        *_texts("at", "actor", "on_behalf_of", "action", "subject_kind", "subject", "old", "new", "reason"),
        *_texts("previous_hash", "hash"),
        sa.UniqueConstraint("hash"),
        sa.UniqueConstraint("previous_hash"),
    )
    end = (sa.Column("nr", sa.Integer, primary_key=True), _number("sequence"), *_texts("hash"))
    op.create_table("journal_end", *end)
    op.create_table(
        "blob",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("bytes", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "blob_chunk",
        sa.Column("sha256", sa.Text, sa.ForeignKey("blob.sha256"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )


def _mails() -> None:
    op.create_table(
        "mail",
        *_identity(),
        sa.ForeignKeyConstraint(["id"], ["blob.sha256"], deferrable=True, initially="DEFERRED"),
        *_texts("source"),
        *_optional_texts("unreadable"),
        *_texts("message_id", "in_reply_to", "references", "sender", "recipients", "subject", "date_header"),
        *_optional_texts("automatic"),
        *_texts("text"),
        *_optional_texts("received_at"),
        *_texts("form_text", "notes"),
        *_placing(),
    )
    op.create_table(
        "mail_evidence",
        *_part_of("mail"),
        *_texts("kind", "raw"),
        *_optional_texts("at"),
        sa.Column("decides", sa.Boolean, nullable=False),
    )
    op.create_table("mail_attachment", *_part_of("mail"), *_attachment())
    op.create_table("mail_field", *_part_of("mail"), *_texts("key", "value", "line", "source"))


def _candidacies() -> None:
    op.create_table(
        "candidacy",
        *_identity(),
        *_texts("reference", "organisation", "contact", "email", "phone", "address"),
        *_texts("municipalities", "partners", "admissibility", "admissibility_reason"),
        *_texts("unavailable", "preferred_windows"),
        sa.UniqueConstraint("reference"),
    )
    op.create_table("candidacy_challenge", *_part_of("candidacy"), _number("number"))
    op.create_table(
        "candidacy_version",
        *_part_of("candidacy"),
        _number("number"),
        _refers("mail", "mail.id", nullable=True),
        *_optional_texts("received_at"),
        *_texts("received_by", "verdict"),
        sa.UniqueConstraint("owner", "number"),
    )
    op.create_table("candidacy_attachment", *_part_of("candidacy"), _number("version"), *_attachment())
    field = _texts("key", "value", "line", "source")
    op.create_table("candidacy_field", *_part_of("candidacy"), _number("version"), *field)


def _jurors() -> None:
    op.create_table(
        "juror",
        *_identity(),
        *_texts("name", "organisation", "email", "role", "expertise", "available"),
        _number("max_minutes_per_day", nullable=True),
        sa.Column("active", sa.Boolean, nullable=False),
    )
    op.create_table(
        "conflict",
        *_identity(),
        _refers("juror", "juror.id"),
        _refers("candidacy", "candidacy.id"),
        *_texts("state", "reason"),
        sa.UniqueConstraint("juror", "candidacy"),
    )


def _sheets() -> None:
    op.create_table(
        "sheet",
        *_identity(),
        _refers("juror", "juror.id"),
        _refers("candidacy", "candidacy.id"),
        *_texts("round"),
        _number("version"),
        *_texts("state", "remark"),
        *_optional_texts("submitted_at"),
        sa.UniqueConstraint("juror", "candidacy", "round"),
        sa.ForeignKeyConstraint(
            ["candidacy", "version"],
            ["candidacy_version.owner", "candidacy_version.number"],
            deferrable=True,
            initially="DEFERRED",
        ),
    )
    op.create_table(
        "sheet_answer",
        *_part_of("sheet"),
        *_texts("item"),
        _number("value", nullable=True),
        sa.Column("not_applicable", sa.Boolean, nullable=False),
        *_texts("comment"),
        sa.UniqueConstraint("owner", "item"),
    )
    goal_mark = (*_texts("goal", "mark"), sa.UniqueConstraint("owner", "goal"))
    op.create_table("sheet_goal_mark", *_part_of("sheet"), *goal_mark)


def _decisions() -> None:
    op.create_table(
        "decision",
        *_identity(),
        _refers("candidacy", "candidacy.id"),
        *_texts("stage", "kind", "summary", "decided_at"),
        _number("place", nullable=True),
        sa.UniqueConstraint("candidacy", "stage"),
    )
    op.create_table("motivation_line", *_part_of("decision"), *_texts("item", "text"))
    source = (_number("line"), _refers("sheet", "sheet.id"))
    op.create_table("motivation_source", *_part_of("decision"), *source)


def _letters() -> None:
    op.create_table(
        "letter",
        *_identity(),
        _refers("candidacy", "candidacy.id"),
        *_texts("type", "state"),
        _refers("pdf", "blob.sha256", nullable=True),
        *_texts("basis", "created_at", "channel"),
        *_optional_texts("sent_at"),
        *_texts("sent_to", "postal_reference"),
    )
    op.create_table(
        "rebuttal",
        *_identity(),
        _refers("candidacy", "candidacy.id"),
        _refers("letter", "letter.id", nullable=True),
        *_texts("received_at", "channel", "outcome", "outcome_text"),
        _refers("mail", "mail.id", nullable=True),
    )
    op.create_table("rebuttal_point", *_part_of("rebuttal"), *_texts("text", "item", "answer"))


def _plans() -> None:
    op.create_table(
        "plan",
        *_identity(),
        _number("version"),
        *_texts("instance", "created_at"),
        *_optional_texts("communicated_at"),
        *_texts("status", "levels", "left_out", "explanation"),
        sa.Column("seconds", sa.Double, nullable=False),
        _number("seed"),
        sa.UniqueConstraint("version"),
    )
    op.create_table(
        "plan_assignment",
        *_part_of("plan"),
        _refers("pitch", "candidacy.reference"),
        *_texts("window"),
        _number("room"),
        *_texts("start", "end"),
        sa.UniqueConstraint("owner", "pitch"),
    )
    op.create_table("plan_seat", *_part_of("plan"), _number("assignment"), _refers("juror", "juror.id"))


def _identity() -> tuple[SchemaItem, ...]:
    number = sa.Column("nr", sa.Integer, primary_key=True)
    return number, *_texts("id"), sa.UniqueConstraint("id")


def _part_of(parent: str) -> tuple[SchemaItem, ...]:
    owner = sa.ForeignKey(f"{parent}.id", ondelete="CASCADE")
    return (
        sa.Column("owner", sa.Text, owner, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    )


def _attachment() -> tuple[SchemaItem, ...]:
    size = sa.Column("bytes", sa.BigInteger, nullable=False)
    return *_texts("name", "media_type", "sha256"), size, *_optional_texts("problem")


def _placing() -> tuple[SchemaItem, ...]:
    return (
        *_texts("kind"),
        _refers("candidacy", "mail.id", nullable=True),
        _refers("original", "mail.id", nullable=True),
        *_texts("verdict", "reason", "confidence"),
        sa.Column("late", sa.Boolean, nullable=False),
        sa.Column("confirmed", sa.Boolean, nullable=False),
    )


def _texts(*names: str) -> tuple[SchemaItem, ...]:
    return tuple(sa.Column(name, sa.Text, nullable=False) for name in names)


def _optional_texts(*names: str) -> tuple[SchemaItem, ...]:
    return tuple(sa.Column(name, sa.Text, nullable=True) for name in names)


def _number(name: str, *, nullable: bool = False) -> SchemaItem:
    return sa.Column(name, sa.Integer, nullable=nullable)


def _refers(name: str, to: str, *, nullable: bool = False) -> SchemaItem:
    link = sa.ForeignKey(to, deferrable=True, initially="DEFERRED")
    return sa.Column(name, sa.Text, link, nullable=nullable, index=True)
