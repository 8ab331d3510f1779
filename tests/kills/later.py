"""This program as a later version of itself, with one revision of the tables more."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from jury_desktop.storage import migrate
from tests.storage.test_migrate import NEXT

LATER = "9001"


@contextmanager
def become_later() -> Iterator[None]:
    """Within this, dossiers of now are those of an earlier version."""
    with tempfile.TemporaryDirectory() as folder:
        revisions = Path(folder, "migrations")
        shutil.copytree(migrate.REVISIONS, revisions, ignore=shutil.ignore_patterns("__pycache__"))
        text = NEXT.format(head=migrate.HEAD, more="pass")
        (revisions / "versions" / f"{LATER}_next.py").write_text(text, encoding="utf-8")
        with mock.patch.object(migrate, "REVISIONS", revisions), mock.patch.object(migrate, "HEAD", LATER):
            yield
