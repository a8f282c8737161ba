"""What will arrive: expected contacts per interval, from a history or from stated volumes."""
