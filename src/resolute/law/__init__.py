"""Law: what binds whom, since when."""
