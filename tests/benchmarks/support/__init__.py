"""Support desks of every size, made from a recipe, and rivals that solve the same problems."""
