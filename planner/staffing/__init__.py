"""From expected contacts to agents: queueing formulas, shrinkage, and one file per channel kind.

Importing this package fills :data:`models.channel.CHANNELS`.
"""

import importlib
import pkgutil

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")
