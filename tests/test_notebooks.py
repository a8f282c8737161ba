"""Notebooks run from start to end, and are committed without their outputs."""

import base64
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
STORY = "compare_24x7_vs_9_18.ipynb"


def read(path: Path) -> Any:
    reader: Any = nbformat  # its functions carry no types
    return reader.read(path, as_version=4)


def cells_of(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_the_story_for_leadership_is_there() -> None:
    assert STORY in [path.name for path in NOTEBOOKS]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_outputs_are_not_committed(path: Path) -> None:
    notebook = read(path)
    nbformat.validate(notebook)
    left = [cell.source for cell in cells_of(notebook) if cell.outputs or cell.execution_count is not None]
    assert left == []


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_runs_and_draws(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    notebook = read(path)
    for cell in cells_of(notebook):  # a rough plan draws the same pictures as one searched for long
        cell.source = cell.source.replace("SearchLimits(seconds=20, ", "SearchLimits(seconds=3, ")
    assert any("SearchLimits(seconds=3, " in cell.source for cell in cells_of(notebook))
    client = NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}
    )
    client.execute()
    outputs = [output for cell in cells_of(notebook) for output in cell.outputs]
    said = [output.text for output in outputs if output.output_type == "stream" and output.name == "stderr"]
    assert said == []
    shown = [output.data for output in outputs if output.output_type == "display_data"]
    pictures = [base64.b64decode(data["image/png"]) for data in shown if "image/png" in data]
    assert len(pictures) >= 5
    assert all(picture.startswith(b"\x89PNG") and len(picture) > 5000 for picture in pictures)
    text = "\n".join(str(output.get("data", {}).get("text/markdown", "")) for output in outputs)
    assert "round the clock takes" in text
    assert "nan" not in text
