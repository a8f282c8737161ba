"""Russia: how articles of the Labour Code are written."""

from planner.packs.line import Act

TK_RF = Act("TK RF art. {}", "ст. {} ТК РФ")
