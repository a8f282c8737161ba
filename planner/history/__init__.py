"""What arrived, when, and how long it took: contact histories from files, one file per source.

Importing this package fills :data:`planner.history.source.SOURCES`.
"""

import importlib
import pkgutil

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")
