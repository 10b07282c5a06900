"""Passages that two places share: seeds, chains, alignment, ends."""
