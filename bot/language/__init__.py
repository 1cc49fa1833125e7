"""ENGLISH: text as such: cleaning, paragraphs, sentences, numbers, dates. Pure."""
