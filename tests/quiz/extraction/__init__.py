"""Tests of bot/quiz/extraction."""
