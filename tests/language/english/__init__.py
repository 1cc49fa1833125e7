"""Tests of bot/language/english."""
