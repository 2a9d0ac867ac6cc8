"""The AT commands that the virtual modem knows."""

from smsdesk.modem.virtual.at import access, basic, messages, radio, sending, storage

COMMANDS = {
    **basic.TABLE, **access.TABLE, **radio.TABLE, **storage.TABLE, **messages.TABLE, **sending.TABLE,
}  # fmt: skip
"""All commands by name."""
