"""Who works which shift: a scenario translated into the engine's terms, and its answer back."""
