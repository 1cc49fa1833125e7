"""Tests of bot/fetching."""
