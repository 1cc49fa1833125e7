"""The front door for a terminal and for scripts."""
