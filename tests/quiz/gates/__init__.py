"""Tests of bot/quiz/gates."""
