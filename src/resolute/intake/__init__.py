"""Intake: bytes from outside, hashed before anyone reads them."""
