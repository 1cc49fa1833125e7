"""Finding: one analyser, passages, the index, ranking and the evidence gate."""
