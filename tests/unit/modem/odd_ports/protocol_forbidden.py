"""forbidden:// cannot be opened by this user."""

from __future__ import annotations

import errno

from serial.serialutil import SerialBase, SerialException


class Serial(SerialBase):
    def open(self) -> None:
        raise SerialException(errno.EACCES, f"could not open port {self._port}: Permission denied")

    def _reconfigure_port(self) -> None:
        pass
