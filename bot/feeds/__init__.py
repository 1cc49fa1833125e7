"""Fetching: guarded HTTP, feeds and web pages, and folders that are watched."""
