"""The live page beside its table: filters, whom to call, answers, links, the rule; and the composer's rule."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from page_desk import PageDesk, child, nameless
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFrame
from sent_desk import advance, send

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.broadcast_views import KindFilter
from smsdesk.domain.crisis import CrisisDraft, Scenario
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import PartState as S
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.people_drafts import ContactDraft, GuardianDraft
from smsdesk.services.long_work import LongWork
from smsdesk.services.notify import SendOptions
from smsdesk.ui.calling_paper import calls_paper
from smsdesk.ui.models.calls import CallColumn
from smsdesk.ui.models.messages import Column
from smsdesk.ui.pages.broadcast import BroadcastPage
from smsdesk.ui.pages.broadcasts import BroadcastsPage
from smsdesk.ui.pages.notify import NotifyPage
from smsdesk.ui.paper import as_pdf
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.widgets.bubbles import Bubble

MOTHER, FATHER, HOME = "+33639980501", "+33639980502", "+33199001234"


def followed(desk: PageDesk, broadcast_id: int) -> BroadcastPage:
    page = desk.show(BroadcastPage)
    assert isinstance(page, BroadcastPage)
    page.open(broadcast_id)
    desk.until(lambda: desk.tasks.idle and bool(page.title))
    return page


def family(desk: PageDesk) -> int:
    """Léa, with a mother who has a landline too, and a father; gives her id."""
    people = desk.services.people
    mother = people.save_contact(
        ContactDraft("Anne", "Roux", ContactKind.GUARDIAN, (Phone(MOTHER), Phone(HOME, mobile=False)))
    )
    father = people.save_contact(ContactDraft("Paul", "Roux", ContactKind.GUARDIAN, (Phone(FATHER),)))
    links = (GuardianDraft(mother.id, relation="mère"), GuardianDraft(father.id, relation="père"))
    return people.save_contact(ContactDraft("Léa", "Roux", ContactKind.PUPIL, guardians=links)).id


def to_lea(desk: PageDesk, minutes: int | None = 30) -> int:
    request = AudienceRequest(contact_ids=(family(desk),), second_guardian_after=minutes)
    return desk.services.notify.send(request, "Pas de cours, {prénom}", options=SendOptions(title="Piano"))


def names(page: BroadcastPage) -> list[str]:
    return [page.model.index(row, Column.PEOPLE).data() for row in range(page.model.rowCount())]


class TestPeople:
    def test_chips_by_state_and_a_search_by_name_or_phone(self, desk: PageDesk) -> None:
        number = send(desk, 4)
        advance(desk, number, [S.DELIVERED, S.FAILED, S.UNKNOWN])
        page = followed(desk, number)
        child(page, "broadcast_state_failed").click()
        assert names(page) == ["Léa Martin1"]
        child(page, "broadcast_state_all").click()
        search = child(page, "broadcast_search")
        search.setText("lea martin2")
        desk.until(lambda: names(page) == ["Léa Martin2"])
        search.setText("06 39 98 00 03")
        desk.until(lambda: names(page) == ["Léa Martin3"])
        search.setText("personne")
        desk.until(lambda: names(page) == [])
        assert page.people._stack.currentIndex() == 1

    def test_what_changes_stays_in_its_filter(self, desk: PageDesk) -> None:
        number = send(desk, 2)
        page = followed(desk, number)
        child(page, "broadcast_state_waiting").click()
        assert len(names(page)) == 2
        advance(desk, number, [S.DELIVERED])
        desk.until(lambda: names(page) == ["Léa Martin1"])

    def test_where_it_is_narrow_the_chips_are_a_list(self, desk: PageDesk) -> None:
        number = send(desk, 2)
        advance(desk, number, [S.DELIVERED, S.FAILED])
        page = followed(desk, number)
        page.resize(736, 500)
        states = child(page, "broadcast_states")
        desk.until(states.isVisible)
        at = states.findText("1 not delivered")
        states.setCurrentIndex(at)
        states.activated.emit(at)
        assert names(page) == ["Léa Martin1"]

    def test_for_all_of_them_it_may_be_thought_better_of(self, desk: PageDesk) -> None:
        number = send(desk, 2)
        advance(desk, number, [S.UNKNOWN, S.UNKNOWN])
        page = followed(desk, number)
        child(page, "decision_resend").click()
        assert "twice" in page.decision.accessibleName()
        child(page, "decision_back").click()
        assert not child(page, "decision_confirm").isVisible()
        assert [message.state for message in page.model.messages] == [S.UNKNOWN, S.UNKNOWN]


class TestProgress:
    def test_what_is_held_with_all_the_rest_says_so_instead_of_a_time_left(self, desk: PageDesk) -> None:
        number = send(desk, 6)
        advance(desk, number, [S.ACCEPTED] * 4)
        page = followed(desk, number)
        live = child(page, "broadcast_live")
        desk.services.station.pause()
        desk.until(lambda: live.text().startswith("Sending is paused"))
        assert "left" not in live.text()
        desk.services.station.resume()
        desk.until(lambda: not live.text().startswith("Sending is paused"))
        assert "left" in live.text()

    def test_pace_time_left_and_end(self, desk: PageDesk) -> None:
        number = send(desk, 6)
        page = followed(desk, number)
        assert page.head.live.text() == ""
        advance(desk, number, [S.ACCEPTED] * 4)
        desk.until(lambda: "a minute" in page.head.live.text())
        assert "left" in page.head.live.text()
        with desk.database.write() as connection:
            for state in ("claimed", "submitting", "accepted"):
                connection.execute("UPDATE parts SET state = ? WHERE state <> 'accepted'", (state,))
        page.refresh()
        desk.until(lambda: page.head.live.text().startswith("finished: "))

    def test_what_has_left_is_shown_as_left(self, desk: PageDesk) -> None:
        number = send(desk, 3)
        advance(desk, number, [S.DELIVERED])
        page = followed(desk, number)
        child(page.actions_bar, "broadcast_stop").click()
        desk.until(lambda: page.head.figure.text() == "Stopped · 1 had left · 2 not sent")


class TestText:
    def test_a_short_text_stands_over_the_end_of_its_caption(self, desk: PageDesk) -> None:
        page = followed(desk, send(desk, 1, text="Oui"))
        child(page, "broadcast_tab_text").click()
        desk.until(page.text.isVisible)
        bubble = page.text.findChild(Bubble)
        frame = bubble.findChild(QFrame)
        edges = {each.mapTo(bubble, each.rect().topRight()).x() for each in (frame, bubble.caption)}
        assert len(edges) == 1


class TestCalls:
    def test_every_phone_of_the_family_to_tick_with_a_note(self, desk: PageDesk) -> None:
        number = to_lea(desk)
        advance(desk, number, [S.FAILED])
        page = followed(desk, number)
        desk.until(lambda: page.calls.model.rowCount() == 1)
        child(page, "broadcast_tab_calls").click()
        assert nameless(page) == []
        first = page.calls.model.index(0, CallColumn.PHONES).data()
        assert first.replace("\u00a0", " ") == "01 99 00 12 34 Anne Roux"
        child(page, "call_called").click()
        listed = desk.services.following.calling_list
        desk.until(lambda: listed(number).called == 1)
        note = child(page, "call_note")
        desk.qtbot.keyClicks(note, "Rappellera")
        desk.qtbot.keyClick(note, Qt.Key.Key_Return)
        desk.until(lambda: page.calls.model.index(0, CallColumn.NOTE).data() == "Rappellera")
        call = listed(number).entries[0].call
        assert call is not None
        assert call.called  # the note did not take the tick away

    def test_a_tick_in_the_table_by_the_space_key(self, desk: PageDesk) -> None:
        number = send(desk, 2)
        advance(desk, number, [S.FAILED, S.FAILED])
        page = followed(desk, number)
        desk.until(lambda: page.calls.model.rowCount() == 2)
        child(page, "broadcast_tab_calls").click()
        page.calls.table.setFocus()
        desk.qtbot.keyClick(page.calls.table, Qt.Key.Key_Down)
        desk.qtbot.keyClick(page.calls.table, Qt.Key.Key_Space)
        desk.until(lambda: desk.services.following.calling_list(number).called == 1)
        assert desk.services.following.calling_list(number).entries[1].call is not None

    def test_on_paper_and_as_pdf(self, desk: PageDesk, tmp_path: Path) -> None:
        number = to_lea(desk)
        advance(desk, number, [S.FAILED])
        desk.services.following.keep_call(number, desk.services.following.calling_list(number).entries[0].who,
                                          called=True, note="<b>Rappellera</b>")  # fmt: skip
        listed = desk.services.following.calling_list(number)
        words = calls_paper("Piano <1>", listed).whole().toPlainText().replace("\u00a0", " ")
        for said in ("Piano <1>", "Léa Roux", "01 99 00 12 34 Anne Roux (mère)", "(tried by SMS)", "☑",
                     "<b>Rappellera</b>"):  # fmt: skip
            assert said in words
        pdf = as_pdf(calls_paper("Piano", listed).sheet(), LongWork())
        assert pdf.startswith(b"%PDF-")
        assert b"/Type /Page\n" in pdf or b"/Type /Page " in pdf or b"/Type/Page" in pdf
        page = followed(desk, number)
        path = tmp_path / "appels.pdf"
        page._paper.write_pdf(path, page.title, listed)
        desk.until(lambda: bool(desk.told))
        assert path.read_bytes().startswith(b"%PDF-")

    def test_a_thousand_lines_fill_pages(self, desk: PageDesk) -> None:
        number = send(desk, 1)
        advance(desk, number, [S.FAILED])
        (entry,) = desk.services.following.calling_list(number).entries
        from smsdesk.domain.calling_list import CallingList  # noqa: PLC0415

        pdf = as_pdf(calls_paper("Piano", CallingList((entry,) * 200)).sheet(), LongWork())
        assert pdf.count(b"/MediaBox") > 3


class TestAnswers:
    def test_answers_come_in_live_and_lead_to_the_inbox(self, desk: PageDesk) -> None:
        number = send(desk, 2)
        advance(desk, number, [S.DELIVERED, S.DELIVERED])
        page = followed(desk, number)
        desk.comes("+33639980001", "OUI")
        desk.until(lambda: page._tabs.button("answers").text() == "Answers 1")
        child(page, "broadcast_tab_answers").click()
        assert page.answers.count.text() == "1 of 2 phones have answered"
        index = page.answers.model.index(0, 0)
        assert index.data() == "Léa Martin1"
        page.answers.table.setCurrentIndex(index)
        page.answers.table.setFocus()
        desk.qtbot.keyClick(page.answers.table, Qt.Key.Key_Return)
        assert desk.gone_to[-1] == Place(Route.INBOX, "+33639980001")


class TestChain:
    def test_correction_of_and_corrected_by(self, desk: PageDesk) -> None:
        first = send(desk, 1, "Piano & Co")
        advance(desk, first, [S.DELIVERED])
        content = desk.services.broadcasts.follow_up(first, Relation.CORRECTION)
        options = SendOptions(about=first, relation=Relation.CORRECTION)
        second = desk.services.notify.send(content.request, "Pardon, salle 4", options=options)
        page = followed(desk, second)
        desk.until(lambda: page.findChild(QAbstractButton, f"broadcast_chain_{first}") is not None)
        link = page.findChild(QAbstractButton, f"broadcast_chain_{first}")
        assert link.text() == "Correction of “Piano && Co”"
        link.click()
        assert desk.gone_to[-1] == Place(Route.BROADCAST, first)
        page.open(first)
        desk.until(lambda: page.findChild(QAbstractButton, f"broadcast_chain_{second}") is not None)
        link = page.findChild(QAbstractButton, f"broadcast_chain_{second}")
        assert link.text().startswith("Correction · ")
        listed = desk.show(BroadcastsPage)
        model = listed.list.model()
        spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert "Correction of “Piano & Co”" in spoken

    def test_a_step_of_an_alert_leads_back_to_it(self, desk: PageDesk) -> None:
        send(desk, 2)
        alert = CrisisDraft(Scenario.CLOSURE, AudienceRequest(everyone=True), text="Fermé.")
        crisis = desk.services.crises.start(alert)
        page = followed(desk, desk.services.broadcasts.list()[0].id)
        desk.until(lambda: page.findChild(QAbstractButton, "broadcast_crisis") is not None)
        page.findChild(QAbstractButton, "broadcast_crisis").click()
        assert desk.gone_to[-1] == Place(Route.CRISIS, crisis)

    def test_correct_is_offered_while_it_leaves(self, desk: PageDesk) -> None:
        number = send(desk, 1)
        page = followed(desk, number)
        child(page, "broadcast_correction").click()
        assert desk.gone_to == [Place(Route.NOTIFY, NotifyStart(about=number, relation=Relation.CORRECTION))]


class TestSecondGuardian:
    def test_the_first_ones_page_tells_who_was_told(self, desk: PageDesk) -> None:
        number = to_lea(desk)
        advance(desk, number, [S.FAILED])
        assert desk.services.escalation.tell_due() == 1
        page = followed(desk, number)
        desk.until(lambda: "told for 1 pupils" in page.head.line.text())
        child(page, "broadcast_tab_text").click()
        follow = desk.services.broadcasts.list()[0].id
        assert (
            page.findChild(QAbstractButton, f"broadcast_chain_{follow}").text().startswith("Second guardians")
        )

    def test_chosen_in_the_composer_and_shown_in_the_plan(self, desk: PageDesk) -> None:
        lea = family(desk)
        page = desk.show(NotifyPage)
        assert isinstance(page, NotifyPage)
        page.open(NotifyStart(contact_ids=(lea,), text="Bonjour"))
        desk.until(lambda: "2 phones" in page.summary.audience.text())
        assert page.audience.request.second_guardian_after is None
        box = child(page, "notify_second_guardian")
        box.click()
        minutes = child(page, "notify_second_minutes")
        assert minutes.isVisible()
        minutes.setValue(45)
        desk.until(lambda: "1 phones" in page.summary.audience.text())
        assert page.audience.request.second_guardian_after == 45
        assert nameless(page) == []
        page.open(NotifyStart())
        desk.until(lambda: page.audience.request.second_guardian_after is None)

    def test_the_composer_says_when_nothing_is_ever_confirmed(self, desk: PageDesk) -> None:
        number = send(desk, 5)
        advance(desk, number, [S.ACCEPTED] * 5)
        desk.clock.now += timedelta(minutes=20)
        page = desk.show(NotifyPage)
        page.open(NotifyStart())
        desk.until(lambda: desk.tasks.idle)
        child(page, "notify_second_guardian").click()
        assert "no delivery reports" in child(page, "notify_second_doubt").text()


class TestList:
    def test_by_kind_and_period(self, desk: PageDesk) -> None:
        old = send(desk, 1, "Ancien")
        desk.clock.now += timedelta(days=10)
        options = SendOptions(title="Suite", about=old, relation=Relation.UPDATE)
        desk.services.notify.send(AudienceRequest(of_broadcast=old), "Suite", options=options)
        page = desk.show(BroadcastsPage)
        model = page.list.model()

        def titles() -> list[str]:
            return [model.index(row, 0).data() for row in range(model.rowCount())]

        desk.until(lambda: titles() == ["Suite", "Ancien"])
        period = child(page, "broadcasts_period")
        period.setCurrentIndex(period.findData(7))
        desk.until(lambda: titles() == ["Suite"])
        period.setCurrentIndex(period.findData(30))
        desk.until(lambda: len(titles()) == 2)
        kind = child(page, "broadcasts_kind")
        kind.setCurrentIndex(kind.findData(KindFilter.FOLLOW_UP))
        desk.until(lambda: titles() == ["Suite"])
        kind.setCurrentIndex(kind.findData(KindFilter.PROMOTION))
        desk.until(lambda: titles() == [])
        assert nameless(page) == []

    def test_enter_opens_the_chosen_card(self, desk: PageDesk) -> None:
        number = send(desk, 1)
        page = desk.show(BroadcastsPage)
        desk.until(lambda: page.list.model().rowCount() == 1)
        page.list.setFocus()
        page.list.setCurrentIndex(page.list.model().index(0, 0))
        desk.qtbot.keyClick(page.list, Qt.Key.Key_Return)
        assert desk.gone_to == [Place(Route.BROADCAST, number)]
