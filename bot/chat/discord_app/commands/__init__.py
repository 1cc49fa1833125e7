"""Slash commands, a file for each group."""
