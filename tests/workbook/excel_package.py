"""What Excel refuses in a package: parts without a type, relationships that lead nowhere."""

import posixpath
from collections.abc import Iterator
from xml.etree import ElementTree as ET


def package_complaints(parts: dict[str, bytes], trees: dict[str, ET.Element]) -> Iterator[str]:
    """A type for every part, and every relationship's target there."""
    types = trees["[Content_Types].xml"]
    whole = {one.get("PartName", "") for one in types if one.tag.endswith("Override")}
    endings = {one.get("Extension", "").lower() for one in types if one.tag.endswith("Default")}
    for name in parts:
        if f"/{name}" not in whole and name.rpartition(".")[2] not in endings:
            yield f"{name} has no content type"
    yield from (f"{name} has a type and is not there" for name in whole if name[1:] not in parts)
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        ids = [one.get("Id") for one in tree]
        if len(ids) != len(set(ids)):
            yield f"{name} has an id twice"
        for one in tree:
            target = one.get("Target", "")
            place = target[1:] if target[:1] == "/" else posixpath.normpath(posixpath.join(folder, target))
            if one.get("TargetMode") != "External" and place not in parts:
                yield f"{name} leads to {target}, which is not there"
