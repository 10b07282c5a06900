"""The paraphrase tier: reworded, shuffled and summed-up passages."""
