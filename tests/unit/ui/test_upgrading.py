"""What one sees while the data of an earlier version are brought up to date."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from smsdesk.domain.errors import ProfileError
from smsdesk.domain.sentences import say
from smsdesk.ui import upgrading
from smsdesk.ui.i18n import Language, Translations
from smsdesk.ui.upgrading import UpgradeNotice, show_upgrade

DEADLINE_S = 60.0


@pytest.fixture(autouse=True)
def french(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(upgrading, "SHOWN_AFTER_S", 0.0)
    Translations.of(qapp).use(Language.FRENCH)
    yield
    Translations.of(qapp).stop()


def _notices(app: QApplication) -> list[UpgradeNotice]:
    return [each for each in app.topLevelWidgets() if isinstance(each, UpgradeNotice) and each.isVisible()]


def test_a_long_upgrade_says_what_goes_on_and_goes_away(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = threading.Event()
    words: list[str] = []

    class Watched(UpgradeNotice):
        def __init__(self) -> None:
            super().__init__()
            words.extend(label.text() for label in self.findChildren(QLabel))
            seen.set()

    monkeypatch.setattr(upgrading, "UpgradeNotice", Watched)
    show_upgrade(qapp, lambda: None if seen.wait(DEADLINE_S) else pytest.fail("nothing was shown"))
    assert words[0] == "Mise à jour de vos données…"
    assert not _notices(qapp)


def test_it_cannot_be_closed_before_the_end(qapp: QApplication) -> None:
    notice = UpgradeNotice()
    notice.show()
    assert not notice.close()
    assert notice.isVisible()
    notice.hide()


def test_a_short_upgrade_shows_nothing(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upgrading, "SHOWN_AFTER_S", DEADLINE_S)
    monkeypatch.setattr(upgrading, "UpgradeNotice", lambda: pytest.fail("it was shown"))
    done: list[bool] = []
    show_upgrade(qapp, lambda: done.append(True))
    assert done == [True]


def test_what_the_upgrade_refuses_is_raised_here(qapp: QApplication) -> None:
    def refuse() -> None:
        raise ProfileError(say("no room"))

    with pytest.raises(ProfileError, match="no room"):
        show_upgrade(qapp, refuse)
    assert not _notices(qapp)
