"""Text that no spreadsheet takes for a formula."""


def no_formula(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would read as a formula.

    Tables of plain text have no other way to say that ``=1+1`` is a name.
    """
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text
