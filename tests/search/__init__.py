"""Tests of the finding room: what is found, and that nothing else is."""
