"""TELLING: stories, the sentences that tell them, and when a digest is due. Pure."""
