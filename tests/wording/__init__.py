"""Tests of bot/wording."""
