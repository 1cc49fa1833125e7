"""Tests of bot/engines."""
