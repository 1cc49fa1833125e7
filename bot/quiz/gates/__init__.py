"""Gates: reasons not to ask a question."""
