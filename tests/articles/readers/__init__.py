"""Tests of bot/articles/readers."""
