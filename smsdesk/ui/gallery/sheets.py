"""The sheets of the gallery, by name."""

from __future__ import annotations

from collections.abc import Callable

from smsdesk.ui.gallery import controls, messages, surfaces
from smsdesk.ui.gallery.specimen import Specimen

SHEETS: dict[str, Callable[[], tuple[Specimen, ...]]] = {
    "texts": messages.texts,
    "buttons": controls.buttons,
    "fields": controls.fields,
    "states": messages.states,
    "messages": messages.outcomes,
    "surfaces": surfaces.surfaces,
    "rows": surfaces.rows,
}
