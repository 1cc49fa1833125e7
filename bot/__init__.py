"""Pullquote: the newsroom memory of a chat server, answering with quotes only."""
