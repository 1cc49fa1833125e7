"""Tests of bot/fetching/formats."""
