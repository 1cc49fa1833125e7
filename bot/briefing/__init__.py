"""ANSWERING: from passages to quotes, and to the words in them that answer. Pure."""
