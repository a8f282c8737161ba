"""Why there is no legal roster: smallest conflicts, and what would resolve them at which price."""
