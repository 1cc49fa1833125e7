"""FINDING: passages, queries, evidence, and the port that an index stands behind. Pure."""
