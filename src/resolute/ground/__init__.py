"""Ground: the nouns that every room stands on."""
