"""The nouns of Smena: what a desk, a shift, a rule, a roster and a plan are.

Everything here is a frozen value with units in its field names.  Nothing here
decides, solves, reads files or draws: verbs live in :mod:`planner`.
"""

#: Proves that this is Smena's own ``models`` package and not another project's
#: package of the same name standing earlier on the import path.
SMENA_PACKAGE = "smena.models"
