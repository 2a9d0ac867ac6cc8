"""People who answer as the families of a school do: politely, briefly, now and then at length."""

from __future__ import annotations

import random
from collections.abc import Callable

Reply = Callable[[str], str | None]
"""A correspondent: gets a text, gives the answer or None."""

ANSWERS = (
    "Merci, bien reçu.",
    "D'accord, merci de nous avoir prévenus.",
    "OK merci",
    "Bien noté, bonne journée !",
    "Merci. Le cours sera-t-il rattrapé ?",
    "Merci pour l'info 👍",
    "Bonjour, nous n'avions pas prévu d'être là ce jour-là de toute façon : Léa est en classe verte. "
    "Pouvez-vous nous confirmer que le cours de la semaine suivante est bien maintenu ? Merci beaucoup.",
)


def chatty(share: float, seed: int) -> Reply:
    """Answer this share of all messages, from 0 to 1, with one of `ANSWERS`; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - seeded on purpose

    def reply(text: str) -> str | None:
        del text
        return chance.choice(ANSWERS) if chance.random() < share else None

    return reply
