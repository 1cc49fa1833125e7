"""WORDS: every sentence the bot says, read from prompts."""
