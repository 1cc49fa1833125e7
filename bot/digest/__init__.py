"""Telling: stories, the digest of a day, and when it is due."""
