"""The virtual modems of this process by name: hardware on a shelf, which outlives the port that opens it."""

from __future__ import annotations

import threading
from urllib.parse import urlsplit

import serial

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.modem.virtual.config import VirtualConfig, config_from_query
from smsdesk.modem.virtual.modem import VirtualModem
from smsdesk.modem.virtual.network import Network

SCHEME = "virtual"
DEFAULT_NAME = "modem"
_PACKAGE = "smsdesk.modem.virtual"

_lock = threading.Lock()
_modems: dict[str, VirtualModem] = {}


def register() -> None:
    """Teach pyserial's `serial_for_url` the scheme virtual://; again is harmless."""
    if _PACKAGE not in serial.protocol_handler_packages:
        serial.protocol_handler_packages.append(_PACKAGE)


def create(name: str = DEFAULT_NAME, config: VirtualConfig | None = None) -> VirtualModem:
    """Put a modem on the shelf before a port opens it; InputError when the name is taken."""
    with _lock:
        if name in _modems:
            raise InputError(say('There already is a virtual modem "{name}".', name=name))
        _modems[name] = VirtualModem(config, name)
        return _modems[name]


def modem_named(name: str = DEFAULT_NAME) -> VirtualModem:
    """The running modem of that name; InputError when there is none."""
    with _lock:
        if name not in _modems:
            raise InputError(say('There is no virtual modem "{name}".', name=name))
        return _modems[name]


def network_of(name: str = DEFAULT_NAME) -> Network:
    """The network behind the modem of that name."""
    return modem_named(name).network


def forget(name: str = DEFAULT_NAME) -> None:
    """Take a modem from the shelf and end it, as if unplugged; none of that name is fine."""
    with _lock:
        modem = _modems.pop(name, None)
    if modem is not None:
        modem.unplug()
        modem.close()


def modem_for_url(url: str) -> VirtualModem:
    """The modem of virtual://NAME?OPTIONS: the one on the shelf as it is, or a new one of these options."""
    name, query = _split(url)
    with _lock:
        if name not in _modems:
            _modems[name] = VirtualModem(config_from_query(query), name)
        return _modems[name]


def check_url(url: str) -> str:
    """The modem's name in a virtual:// URL; InputError when the URL or one of its options is wrong."""
    name, query = _split(url)
    config_from_query(query)
    return name


def _split(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    if parts.scheme != SCHEME or parts.path not in ("", "/") or parts.fragment:
        raise InputError(
            say('"{url}" is no address of a virtual modem: write virtual://NAME?OPTIONS.', url=url)
        )
    return parts.netloc or DEFAULT_NAME, parts.query
