"""Tests of bot/articles/boilerplate."""
