"""COMPARING: whether sentences of several articles state the same. Pure."""
