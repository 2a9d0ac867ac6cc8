"""The window: Qt Widgets, thin over the services."""

import builtins

import shiboken6  # noqa: F401  # it is what puts its own import in the place of Python's

# PySide6 looks through the source of each module that is imported after it, for features that we do not use:
# the program loads slower by that, and all these lines stay in memory. Python's own import does not.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
