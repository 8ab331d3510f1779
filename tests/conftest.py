"""What holds for every test: no real screen is needed, no test fails because a machine is slow."""

from __future__ import annotations

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("jury", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("jury")
