"""Tests of the speaking room."""
