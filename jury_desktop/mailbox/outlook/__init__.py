"""Outlook's own formats: .msg, winmail.dat (TNEF) and .pst/.ost.

Each is read into an :class:`~jury_desktop.mailbox.outlook.item.Item` of MAPI properties, recipients and
attachments, and an item is written as the mail it was, which is then read as any mail. All of it runs in the
reading process, but for :mod:`~jury_desktop.mailbox.outlook.store`.
"""
