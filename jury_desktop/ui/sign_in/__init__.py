"""Who sits at the window: signing in, the lock, and another secret."""

from jury_desktop.ui.sign_in.guard import Guard

__all__ = ["Guard"]
