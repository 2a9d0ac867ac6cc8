"""The records of exercises that version 0.2 kept with names: after the upgrade they go with the people."""

from __future__ import annotations

import json
from pathlib import Path

from sqlite_utils import Database as SqliteUtilsDatabase

from smsdesk.storage.database import Database
from smsdesk.storage.exercise_records import load
from smsdesk.storage.migrations_exercises import m0020_exercise_lines

MOTHER, STRANGER = "+33639980001", "+33639980002"
AT = "2026-03-12T12:00:00.000+00:00"


def old_record() -> str:
    entry = ["accepted", "Léa est en sécurité.", AT, AT, None, None]
    return json.dumps(
        {
            "steps": [["alert", 0, "{prénom} est en sécurité.", AT, "", 0]],
            "ended_at": AT,
            "institution": "Conservatoire",
            "made_at": AT,
            "rows": [[MOTHER, ["Léa Martin"], [entry], []], [STRANGER, ["Qui Donc"], [entry], []]],
            "unreachable": [["Jean Fixe", ["No mobile number, only landlines.", {}], ["+33297112233"]]],
        }
    )


def test_names_leave_the_old_record_and_go_with_the_people(tmp_path: Path) -> None:
    database = Database(tmp_path / "desk.sqlite3")
    with database.write() as connection:
        for table in ("exercise_people", "exercise_lines"):
            connection.execute(f"DROP TABLE {table}")
        for number, kind, first, last in (
            (1, "pupil", "Léa", "Martin"),
            (2, "guardian", "Anne", "Martin"),
            (3, "pupil", "Jean", "Fixe"),
        ):
            connection.execute(
                "INSERT INTO contacts (id, kind, first_name, last_name, folded, created_at, updated_at)"
                " VALUES (?, ?, ?, ?, '', ?, ?)",
                (number, kind, first, last, AT, AT),
            )
        connection.execute(
            "INSERT INTO phones (contact_id, e164, mobile, position) VALUES (2, ?, 1, 0)", (MOTHER,)
        )
        connection.execute("INSERT INTO guardianships (pupil_id, guardian_id, position) VALUES (1, 2, 0)")
        connection.execute(
            "INSERT INTO crises (id, scenario, exercise, request, fields, started_at, log)"
            " VALUES (1, 'evacuation', 1, '{}', '{}', ?, ?), (2, 'water', 1, '{}', '{}', ?, 'torn')",
            (AT, old_record(), AT),
        )
        m0020_exercise_lines(SqliteUtilsDatabase(connection))

    with database.write() as connection:
        lines = load(connection, 1)
        assert {place: (line.ids, line.e164, line.texts) for place, line in lines.items()} == {
            0: ((1,), MOTHER, ("Léa est en sécurité.",)),
            2: ((3,), "", ()),
        }
        logs = [row[0] for row in connection.execute("SELECT log FROM crises ORDER BY id")]
        assert logs[1] is None
        assert not [each for each in ("Léa", "Qui", "Fixe", MOTHER, STRANGER) if each in logs[0]]
        connection.execute("DELETE FROM contacts WHERE id = 1")
        assert set(load(connection, 1)) == {2}
    database.close()
