"""Formats of one document a file: text, PDF, word processors, mail."""
