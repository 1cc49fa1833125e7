"""What is English about language: the lexicon and the analyser."""
