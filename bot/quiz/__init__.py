"""ASKING: facts, gates, stems, distractors, rounds and scores. Pure."""
