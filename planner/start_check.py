"""Say clearly when another project's ``models`` package stands before ours."""

import importlib


class ShadowedPackageError(ImportError):
    """Another package named ``models`` hides ours; nothing of Smena can work then."""


def refuse_foreign_models() -> None:
    """Check that ``import models`` finds Smena's nouns.

    Raises
    ------
    ShadowedPackageError
        When it finds something else, or nothing; says where that stands and what to do.
    """
    try:
        found = importlib.import_module("models")
    except ModuleNotFoundError:
        found = None
    if getattr(found, "SMENA_PACKAGE", None) == "smena.models":
        return
    place = getattr(found, "__file__", None) or "nowhere"
    raise ShadowedPackageError(
        f"Smena's own package 'models' is hidden: Python found {place} instead. Start Smena from "
        "another folder, or remove that folder from PYTHONPATH, or install Smena into an environment "
        "of its own."
    )
