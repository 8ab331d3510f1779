"""When Outlook says that a message came in, and whether that proves anything.

The server sets PidTagMessageDeliveryTime on what it delivers; Outlook sets it on drafts and sent copies too.
Those went through no transport into this mailbox, so no server wrote a Received line into them.
"""

from __future__ import annotations

import re

from jury_desktop.domain.mail import Evidence, EvidenceKind
from jury_desktop.domain.messages import Message, say
from jury_desktop.mailbox import limits
from jury_desktop.mailbox.names import safe_name
from jury_desktop.mailbox.outlook.item import Item
from jury_desktop.mailbox.outlook.kinds import is_draft, is_from_here, is_mail
from jury_desktop.mailbox.outlook.properties import LONGEST, Tag

_RECEIVED = re.compile(r"^received[ \t]*:", re.IGNORECASE | re.MULTILINE)


def evidence(item: Item, proves: bool = True) -> tuple[Evidence, ...]:
    """The time of delivery; without a moment, so that it never decides, where it proves no arrival.

    :param proves: False in a folder in which nothing arrives.
    """
    own = item.properties
    moment = own.moment(Tag.MESSAGE_DELIVERY_TIME)
    received = bool(_RECEIVED.search(own.text(Tag.TRANSPORT_HEADERS)))
    found = []
    if moment is not None:
        arrived = proves and received and is_mail(item) and not is_draft(item)
        raw = f"{moment:%Y-%m-%d %H:%M:%S.%f} UTC"
        found.append(Evidence(EvidenceKind.MAPI_DELIVERY, raw, moment if arrived else None))
    if is_mail(item) and (is_draft(item) or (is_from_here(item) and not received)):
        flags = own.number(Tag.MESSAGE_FLAGS)
        found.append(Evidence(EvidenceKind.SENT_COPY, f"PidTagMessageFlags (0x0E07): 0x{flags:04X}", None))
    return tuple(found)


def notes(item: Item) -> tuple[Message, ...]:
    """What the regisseur must know: a time that proves nothing, attachments that are not in the file."""
    found = [say("intake.outlook_cut")] if item.cut else []
    if item.properties.are_cut:
        found.append(say("intake.outlook_long", megabytes=LONGEST // limits.MEBIBYTE))
    for attached in item.attachments:
        name = safe_name(attached.name, "?")
        if attached.locked:
            found.append(say("intake.attached_message_locked", name=name))
        elif attached.lies_elsewhere:
            found.append(say("intake.attachment_elsewhere", name=name))
    return tuple(found)
