"""Which days are working days and holidays, and when the desk is open."""
