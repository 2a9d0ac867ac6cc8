"""The built-in virtual modem and the little network behind it."""
