"""The head of a broadcast's page: how far it is, its bar, how fast it goes and when it was finished."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt

from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.domain.second_guardian import Rule
from smsdesk.domain.views import BroadcastSummary
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.pages.broadcast_standing import Live
from smsdesk.ui.widgets.bars import OutcomeBar
from smsdesk.ui.widgets.layout import row
from smsdesk.ui.widgets.states import Outcome, tally
from smsdesk.ui.widgets.surfaces import Card
from smsdesk.ui.widgets.text import Label, announce

_TENTHS = 10


class Head(Card):
    """Shows one broadcast live; a screen reader hears of it at each tenth and at the end."""

    def __init__(self) -> None:
        super().__init__(space=tokens.SPACE_S)
        self.figure = Label("", Type.SUBTITLE)
        self.figure.setObjectName("broadcast_progress")
        self.live = Label("", muted=True, wrap=True)
        self.live.setObjectName("broadcast_live")
        self.line = Label("", muted=True, wrap=True)
        self.bar = OutcomeBar(large=True)
        self.line.setObjectName("broadcast_line")
        self._rule = self._about_it = ""
        self._stopped = self._told_others = False
        self._told: tuple[int, int] | None = None
        line = row(self.figure)
        line.addWidget(self.live, 1)
        self.live.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(line)
        for part in (self.bar, self.line):
            self.body.addWidget(part)

    def show_broadcast(self, summary: BroadcastSummary, live: Live, now: datetime) -> None:
        """Bring it up to date."""
        self.bar.show_counts(summary.counts)
        self.figure.setText(self._progress(summary))
        self.live.setText(self._live(summary, live, now))
        self._about_it = self._about(summary, now)
        self._stopped = summary.cancelled
        self._show_line()
        self._announce(summary)

    def show_rule(self, rule: Rule | None) -> None:
        """Say what the rule about second guardians does here, and did."""
        self._rule = self._rule_words(rule) if rule is not None else ""
        self._told_others = rule is not None and bool(rule.told)
        self._show_line()

    def _show_line(self) -> None:
        rule = "" if self._stopped and not self._told_others else self._rule  # stopping ends the rule
        self.line.setText(" · ".join(filter(None, (self._about_it, rule))))

    def make_room(self, *, low: bool) -> None:
        """In a low window only what moves is shown; all of it stands under "Text" too."""
        self.line.setHidden(low)

    def _progress(self, summary: BroadcastSummary) -> str:
        """How far it is: "24 of 26 done", however each of them ended."""
        outcomes = tally(summary.counts)
        waiting = outcomes.get(Outcome.WAITING, 0)
        if summary.cancelled:
            stopped = outcomes.get(Outcome.STOPPED, 0)
            left = self.tr("%n had left", "", summary.messages - stopped - waiting)
            return f"{self.tr('Stopped')} · {left} · {self.tr('%n not sent', '', stopped)}"
        if waiting:
            return self.tr("{done} of {all} done").format(
                done=formats.number(summary.messages - waiting), all=formats.number(summary.messages)
            )
        return self.tr("%n phones written to", "", summary.messages)

    def _live(self, summary: BroadcastSummary, live: Live, now: datetime) -> str:
        """The pace and the time left while it leaves, or why it does not; afterwards when it was finished."""
        pace = live.pace
        if pace.finished_at is not None:
            when = formats.moment(pace.finished_at, now)
            return self.tr("finished: {moment}").format(moment=when)
        if summary.paused:
            return ""
        if live.obstacle is not None:
            return translate(live.obstacle)
        if pace.a_minute is None or pace.seconds_left is None:
            return ""
        rate = self.tr("%n SMS a minute", "", max(1, round(pace.a_minute)))
        left = self.tr("{duration} left").format(duration=formats.duration(pace.seconds_left))
        return f"{rate} · {left}"

    def _about(self, summary: BroadcastSummary, now: datetime) -> str:
        words = [formats.moment(summary.not_before or summary.created_at, now)]
        words.append(self.tr("%n SMS", "", summary.parts))
        if summary.author:
            words.append(self.tr("by {person}").format(person=summary.author))
        if summary.purpose is Purpose.ALERT:
            words.append(self.tr("alert"))
        elif summary.priority <= Priority.URGENT:
            words.append(self.tr("urgent"))
        if summary.relation is Relation.TEST:
            words.append(self.tr("test"))
        if summary.paused:
            words.append(self.tr("paused"))
        return " · ".join(words)

    def _rule_words(self, rule: Rule) -> str:
        told = sum(1 for each in rule.told if each.e164)
        nobody = len(rule.told) - told
        words = [self.tr("Second guardian if the first has not got it in %n minutes", "", rule.minutes)]
        if told:
            words.append(self.tr("told for %n pupils", "", told))
        if nobody:
            words.append(self.tr("nobody else for %n pupils", "", nobody))
        return " · ".join(words)

    def _announce(self, summary: BroadcastSummary) -> None:
        """Say aloud how far it is, at each tenth and at the end, not at each message."""
        done = summary.messages - tally(summary.counts).get(Outcome.WAITING, 0)
        now = (summary.id, _TENTHS * done // max(1, summary.messages))
        if self._told not in (None, now) and self._told[0] == summary.id and self.isVisible():
            announce(self.bar, f"{self.figure.text()}, {self.bar.summary}")
        self._told = now
