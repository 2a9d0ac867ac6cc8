"""Every migration, in the order in which they are applied."""

from __future__ import annotations

from importlib import import_module

from sqlite_utils import Migrations

from smsdesk.storage.versions import MIGRATIONS, STEPS

migrations = Migrations(MIGRATIONS)

for module, name in STEPS:
    migrations()(getattr(import_module(f"smsdesk.storage.{module}"), name))

__all__ = ["migrations"]
