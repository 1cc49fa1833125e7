"""Remembering: articles, their passages and what buttons need, in one database, through `Store`."""
