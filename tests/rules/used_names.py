"""What the methods of a class use, read from the source: methods, helpers and constants."""

import ast
from collections.abc import Callable, Mapping

#: A definition: its module and its dotted name there, ``("planner.rules.x", "X.step")``.
Key = tuple[str, str]
Load = Callable[[str], ast.Module]


def used_by(load: Load, module: str, class_name: str, roots: tuple[str, ...]) -> set[Key]:
    """Everything defined in ``planner`` that the named methods reach, themselves included.

    A method counts as used when it is called on anything, or named on ``self``, ``cls``,
    ``super()`` or a class; so a field that happens to share its name does not.

    Parameters
    ----------
    load
        Gives the syntax tree of a module of the project.
    module, class_name
        Where the class stands.
    roots
        Methods to begin from; those the class and its bases do not have are skipped.
    """
    methods = _methods(load, module, class_name)
    waiting = [methods[root] for root in roots if root in methods]
    seen: set[Key] = set()
    while waiting:
        key = waiting.pop()
        if key in seen:
            continue
        seen.add(key)
        home = load(key[0])
        known = {**_definitions(home, key[0]), **_imports(home)}
        for node in ast.walk(_find(home, key[1])):
            if isinstance(node, ast.Name) and node.id in known and node.id != class_name:
                waiting.extend(_project_definition(load, known[node.id]))
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                waiting.extend(_named_method(methods, node.func.attr))
            elif isinstance(node, ast.Attribute) and _is_own(node.value, class_name):
                waiting.extend(_named_method(methods, node.attr))
    return seen


def _named_method(methods: Mapping[str, Key], name: str) -> list[Key]:
    return [methods[name]] if name in methods else []


def _is_own(receiver: ast.expr, class_name: str) -> bool:
    if isinstance(receiver, ast.Name):
        return receiver.id in ("self", "cls", class_name)
    return isinstance(receiver, ast.Call) and isinstance(receiver.func, ast.Name)


def _methods(load: Load, module: str, class_name: str) -> dict[str, Key]:
    """Methods of a class and of its bases in ``planner``, own ones first."""
    tree = load(module)
    defined = _find(tree, class_name)
    assert isinstance(defined, ast.ClassDef)
    own: dict[str, Key] = {}
    for base in defined.bases:
        if isinstance(base, ast.Name):
            home = {**_definitions(tree, module), **_imports(tree)}.get(base.id)
            if home is not None and home[0].startswith("planner"):
                own.update(_methods(load, *home))
    functions = [node.name for node in defined.body if isinstance(node, ast.FunctionDef)]
    return own | {name: (module, f"{class_name}.{name}") for name in functions}


def _definitions(tree: ast.Module, module: str) -> dict[str, Key]:
    """Functions, classes and constants of a module."""
    names: list[str] = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.append(node.name)
        elif isinstance(node, ast.Assign):
            names.extend(target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.append(node.target.id)
    return {name: (module, name) for name in names}


def _imports(tree: ast.Module) -> dict[str, Key]:
    """Names imported from other modules of ``planner``."""
    return {
        alias.asname or alias.name: (node.module, alias.name)
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("planner.")
        for alias in node.names
    }


def _project_definition(load: Load, key: Key) -> list[Key]:
    """A helper or constant; a class stands for itself, its methods come with it."""
    return [key] if _definitions(load(key[0]), key[0]).get(key[1]) else []


def _find(tree: ast.Module, dotted: str) -> ast.AST:
    """The node that defines a dotted name."""
    here: ast.AST = tree
    for part in dotted.split("."):
        body: list[ast.stmt] = getattr(here, "body", [])
        here = next(node for node in body if part in _names_of(node))
    return here


def _names_of(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.Assign):
        return [target.id for target in node.targets if isinstance(target, ast.Name)]
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return [node.target.id]
    return []
