"""What a notice does to the SIM budgets, told on the command line before it is sent, and its split."""

from __future__ import annotations

from typing import Any

import click

from smsdesk.commands.context import Context
from smsdesk.domain.budget_forecast import Forecast, Split, SplitBy
from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say

split_option = click.option(
    "--split",
    type=click.Choice([by.value for by in SplitBy]),
    help="Spread what the SIM's plan does not hold over days, or share it between SIMs.",
)


def split_of(forecast: Forecast, by: str | None) -> Split | None:
    """The split that was asked for; None when none was, or when everything fits as it is.

    InputError when the notice cannot be split so.
    """
    if by is None:
        return None
    found = next((split for split in forecast.splits if split.by == by), None)
    if found is None and not forecast.fits:
        raise InputError(
            say("The SIMs that are known cannot take this notice split by {by}. Look at 'budget'.", by=by)
        )
    return found


def tell_forecast(context: Context, forecast: Forecast, split: Split | None) -> None:
    """Say on standard error what it costs, and what would wait."""
    if split is not None:
        context.tell(split.sentence)
        return
    for warning in forecast.warnings:
        context.tell(warning)
    if forecast.warnings and forecast.splits:
        context.tell("It can be split: --split " + " or --split ".join(each.by for each in forecast.splits))


def cost_words(forecast: Forecast) -> str:
    """What it costs, behind the other figures; "" when no SIM has a price."""
    return "" if forecast.cost_cents is None else f" It costs {forecast.cost_cents / 100:.2f} euros."


def forecast_document(forecast: Forecast, split: Split | None) -> dict[str, Any]:
    """The forecast for programs; `split` lists the shares that were chosen."""
    shares = split.shares if split is not None else ()
    return {
        "cost_cents": forecast.cost_cents,
        "fits": forecast.fits,
        "new_recipients": forecast.new_people,
        "warnings": [str(warning) for warning in forecast.warnings],
        "splits": [each.by.value for each in forecast.splits],
        "split": [
            {"sim": share.sim or None, "at": share.at.isoformat() if share.at else None, "parts": share.parts}
            for share in shares
        ],
    }
