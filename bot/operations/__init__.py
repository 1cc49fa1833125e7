"""OPERATING: what an operator asks of a bot that runs."""
