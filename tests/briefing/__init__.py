"""Tests of the answering room, on texts of a small harbour town."""
