"""Ports for pyserial that fail in ways which the test's own user cannot bring about."""
