"""`python -m smsdesk` is the program `smsdesk`."""
