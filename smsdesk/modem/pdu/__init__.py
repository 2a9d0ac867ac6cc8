"""SMS as octets (3GPP TS 23.040 and 23.038): a guarded encoder, and a decoder that never raises."""

from smsdesk.modem.pdu.decode import decode
from smsdesk.modem.pdu.encode import SubmitPdu, encode_submit

__all__ = ["SubmitPdu", "decode", "encode_submit"]
