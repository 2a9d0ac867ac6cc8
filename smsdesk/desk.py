"""One open profile."""
