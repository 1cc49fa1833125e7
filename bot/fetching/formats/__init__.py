"""Formats of feeds: bytes to a feed's document."""
