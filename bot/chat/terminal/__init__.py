"""The bot in a terminal: the same commands, no account needed."""
