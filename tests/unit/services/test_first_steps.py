"""What the first start asks is kept whole or not at all, and what was put off is not asked again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from smsdesk.desk import services_of
from smsdesk.domain.errors import InputError
from smsdesk.domain.signatures import Signature
from smsdesk.services.bundle import Services
from smsdesk.services.events import Events
from smsdesk.services.first_steps import Step, Welcome
from smsdesk.storage.database import Database


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    database = Database(tmp_path / "desk.sqlite3")
    yield services_of(database, Events())
    database.close()


def test_a_fresh_profile_was_asked_nothing(services: Services) -> None:
    assert services.first_steps.read() == Welcome()


def test_name_and_signature(services: Services) -> None:
    services.first_steps.name_institution("  Conservatoire  de Dole", " Conservatoire : ")
    assert services.first_steps.read().institution == "Conservatoire de Dole"
    services.first_steps.name_institution("Conservatoire de Dole", "Dole :")
    assert services.wording.read().signatures == (Signature("Conservatoire de Dole", "Dole : "),)
    services.first_steps.name_institution("Conservatoire de Dole")
    assert services.wording.read().signatures == (Signature("Conservatoire de Dole", "Dole : "),)


@pytest.mark.parametrize(("name", "signature"), [(" ", "x"), ("Mairie", "{x}"), ("Mairie", "x" * 99)])
def test_what_cannot_be_changes_nothing(services: Services, name: str, signature: str) -> None:
    with pytest.raises(InputError):
        services.first_steps.name_institution(name, signature)
    assert services.first_steps.read().institution == ""
    assert services.wording.read().signatures == ()


def test_language_and_phone_stay(services: Services) -> None:
    before = services.preferences.read()
    services.first_steps.name_institution("Mairie")
    after = services.preferences.read()
    assert (after.phone, after.language, after.appearance) == (
        before.phone,
        before.language,
        before.appearance,
    )


def test_put_off_and_ended(services: Services) -> None:
    services.first_steps.put_off(Step.MODEM)
    services.first_steps.end_guide()
    assert services.first_steps.read() == Welcome(put_off=frozenset({Step.MODEM}), guide=False)
