"""How `crisis` answers: plans, states and log sheets, as JSON documents and as lines."""

from __future__ import annotations

from smsdesk.commands.context import table
from smsdesk.commands.documents import (
    Document,
    clock_time,
    counted,
    iso,
    left_out_document,
    planned_document,
    spoken_counts,
)
from smsdesk.domain.crisis import TITLES, CrisisPlan, CrisisState, StepState, step_title
from smsdesk.domain.crisis_log import Entry, LogRow, LogSheet
from smsdesk.domain.untrusted import visible_line


def plan_document(plan: CrisisPlan) -> Document:
    """What a step would do."""
    notice = plan.notice
    return {
        "scenario": plan.scenario.value,
        "step": plan.step.value,
        "number": plan.number,
        "title": plan.title,
        "people": notice.people,
        "phones": notice.phones,
        "parts": notice.parts,
        "seconds": plan.seconds,
        "overridden": len(notice.overridden),
        "waiting": plan.waiting,
        "stops_unsent": plan.stops,
        "untold": plan.untold,
        "fits_limits": plan.forecast.fits,
        "notes": [str(note) for note in plan.notes],
        "messages": [planned_document(message) for message in notice.messages],
        "left_out": [left_out_document(person) for person in notice.left_out],
    }


def plan_lines(plan: CrisisPlan) -> list[str]:
    """The same for a person."""
    notice = plan.notice
    lines = [
        f"{plan.title}: {counted(notice.phones, 'phone', 'phones')} ({notice.parts} SMS) for "
        f"{counted(notice.people, 'person', 'people')}, "
        f"in about {counted(plan.seconds, 'second', 'seconds')}.",
        f"« {visible_line(notice.messages[0].text)} »",
    ]
    if plan.waiting:
        waiting = counted(plan.waiting, "phone has", "phones have")
        lines.append(
            f"{waiting} not had the earlier steps yet: "
            + (
                f"these are stopped, {plan.untold} hear of this alone."
                if plan.stops
                else "these leave before."
            )
        )
    lines += [str(note) for note in plan.notes]
    return lines + [f"Left out: {person.name}. {person.reason}" for person in notice.left_out]


def crisis_document(state: CrisisState) -> Document:
    """A crisis as it stands."""
    crisis = state.crisis
    return {
        "crisis": crisis.id,
        "scenario": crisis.scenario.value,
        "title": TITLES[crisis.scenario],
        "exercise": crisis.exercise,
        "whom": crisis.whom,
        "started_at": iso(crisis.started_at),
        "started_by": crisis.started_by,
        "ended_at": iso(crisis.ended_at),
        "running": state.running,
        "not_reached": state.not_reached,
        "left_out": state.left_out,
        "steps": [_step_document(step) for step in state.steps],
    }


def _step_document(state: StepState) -> Document:
    step = state.step
    return {
        "step": step.step.value,
        "number": step.number,
        "at": iso(step.at),
        "by": step.by,
        "text": step.text,
        "broadcast": step.broadcast_id,
        "stopped": step.stopped,
        "messages": state.messages,
        "counts": {each.value: count for each, count in state.counts.items()},
    }


def crisis_line(state: CrisisState) -> str:
    """One line of the list."""
    crisis = state.crisis
    kind = "EXERCISE " if crisis.exercise else ""
    steps = "; ".join(
        f"{step_title(crisis.scenario, each.step.step, each.step.number)}: {spoken_counts(each.counts)}"
        for each in state.steps
    )
    end = "going on" if state.running else "over"
    return f"{crisis.id}  {clock_time(crisis.started_at)}  {kind}{end}  {steps or 'interrupted'}"


def log_document(sheet: LogSheet) -> Document:
    """The log sheet."""
    crisis = sheet.crisis
    return {
        "crisis": crisis.id,
        "scenario": crisis.scenario.value,
        "exercise": crisis.exercise,
        "made_at": iso(sheet.made_at),
        "steps": [
            {
                "step": each.step.value,
                "number": each.number,
                "at": iso(each.at),
                "by": each.by,
                "text": each.text,
            }
            for each in crisis.steps
        ],
        "people": [_row_document(row) for row in sheet.rows],
        "not_reached": [_row_document(row) for row in sheet.missed],
        "left_out": [
            {"contact": each.name, "reason": str(each.reason), "phones": list(each.landlines)}
            for each in sheet.unreachable
        ],
    }


def _row_document(row: LogRow) -> Document:
    return {
        "to": row.e164,
        "for": list(row.people),
        "phones": list(row.landlines),
        "entries": [_entry_document(entry) if entry is not None else None for entry in row.entries],
    }


def _entry_document(entry: Entry) -> Document:
    return {
        "state": entry.state.value,
        "text": entry.text,
        "error": str(entry.reason) if entry.reason else None,
        "queued_at": iso(entry.queued_at),
        "accepted_at": iso(entry.accepted_at),
        "delivered_at": iso(entry.delivered_at),
    }


def log_lines(sheet: LogSheet) -> list[str]:
    """Who was told what, and who is to be called, for a person."""
    crisis = sheet.crisis
    head = tuple(step_title(crisis.scenario, each.step, each.number) for each in crisis.steps)
    rows = [
        (row.e164, ", ".join(row.people), *(entry.state.value if entry else "-" for entry in row.entries))
        for row in sheet.rows
    ]
    lines = table(rows, ("to", "for", *head)) if rows else []
    lines += [f"To be called: {', '.join(row.people) or row.e164}: {', '.join(row.landlines) or row.e164}"
              for row in sheet.missed if row.e164]  # fmt: skip
    return lines + [
        f"To be called: {each.name}: {', '.join(each.landlines) or '-'}. {each.reason}"
        for each in sheet.unreachable
        if each.name
    ]
