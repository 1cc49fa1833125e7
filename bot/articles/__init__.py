"""KNOWING: articles, their metadata, and which of their lines are boilerplate. Pure."""
