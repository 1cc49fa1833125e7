"""SPEAKING: replies, free of any platform, and a folder for each face."""
