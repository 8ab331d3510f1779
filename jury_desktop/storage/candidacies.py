"""Candidacies in tables: every version with its attachments and the fields of its form, row by row."""

from __future__ import annotations

from sqlalchemy import Column, Table, UniqueConstraint

from jury_desktop.domain.candidacy import Admissibility, Candidacy, ItemCheck, Version
from jury_desktop.domain.mail import Attachment, FieldValue
from jury_desktop.domain.pitch import Interval
from jury_desktop.storage.collection import Kind, PartRows, Parts
from jury_desktop.storage.rows import Row, as_row, from_row
from jury_desktop.storage.schema import (
    attachment_columns,
    field_columns,
    identity,
    metadata,
    number,
    part_of,
    refers,
    text,
    whole,
)
from jury_desktop.storage.types import Choice, Moment

candidacy = Table(
    "candidacy",
    metadata,
    *identity(),
    text("reference"),
    text("organisation"),
    text("contact"),
    text("email"),
    text("phone"),
    text("address"),
    whole("municipalities", tuple[str, ...]),
    whole("partners", tuple[str, ...]),
    Column("admissibility", Choice(Admissibility), nullable=False),
    text("admissibility_reason"),
    whole("unavailable", tuple[Interval, ...]),
    whole("preferred_windows", tuple[str, ...]),
    whole("checks", tuple[ItemCheck, ...]),
    number("form_revised"),
    Column("judged_at", Moment),
    UniqueConstraint("reference"),
)
challenge = Table("candidacy_challenge", metadata, *part_of("candidacy"), number("number"))
version = Table(
    "candidacy_version",
    metadata,
    *part_of("candidacy"),
    number("number"),
    refers("mail", "mail.id", optional=True),
    Column("received_at", Moment),
    text("received_by"),
    text("verdict"),
    UniqueConstraint("owner", "number"),
)
attachment = Table(
    "candidacy_attachment", metadata, *part_of("candidacy"), number("version"), *attachment_columns()
)
field = Table("candidacy_field", metadata, *part_of("candidacy"), number("version"), *field_columns())


def _part_rows(item: Candidacy) -> PartRows:
    return {
        challenge: [{"number": number} for number in item.challenges],
        version: [as_row(made, "attachments", "fields") for made in item.versions],
        attachment: [
            as_row(file, version=made.number) for made in item.versions for file in made.attachments
        ],
        field: [as_row(value, version=made.number) for made in item.versions for value in made.fields],
    }


def _build(row: Row, parts: Parts) -> Candidacy:
    return from_row(
        Candidacy,
        row,
        challenges=tuple(part["number"] for part in parts[challenge]),
        versions=tuple(_version(part, parts) for part in parts[version]),
    )


def _version(row: Row, parts: Parts) -> Version:
    own = row["number"]
    return from_row(
        Version,
        row,
        attachments=tuple(from_row(Attachment, part) for part in parts[attachment] if part["version"] == own),
        fields=tuple(from_row(FieldValue, part) for part in parts[field] if part["version"] == own),
    )


CANDIDACIES = Kind(
    candidacy,
    (challenge, version, attachment, field),
    row=lambda item: as_row(item, "challenges", "versions"),
    part_rows=_part_rows,
    build=_build,
)
