"""Tell where the statements in a pile of documents come from, and where they disagree."""
