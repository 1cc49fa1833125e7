"""Readers: bytes of a file or page to the draft of an article."""
