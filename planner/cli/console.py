"""What the command line says to people: errors and progress on the error stream."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.live import Live
from rich.markup import escape
from rich.text import Text as Line

from models.demand import ChannelDemand
from models.errors import InputProblem
from models.money_text import money_text
from models.progress import Listener, Progress
from models.text import Language, Text
from planner.cli.numbers import decimal_text, percent_text
from planner.cli.reader_language import reader_language

_STAGES = {
    "demand": Text(en="demand and staffing", ru="нагрузка и потребность"),
    "networks": Text(en="legal tours", ru="допустимые графики"),
    "first tours": Text(en="first roster", ru="первый график"),
    "relaxation": Text(en="lower bound", ru="нижняя оценка"),
    "dive": Text(en="diving", ru="пробные графики"),
    "tighter bound": Text(en="tighter bound", ru="уточнение оценки"),
    "closing": Text(en="closing the gap", ru="закрытие разрыва"),
    "windows": Text(en="windows of the roster", ru="окна графика"),
    "rounding": Text(en="rounding", ru="округление"),
    "one-tour moves": Text(en="improving", ru="улучшение"),
    "integer search": Text(en="searching", ru="поиск"),
    "time is up": Text(en="time is up", ru="время вышло"),
    "interrupted": Text(en="interrupted", ru="прервано"),
    "simulation": Text(en="simulation", ru="имитация"),
    "people": Text(en="person by person", ru="человек за человеком"),
}
_LINE = Text(en="{seconds:>5} s  {stage:<20}", ru="{seconds:>5} с  {stage:<24}")
_COUNT = Text(en="  {done} of {wanted}", ru="  {done} из {wanted}")
_COST = Text(en="  cost {money}", ru="  стоимость {money}")
_BOUND = Text(en="  not below {money}", ru="  не ниже {money}")
_GAP = Text(en="  gap {gap}", ru="  разрыв {gap}")

#: Without a terminal, a line at most this often unless the stage changes.
_QUIET_SECONDS = 5.0


def output() -> Console:
    """Console of results; names in files are not markup, whatever brackets and colons they have."""
    return Console(file=sys.stdout, soft_wrap=False, markup=False, emoji=False)


def messages() -> Console:
    """Console of errors and progress."""
    return Console(file=sys.stderr, emoji=False)


def say_error(text: str) -> None:
    """Say one thing that went wrong."""
    messages().print(f"[bold red]✗[/] {escape(text)}", highlight=False, soft_wrap=True)


def say_problems(problems: Iterable[InputProblem], language: Language | None = None) -> None:
    """Say everything that is wrong with the input, in its author's language where that is known."""
    shown_in = reader_language(language)
    for problem in problems:
        say_error(problem.in_language(shown_in))


def say_notice(text: str) -> None:
    """Say something worth knowing."""
    messages().print(f"[yellow]![/] {escape(text)}", highlight=False, soft_wrap=True)


def say_notices(notices: Iterable[InputProblem], language: Language) -> None:
    """Say what is worth knowing about a scenario without mistakes."""
    for notice in notices:
        say_notice(notice.in_language(language))


def say_notes(demands: Iterable[ChannelDemand]) -> None:
    """Say what is worth knowing about what channels bring, each note with its channel named once."""
    for demand in demands:
        named = f"{demand.channel}: "
        for note in demand.notes:
            say_notice(note if note.startswith(named) else named + note)


def progress_line(news: Progress, currency: str, language: Language) -> str:
    """One line about where the search stands."""
    stage = _STAGES[news.stage].in_language(language) if news.stage in _STAGES else news.stage
    seconds = decimal_text(news.seconds, 1, language)
    line = _LINE.in_language(language).format(seconds=seconds, stage=stage)
    if news.search is not None:
        line += f"  {news.search.in_language(language)}"
    if news.done is not None:
        line += _COUNT.in_language(language).format(done=news.done, wanted=news.wanted)
    if news.objective is not None:
        line += _COST.in_language(language).format(money=money_text(news.objective, currency, language))
    if news.bound is not None:
        line += _BOUND.in_language(language).format(money=money_text(news.bound, currency, language))
    if news.gap is not None:
        line += _GAP.in_language(language).format(gap=percent_text(news.gap, 2, language))
    return line


@contextmanager
def progress_shown(title: str, currency: str, language: Language) -> Iterator[Listener]:
    """Show progress while the block runs: a live line, or plain lines without a terminal."""
    console = messages()
    if console.is_terminal:
        with Live(Line(title), console=console, transient=True, refresh_per_second=8) as live:
            yield lambda news: live.update(Line(f"{title}: {progress_line(news, currency, language)}"))
        return
    last, last_time = ("", ""), 0.0

    def tell(news: Progress) -> None:
        nonlocal last, last_time
        now = time.monotonic()
        what = (news.stage, "" if news.search is None else news.search.en)
        if what != last or now - last_time > _QUIET_SECONDS:
            last, last_time = what, now
            console.print(
                f"{title}: {progress_line(news, currency, language)}",
                highlight=False,
                markup=False,
                soft_wrap=True,
            )

    yield tell
