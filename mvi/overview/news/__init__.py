"""News of what somebody follows: read from the audit trail, so nothing is written when something happens."""
