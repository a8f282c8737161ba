"""Labour laws as data on the rules, one pack a file; importing this package registers all of them.

Beside the packs (``russia``, ``eu``, ``uk``, ``germany``, ``us``, ``california``, ``kazakhstan``,
the longer ones with their lines in files of their own):

==================  ==================================================================
``line``            lines written briefly
``averaged``        packs that average hours over a reference period
``whom``            the people of a scenario a line binds
``norm_bound``      norm hours of an accounting period as bounds of a rule
``asked``           the rules packs ask for in a scenario
``terms``           pay, night and holidays as packs ask for them
``compare``         whether a rule is as strict as the law's
``under_law``       a scenario with the rules of its packs
``looser``          where a scenario asks for less than the law
``refusal``         dates and options a pack cannot answer for
``written``         values as a scenario file would hold them
==================  ==================================================================
"""

import importlib
import pkgutil

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")
