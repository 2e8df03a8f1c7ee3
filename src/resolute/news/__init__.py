"""News: who is said to have said what."""
