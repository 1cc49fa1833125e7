"""Tests of the digest in Discord: ordered, posted once, and read."""
