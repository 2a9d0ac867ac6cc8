"""Where the files that come with the program lie, however it was installed."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def _root() -> Path:
    """Beside the package in a clone, inside it in a wheel, in the unpacking folder of a frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    places = [*([Path(frozen) / "resources"] if frozen else []), _PACKAGE / "resources"]
    return next((place for place in places if place.is_dir()), _PACKAGE.parent / "resources")


def resource_path(*parts: str) -> Path:
    """The path of one resource, such as `resource_path("templates", "fr.toml")`."""
    return _root().joinpath(*parts)
