"""Extraction: from an article to the facts that can be asked about."""
