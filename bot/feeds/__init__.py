"""FOLLOWING: a feed as values, and the decisions on its items. Pure."""
