"""WORDS: every sentence the bot says, read from `prompts/` when it is first said."""
