"""European Union: the Working Time Directive 2003/88/EC."""

import datetime as dt
from typing import ClassVar, Literal

from pydantic import Field

from models.clock import Minutes
from models.law_line import AskedTerm, LawLine
from models.law_pack import LAW_PACKS
from models.text import Text
from planner.packs.averaged import AveragingPack
from planner.packs.line import Act, at_least

_DIRECTIVE = Act("Directive 2003/88/EC art. {}", "ст. {} Директивы 2003/88/ЕС")


@LAW_PACKS.register
class EuropeanUnion(AveragingPack):
    """The Working Time Directive: what every member state asks at least.

    Parameters
    ----------
    averaging_weeks
        Weeks over which 48 hours a week are averaged; four months (17 weeks) at most unless
        an agreement says otherwise (art. 16, 19).
    averaging_first_date
        First day of that period, where it began before the plan.
    break_minutes
        Least break after six hours: the Directive leaves it to national law.
    """

    valid_from: ClassVar[dt.date] = dt.date(2004, 8, 2)
    valid_to: ClassVar[dt.date | None] = None
    title: ClassVar[Text] = Text(en="European Union: working time", ru="Европейский союз: рабочее время")
    acts: ClassVar[Text] = Text(
        en="Directive 2003/88/EC of the European Parliament and of the Council of 4 November 2003",
        ru="Директива 2003/88/ЕС Европейского парламента и Совета от 4 ноября 2003 года",
    )

    kind: Literal["eu"] = "eu"
    averaging_weeks: int = Field(default=17, ge=1, le=52)
    break_minutes: Minutes = Field(default=15, ge=1, le=120)

    def lines(self) -> tuple[LawLine, ...]:
        """Every line, in the order of the articles."""
        weeks = self.averaging_weeks
        return (
            _DIRECTIVE(
                "night_band",
                "2",
                "Night is a period of at least seven hours set by national law; it holds the time from midnight to 5:00.",
                "Ночное время не короче семи часов и задано законом страны; в него входит время с полуночи до 5:00.",
                read_in="haufe.de: MuSchG § 5, Rz. 5",
                terms=(AskedTerm(field="night.band", value="00:00-05:00"),),
            ),
            _DIRECTIVE(
                "daily_rest",
                "3",
                "In every 24 hours there are at least 11 hours of rest in a row.",
                "За каждые 24 часа не менее 11 часов непрерывного отдыха.",
                rules=at_least("min_rest", "minutes", "11h"),
            ),
            _DIRECTIVE(
                "break",
                "4",
                "Who works longer than six hours has a break; how long, national law or an agreement says.",
                "При работе дольше шести часов положен перерыв; его длину задаёт закон страны или соглашение.",
                rules=at_least(
                    "min_break", "minutes", self.break_minutes, after_minutes="6h", counted="work"
                ),
            ),
            _DIRECTIVE(
                "weekly_rest",
                "5",
                "Every seven days have 24 hours of rest in a row, added to the 11 hours of daily rest.",
                "За каждые семь дней 24 часа непрерывного отдыха в дополнение к 11 часам ежедневного.",
                rules=at_least("weekly_rest", "minutes", "35h"),
            ),
            _DIRECTIVE(
                "average_week",
                "6, 16",
                f"Hours, overtime included, average at most 48 a week over {weeks} weeks, for who has not opted out (art. 22).",
                f"В среднем не более 48 часов в неделю вместе со сверхурочными за период в {weeks} нед., кроме согласившихся на большее (ст. 22).",
                whom="not_opted_out",
                rules=self.averaged(),
            ),
            _DIRECTIVE(
                "leave",
                "7",
                "Everybody has at least four weeks of paid leave a year.",
                "Каждому не менее четырёх недель оплачиваемого отпуска в год.",
                certainty="to_check",
                read_in="wordscope.be: Directive 2003/88/EC",
                not_checked=Text(
                    en="leave is written with the people; a roster of some weeks does not show a year",
                    ru="отпуска указаны у сотрудников; по графику на несколько недель год не виден",
                ),
            ),
            _DIRECTIVE(
                "night_average",
                "8",
                "Night workers work at most 8 hours in 24 on average; with strain or hazards, in any 24.",
                "Ночные работники в среднем не более 8 часов за 24 часа, при тяжёлой или опасной работе за любые 24.",
                not_checked=Text(
                    en="who is a night worker is a matter of habit over months; 48 hours a week over six days come to the same average",
                    ru="кто ночной работник, видно за месяцы; 48 часов за шесть дней недели дают то же среднее",
                ),
            ),
        )
