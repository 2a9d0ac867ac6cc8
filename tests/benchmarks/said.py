"""Everything that a town said by SMS in three years: an archive of a million messages for the benchmarks.

Two of three messages are broadcasts to classes of some hundred phones, the others are what came in: short answers,
sentences with names, the spam of carriers, messages of several parts of which one never came. The file has the
schema of a version before there was a search, so that opening it measures the upgrade too.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from sqlite_utils import Database as SqliteUtilsDatabase
from sqlite_utils.utils import sqlite3

from smsdesk.domain.clock import stamp
from smsdesk.storage.database import Connection
from smsdesk.storage.schema import migrations
from tests.benchmarks import town

FIRST_WITH_SEARCH = "m0014_archive"
PEOPLE = 30_000
YEARS = 3
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
SIM = "8933010000000000017"
AUDIENCE = (12, 30, 30, 30, 60, 120, 350, 1_000)
"""Phones of a broadcast: mostly classes, now and then a whole school."""
SHARE_OUT = 0.66
NEVER_WHOLE = 0.002
OF_CARRIERS = 0.01
UNREAD_LATELY = timedelta(days=20)

STEMS = [
    "cours",
    "répétition",
    "concert",
    "absence",
    "réunion",
    "sortie",
    "cantine",
    "garderie",
    "inscription",
    "audition",
    "examen",
    "chorale",
    "orchestre",
    "piano",
    "violon",
    "guitare",
    "solfège",
    "danse",
    "théâtre",
    "atelier",
    "salle",
    "horaire",
    "rendez-vous",
    "vacances",
    "rentrée",
    "certificat",
    "paiement",
    "facture",
    "dossier",
    "professeur",
    "remplaçant",
    "annulation",
    "report",
    "retard",
    "malade",
    "fièvre",
    "médecin",
    "grippe",
    "hôpital",
    "train",
    "bus",
    "voiture",
    "panne",
    "neige",
    "verglas",
    "grève",
    "alerte",
    "eau",
    "coupure",
    "travaux",
    "marché",
    "collecte",
    "déchets",
    "mairie",
    "bibliothèque",
    "piscine",
    "spectacle",
    "gala",
    "tenue",
    "costume",
    "partition",
    "instrument",
    "location",
    "clé",
    "parking",
    "entrée",
    "portail",
    "goûter",
    "pique-nique",
    "bonnet",
]
ENDINGS = ("", "", "", "s", "e", "es", "é", "ée", "ons", "ez", "ait", "eur", "ment", "age", "ette")
SMALL = [
    "le",
    "la",
    "les",
    "de",
    "du",
    "des",
    "un",
    "une",
    "et",
    "à",
    "au",
    "en",
    "pour",
    "par",
    "sur",
    "dans",
    "avec",
    "sans",
    "est",
    "sont",
    "sera",
    "a",
    "ont",
    "nous",
    "vous",
    "ils",
    "elle",
    "il",
    "ne",
    "pas",
    "plus",
    "très",
    "bien",
    "oui",
    "non",
    "merci",
    "bonjour",
    "bonsoir",
    "cordialement",
    "svp",
    "demain",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "matin",
    "soir",
    "midi",
    "semaine",
    "prochain",
    "prochaine",
    "votre",
    "notre",
    "mon",
    "ma",
    "mes",
    "son",
    "sa",
    "ses",
    "ce",
    "cette",
    "qui",
    "que",
    "quoi",
]
SHORT = (
    "Merci", "ok", "Ok merci", "Oui", "oui nous serons {n}", "Non désolé", "non dsl", "Bien reçu, merci", "👍", "OUI",
    "Il est malade", "Elle sera absente {jour}", "D’accord", "Qui êtes-vous ?", "STOP", "À quelle heure ?", "oui !",
)  # fmt: skip
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi")


@dataclass(frozen=True)
class Archive:
    """What was written: phones that talk, one broadcast to a thousand, how many messages."""

    phones: tuple[str, ...]
    large_broadcast: int
    messages: int


class _Raw:
    """What `town.fill` needs of a database, over a file of the earlier schema."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        yield self._connection


def write(path: Path, count: int, seed: int = 7, people: int = PEOPLE) -> Archive:
    """Write a file of the schema before the archive with `count` messages in it."""
    chance = random.Random(seed)
    with closing(sqlite3.connect(str(path), isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        for pragma in ("journal_mode=WAL", "synchronous=OFF", "cache_size=-256000"):
            connection.execute(f"PRAGMA {pragma}")
        migrations.apply(SqliteUtilsDatabase(connection), stop_before=FIRST_WITH_SEARCH)
        connection.execute("BEGIN")
        town.fill(_Raw(connection), min(people, count))  # type: ignore[arg-type]  # all that it uses
        rows = connection.execute("SELECT DISTINCT e164 FROM phones WHERE mobile = 1 ORDER BY e164")
        phones = tuple(row[0] for row in rows)
        out = int(count * SHARE_OUT)
        large = _broadcasts(connection, chance, phones, out)
        _received(connection, chance, phones, count - out)
        connection.execute("COMMIT")
    return Archive(phones, large, count)


class Writer:
    """Makes texts: small words often, stems with endings, names, typing errors."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        made = [stem + ending for ending in ENDINGS for stem in STEMS]
        names = [*town.first_names(), *town.last_names()]
        chance.shuffle(names)
        words = [*SMALL, *dict.fromkeys([*made, *names])]
        self._words = words
        self._weights = list(accumulate(1 / (rank + 6) for rank in range(len(words))))

    def sentence(self, fewest: int = 4, most: int = 24) -> str:
        number = self._chance.randint(fewest, most)
        words = self._chance.choices(self._words, cum_weights=self._weights, k=number)
        if self._chance.random() < 0.2:
            at = self._chance.randrange(number)
            words[at] = self._mistyped(words[at])
        if self._chance.random() < 0.3:
            words.append(f"à {self._chance.randrange(8, 20)}h{self._chance.choice(('', '15', '30'))}")
        return f"{' '.join(words).capitalize()}."

    def _mistyped(self, word: str) -> str:
        at = self._chance.randrange(len(word))
        return f"{word[:at]}{self._chance.choice('aeiourstnl')}{word[at + 1 :]}"

    def answer(self) -> str:
        if self._chance.random() < 0.5:
            short = self._chance.choice(SHORT)
            return short.format(n=self._chance.randrange(1, 6), jour=self._chance.choice(DAYS))
        return self.sentence(3, 30)


def _broadcasts(connection: Connection, chance: random.Random, phones: tuple[str, ...], count: int) -> int:
    """Broadcasts over the years, delivered but for some; the id of the last one to a thousand phones."""
    writer, first = Writer(chance), NOW - timedelta(days=365 * YEARS)
    sizes = list(_sizes(chance, count, len(phones)))
    step = (NOW - first) / len(sizes)
    message_id = 0
    for number, size in enumerate(sizes, 1):
        at = first + step * number
        body = writer.sentence(8)
        start = chance.randrange(len(phones))
        told = [phones[(start + each) % len(phones)] for each in range(size)]
        _broadcast(connection, number, body, told, message_id, at, chance)
        message_id += size
    return max(number for number, size in enumerate(sizes, 1) if size == max(sizes))


def _sizes(chance: random.Random, count: int, most: int) -> Iterator[int]:
    left = count
    while left:
        size = min(left, most, chance.choice(AUDIENCE))
        left -= size
        yield size


def _broadcast(
    connection: Connection,
    number: int,
    body: str,
    phones: list[str],
    first: int,
    at: datetime,
    chance: random.Random,
) -> None:
    moment = stamp(at)
    connection.execute(
        "INSERT INTO broadcasts (id, title, body, purpose, priority, created_at)"
        " VALUES (?, ?, ?, 'information', 1, ?)",
        (number, body[:40], body, moment),
    )
    numbered = list(enumerate(phones, first + 1))
    connection.executemany(
        "INSERT INTO messages (id, broadcast_id, e164, text, encoding, created_at) VALUES (?, ?, ?, ?, 'gsm7', ?)",
        ((message_id, number, phone, body, moment) for message_id, phone in numbered),
    )
    connection.executemany(
        "INSERT INTO message_people (message_id, position, name) VALUES (?, 0, 'Anne Martin')",
        ((message_id,) for message_id, _ in numbered),
    )
    connection.executemany(
        "INSERT INTO parts (id, message_id, seq, text, priority) VALUES (?, ?, 1, ?, 1)",
        ((message_id, message_id, body) for message_id, _ in numbered),
    )
    here = (first + 1, first + len(phones))
    end = "delivered" if chance.random() < 0.97 else "failed"
    for state in ("claimed", "submitting", "accepted", end):
        connection.execute("UPDATE parts SET state = ? WHERE id BETWEEN ? AND ?", (state, *here))
    connection.execute(
        "UPDATE parts SET sim = ?, attempts = 1, submitted_at = ?, accepted_at = ? WHERE id BETWEEN ? AND ?",
        (SIM, moment, moment, *here),
    )


def _received(connection: Connection, chance: random.Random, phones: tuple[str, ...], count: int) -> None:
    writer, first = Writer(chance), NOW - timedelta(days=365 * YEARS)
    step = (NOW - first) / count
    connection.executemany(
        "INSERT INTO received (id, sender, sender_kind, kind, text, complete, visible_from, sim, concat_ref,"
        " concat_total, sent_at, received_at, read_at) VALUES (?, ?, ?, 'sms', ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_row(number, first + step * number, writer, chance, phones) for number in range(1, count + 1)),
    )


def _row(
    number: int, at: datetime, writer: Writer, chance: random.Random, phones: tuple[str, ...]
) -> tuple[object, ...]:
    moment = stamp(at)
    if chance.random() < OF_CARRIERS:
        sender, kind = chance.choice((("Info Conso", "alphanumeric"), ("38200", "short_code")))
    else:
        sender, kind = phones[int(len(phones) * chance.random() ** 2)], "phone"  # some write often
    whole = chance.random() >= NEVER_WHOLE
    read = None if NOW - at < UNREAD_LATELY and chance.random() < 0.3 else moment
    parts = (None, None) if whole else (number % 256, 2)
    return number, sender, kind, writer.answer(), int(whole), moment, SIM, *parts, moment, moment, read
