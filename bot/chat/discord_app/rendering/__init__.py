"""Replies as Discord's components."""
