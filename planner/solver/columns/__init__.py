"""Column generation: tours priced one profile at a time, combined by a linear program."""
