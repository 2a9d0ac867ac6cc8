"""Envois: the list with its filters, and one broadcast followed live, called back, decided upon."""

from __future__ import annotations

from datetime import timedelta

import pytest
from page_desk import PageDesk, child, nameless
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton
from sent_desk import advance, send

from smsdesk.domain.broadcast_views import StateFilter
from smsdesk.domain.compositions import TO_WHOM
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import PartState, Purpose
from smsdesk.services.events import Changed, Topic
from smsdesk.ui.models.broadcasts import PAGE, SUMMARY_ROLE
from smsdesk.ui.models.messages import STATE_ROLE, Column
from smsdesk.ui.pages.broadcast import BroadcastPage
from smsdesk.ui.pages.broadcasts import BroadcastsPage
from smsdesk.ui.places import NotifyStart, Place, Route

S = PartState


def followed(desk: PageDesk, broadcast_id: int) -> BroadcastPage:
    page = desk.show(BroadcastPage)
    assert isinstance(page, BroadcastPage)
    page.open(broadcast_id)
    desk.until(lambda: desk.tasks.idle and bool(page.title))
    return page


def listed(desk: PageDesk) -> BroadcastsPage:
    page = desk.show(BroadcastsPage)
    assert isinstance(page, BroadcastsPage)
    return page


def titles(page: BroadcastsPage) -> list[str]:
    model = page.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


class TestList:
    def test_an_empty_list_says_what_it_is_for(self, desk: PageDesk) -> None:
        page = listed(desk)
        child(page, "broadcasts_write_first").click()
        assert desk.gone_to == [Place(Route.NOTIFY, NotifyStart())]
        assert nameless(page) == []

    def test_a_filter_that_nothing_fits_is_no_first_start(self, desk: PageDesk) -> None:
        page = listed(desk)
        assert child(page, "broadcasts_write_first").isVisible()
        child(page, "broadcasts_state_failed").click()
        desk.until(lambda: not child(page, "broadcasts_write_first").isVisible())

    def test_newest_first_and_live(self, desk: PageDesk) -> None:
        send(desk, 1, "Premier")
        page = listed(desk)
        assert titles(page) == ["Premier"]
        desk.services.notify.send_numbers(["0639980009"], "Deuxième")
        desk.until(lambda: titles(page) == ["Deuxième", "Premier"])

    def test_a_row_changes_where_it_stands(self, desk: PageDesk) -> None:
        number = send(desk, 2)
        page = listed(desk)
        resets = []
        page.list.model().modelReset.connect(lambda: resets.append(1))
        advance(desk, number, [S.DELIVERED, S.FAILED])
        index = page.list.model().index(0, 0)
        desk.until(lambda: index.data(SUMMARY_ROLE).counts.get(S.DELIVERED) == 1)
        assert resets == []
        assert "1 not delivered" in index.data(Qt.ItemDataRole.AccessibleTextRole)

    def test_filters(self, desk: PageDesk) -> None:
        advance(desk, send(desk, 1, "Incertain"), [S.UNKNOWN])
        advance(desk, send(desk, 1, "Échoué"), [S.FAILED])
        advance(desk, send(desk, 1, "Remis"), [S.DELIVERED])
        send(desk, 1, "En cours")
        page = listed(desk)
        shown = {}
        for wanted in StateFilter:
            page._filters._buttons[wanted].click()
            desk.until(lambda: desk.tasks.idle)
            shown[wanted] = titles(page)
        assert shown == {
            StateFilter.ALL: ["En cours", "Remis", "Échoué", "Incertain"],
            StateFilter.RUNNING: ["En cours"],
            StateFilter.UNCERTAIN: ["Incertain"],
            StateFilter.FAILED: ["Échoué"],
        }

    def test_answers_stand_in_the_inbox_unless_they_wait_for_a_decision(self, desk: PageDesk) -> None:
        sent = desk.services.notify.reply("+33639980001", "Bien sûr")
        page = listed(desk)
        assert titles(page) == []
        advance(desk, sent, [S.UNKNOWN])
        desk.until(lambda: len(titles(page)) == 1)

    def test_a_link_to_what_is_to_be_decided(self, desk: PageDesk) -> None:
        advance(desk, send(desk, 1, "Incertain"), [S.UNKNOWN])
        send(desk, 1, "En cours")
        page = listed(desk)
        page.open("uncertain")
        desk.until(lambda: desk.tasks.idle)
        assert titles(page) == ["Incertain"]

    def test_search_in_title_and_text(self, desk: PageDesk) -> None:
        send(desk, 1, "Piano", "Cours annulé")
        send(desk, 1, "Violon", "Répétition")
        page = listed(desk)
        child(page, "broadcasts_search").setText("repetition")
        desk.until(lambda: titles(page) == ["Violon"])

    def test_pages_come_as_one_scrolls_and_behind_a_filter_by_themselves(self, desk: PageDesk) -> None:
        advance(desk, send(desk, 1, "Le plus ancien"), [S.UNKNOWN])
        for number in range(PAGE + 5):
            send(desk, 1, f"Envoi {number}")
        page = listed(desk)
        assert len(titles(page)) == PAGE
        page._filters._buttons[StateFilter.UNCERTAIN].click()
        desk.until(lambda: titles(page) == ["Le plus ancien"])

    def test_a_click_opens_the_broadcast(self, desk: PageDesk) -> None:
        number = send(desk, 1)
        page = listed(desk)
        place = page.list.visualRect(page.list.model().index(0, 0)).center()
        desk.qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert desk.gone_to == [Place(Route.BROADCAST, number)]


def column(page: BroadcastPage, which: Column) -> list[str]:
    return [page.model.index(row, which).data() for row in range(page.model.rowCount())]


class TestOne:
    def test_every_control_has_a_name(self, desk: PageDesk) -> None:
        number = send(desk, 2)
        advance(desk, number, [S.UNKNOWN])
        assert nameless(followed(desk, number)) == []

    def test_people_phones_and_states_live(self, desk: PageDesk) -> None:
        number = send(desk, 3)
        page = followed(desk, number)
        assert page.title == "Piano"
        assert set(column(page, Column.STATE)) == {"Waiting"}
        advance(desk, number, [S.DELIVERED, S.ACCEPTED])
        desk.until(lambda: column(page, Column.STATE) == ["Delivered", "Sent", "Waiting"])
        assert column(page, Column.PEOPLE)[0] == "Léa Martin0"
        assert "39" in column(page, Column.PHONE)[0]
        assert page.model.index(0, 0).data(STATE_ROLE) == S.DELIVERED
        assert page.head.figure.text() == "2 of 3 done"

    def test_rows_are_updated_where_they_stand(self, desk: PageDesk) -> None:
        number = send(desk, 3)
        page = followed(desk, number)
        resets: list[int] = []
        changes: list[tuple[int, int]] = []
        page.model.modelReset.connect(lambda: resets.append(1))
        page.model.dataChanged.connect(lambda a, b: changes.append((a.row(), b.row())))
        advance(desk, number, [S.QUEUED, S.DELIVERED])
        desk.until(lambda: bool(changes))
        assert resets == []
        assert changes == [(1, 1)]

    def test_events_of_other_broadcasts_cost_nothing(self, desk: PageDesk) -> None:
        page = followed(desk, send(desk, 1))
        asked: list[int] = []
        page.refresh = lambda: asked.append(1)  # type: ignore[method-assign]
        page.on_changed(frozenset({Changed(Topic.BROADCASTS, 999), Changed(Topic.INBOX)}))
        assert asked == []
        page.on_changed(frozenset({Changed(Topic.BROADCASTS)}))
        assert asked == [1]

    def test_within_five_seconds_it_is_called_back(self, desk: PageDesk) -> None:
        number = send(desk, 2, not_before=desk.clock() + timedelta(seconds=30))
        page = followed(desk, number)
        assert "Leaves in" in page._soon.label.text()
        child(page, "broadcast_undo").click()
        desk.until(lambda: desk.services.broadcasts.get(number).summary.cancelled)
        desk.until(lambda: not page._soon.isVisible())
        assert desk.told[-1].text == "Cancelled: nothing was sent. The message is a draft again."
        (draft,) = desk.services.drafts.list()
        assert desk.gone_to[-1] == Place(Route.NOTIFY, NotifyStart(draft_id=draft.id))
        assert not page._second.isActive()

    def test_the_countdown_runs_only_while_there_is_one(self, desk: PageDesk) -> None:
        page = followed(desk, send(desk, 1))
        assert not page._second.isActive()
        page.open(send(desk, 1, "Bientôt", not_before=desk.clock() + timedelta(seconds=40)))
        desk.until(page._second.isActive)
        page.leave()
        assert not page._second.isActive()

    def test_a_send_of_tomorrow_shows_its_hour(self, desk: PageDesk) -> None:
        page = followed(desk, send(desk, 1, not_before=desk.clock() + timedelta(days=1)))
        assert "Leaves on" in page._soon.label.text()
        assert not page._second.isActive()

    def test_pause_and_go_on(self, desk: PageDesk) -> None:
        number = send(desk, 1)
        page = followed(desk, number)
        pause, resume = page._pause, page._resume
        assert not pause.isHidden()
        assert resume.isHidden()
        pause.click()
        desk.until(lambda: not resume.isHidden())
        assert desk.services.broadcasts.get(number).summary.paused
        resume.click()
        desk.until(lambda: not pause.isHidden())

    def test_stopping_says_what_had_already_left(self, desk: PageDesk) -> None:
        number = send(desk, 3)
        advance(desk, number, [S.DELIVERED])
        page = followed(desk, number)
        page._stop_button.click()
        desk.until(lambda: bool(desk.told))
        assert desk.told[-1].text == "2 messages were stopped. 1 were already on their way."
        desk.until(lambda: column(page, Column.STATE) == ["Delivered", "Stopped", "Stopped"])

    @pytest.mark.parametrize(
        ("button", "state"), [("decision_resend", S.QUEUED), ("decision_sent", S.ACCEPTED)]
    )
    def test_deciding_on_everything_uncertain(self, desk: PageDesk, button: str, state: PartState) -> None:
        number = send(desk, 3)
        advance(desk, number, [S.UNKNOWN, S.DELIVERED, S.UNKNOWN])
        page = followed(desk, number)
        assert "2 uncertain" in page.decision.accessibleName()
        child(page, button).click()
        assert "all 2" in page.decision.accessibleName()
        assert [message.state for message in page.model.messages].count(S.UNKNOWN) == 2  # asked once more
        child(page, "decision_confirm").click()
        desk.until(lambda: not page.decision.isVisible())
        states = [message.state for message in page.model.messages]
        assert states == [state, S.DELIVERED, state]

    def test_deciding_on_the_marked_one_only(self, desk: PageDesk) -> None:
        number = send(desk, 2)
        advance(desk, number, [S.UNKNOWN, S.UNKNOWN])
        page = followed(desk, number)
        page.table.selectRow(1)
        assert "Martin1" in page.decision.accessibleName()
        child(page, "decision_sent").click()
        desk.until(lambda: page.model.messages[1].state is S.ACCEPTED)
        assert page.model.messages[0].state is S.UNKNOWN

    def test_the_ones_not_reached_are_to_be_called(self, desk: PageDesk) -> None:
        number = send(desk, 4)
        advance(desk, number, [S.DELIVERED, S.FAILED, S.UNKNOWN, S.ACCEPTED])
        page = followed(desk, number)
        desk.until(lambda: page._tabs.button("calls").text() == "Not reached 2")
        page._tabs.button("calls").click()
        model = page.calls.model
        assert [model.index(row, 0).data() for row in range(2)] == ["Léa Martin1", "Léa Martin2"]

    @pytest.mark.parametrize(
        ("relation", "state"),
        [
            (Relation.NOT_REACHED, S.FAILED),
            (Relation.NOT_ANSWERED, S.DELIVERED),
            (Relation.REPEAT, S.DELIVERED),
        ],
    )
    def test_a_message_that_follows_begins_from_here(
        self, desk: PageDesk, relation: Relation, state: PartState
    ) -> None:
        number = send(desk, 1, text="Cours annulé")
        page = followed(desk, number)
        button = page.findChild(QAbstractButton, f"broadcast_{relation}")
        assert not button.isVisibleTo(page)  # while it is being sent
        advance(desk, number, [state])
        desk.until(lambda: button.isVisibleTo(page))
        button.click()
        assert desk.gone_to == [Place(Route.NOTIFY, NotifyStart(about=number, relation=relation))]

    def test_what_would_reach_nobody_is_not_offered_and_the_others_say_how_many(self, desk: PageDesk) -> None:
        number = send(desk, 3)
        advance(desk, number, [S.DELIVERED, S.FAILED, S.UNKNOWN])
        page = followed(desk, number)
        missed, silent = (child(page, f"broadcast_{each}") for each in TO_WHOM)
        desk.until(missed.isVisible)
        assert (missed.text(), silent.text()) == (
            "Write to the 1 not reached",
            "Write to the 1 without an answer",
        )
        desk.comes("+33639980000", "merci")
        desk.until(lambda: not silent.isVisible())
        assert missed.isVisible()
        all_there = send(desk, 1, "Chorale")
        advance(desk, all_there, [S.DELIVERED])
        page.open(all_there)
        desk.until(silent.isVisible)
        assert not missed.isVisible()

    def test_what_cannot_be_sent_again_stays_and_the_others_are(self, desk: PageDesk) -> None:
        number = send(desk, 3)
        advance(desk, number, [S.UNKNOWN, S.UNKNOWN, S.UNKNOWN])
        page = followed(desk, number)
        child(page, "decision_resend").click()
        desk.services.consents.record("+33639980001", Purpose.INFORMATION, granted=False, source="appel")
        child(page, "decision_confirm").click()
        desk.until(lambda: len(desk.told) == 2)
        assert desk.told[0].text == "2 messages are sent again."
        assert "Léa Martin1 objected" in desk.told[1].text
        now = [S.QUEUED, S.UNKNOWN, S.QUEUED]
        desk.until(lambda: [message.state for message in page.model.messages] == now)

    def test_hostile_names_and_titles_are_made_visible(self, desk: PageDesk) -> None:
        number = send(desk, 1, "Piano\u202egpj.exe")
        page = followed(desk, number)
        assert "\u202e" not in page.title
        assert "⟨U+202E⟩" in page.title

    def test_a_table_of_thousands_measures_no_row(self, desk: PageDesk) -> None:
        page = followed(desk, send(desk, 1))
        rows = page.table.verticalHeader()
        assert rows.sectionResizeMode(0) == rows.ResizeMode.Fixed
        assert page.model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
        assert page.model.rowCount(QModelIndex()) == 1
