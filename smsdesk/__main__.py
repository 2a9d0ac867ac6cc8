"""`python -m smsdesk` is the program `smsdesk`."""

from smsdesk.cli import main

if __name__ == "__main__":
    main()
