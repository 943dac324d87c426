"""Take what is attached to e-mails that were saved as files, one each or a whole mailbox."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr, parsedate_tz
from pathlib import PurePosixPath

MAILS = (".eml", ".mbox")
"""Endings of the files."""

_DEEPEST = 5  # e-mails that are attached to e-mails
_EMPTY = (1980, 1, 1, 0, 0, 0)  # as a zip has it without a date


class MailError(ValueError):
    """A file is no e-mail; the message says so as the end of "...:"."""


@dataclass(frozen=True)
class Attached:
    """One file that is attached.

    Attributes
    ----------
    sender : str
        The name of who sent it, or what stands before the @ of the address.
    name : str
        The name of the file, without folders.
    data : bytes
        Its content.
    time : tuple of int
        When the e-mail was sent: year, month, day, hour, minute, second.
    """

    sender: str
    name: str
    data: bytes
    time: tuple[int, ...]


def attachments(data: bytes, *, is_box: bool) -> Iterator[Attached]:
    r"""Yield the files that are attached to an e-mail, or to all of a mailbox.

    An e-mail that was passed on as an attachment has its own sender.

    Raises
    ------
    MailError
        It cannot be read as an e-mail.

    Examples
    --------
    >>> mail = b"From: Ana Lima <a@b.c>\nContent-Disposition: attachment; filename=x.py\n\na = 1"
    >>> [(one.sender, one.name, one.data) for one in attachments(mail, is_box=False)]
    [('Ana Lima', 'x.py', b'a = 1')]
    """
    mails = re.split(rb"(?m)^From [^\r\n]*\r?\n", data)[1:] if is_box else [data]
    try:
        for mail in mails:
            message = message_from_bytes(mail, policy=policy.default)
            if message.defects and not message.keys():
                raise MailError("it is not an e-mail, or only a part of one")
            yield from _attached(message, "", _EMPTY, 0)
    except (LookupError, TypeError, AttributeError, RecursionError, UnicodeError):
        raise MailError("it is an e-mail that cannot be read") from None


def _attached(
    message: Message | EmailMessage, sender: str, time: tuple[int, ...], depth: int
) -> Iterator[Attached]:
    if "from" in message:
        name, address = parseaddr(str(message["from"]))
        sender = name or address.partition("@")[0] or "unknown"
    if "date" in message and (sent := parsedate_tz(str(message["date"]))):
        time = sent[:6]
    if depth > _DEEPEST:
        return
    if message.is_multipart():  # also an e-mail that is attached
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _attached(part, sender, time, depth + 1)
    elif file := message.get_filename():
        content = message.get_payload(decode=True)
        plain = PurePosixPath(file.replace("\\", "/")).name or "unnamed"
        yield Attached(sender, plain, content if isinstance(content, bytes) else b"", time)
