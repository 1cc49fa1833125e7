"""Pullquote in a terminal."""
