"""Boilerplate: lines of a page that are not the article; marked, never cut."""
