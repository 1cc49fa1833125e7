"""Tests of bot/services/feeds."""
