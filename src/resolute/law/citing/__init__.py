"""Words that cite law, step by step: one way of citing a file."""
