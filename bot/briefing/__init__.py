"""Answering: which passages become quotes, and the words in them that answer. Pure."""
