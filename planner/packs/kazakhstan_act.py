"""Kazakhstan: how articles of the Labour Code are written."""

from planner.packs.line import Act

TK_RK = Act("Labour Code of Kazakhstan art. {}", "ст. {} ТК РК")
