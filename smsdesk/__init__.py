"""SMS desk: SMS to families and residents through a USB GSM modem, and their answers."""

__version__ = "0.3.0"
