"""The base of every noun that is read from or written to a file."""

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """A frozen value; unknown fields are errors, so a typo never passes silently."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="constants")
