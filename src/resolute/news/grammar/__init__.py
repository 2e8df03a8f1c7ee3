"""English clauses without a parser: subjects, frames and shapes, over the items of one line."""
