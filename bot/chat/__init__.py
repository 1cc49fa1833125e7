"""Speaking: what to say, free of any platform, and the faces that say it."""
