"""Questions made from facts in the articles."""
