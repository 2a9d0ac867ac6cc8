"""Everything that speaks AT: link, session, PDU, SMS modem, discovery, doctor."""
