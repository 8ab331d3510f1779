"""The window: pages, dialogs and widgets. Knows Qt and the services, nothing below them."""

from jury_desktop.ui.immortal import hold_singletons

hold_singletons()
