"""Tests of Pullquote in Discord."""
