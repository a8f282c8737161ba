import threading
import time
from concurrent.futures import ThreadPoolExecutor

from planner.solver.answer import EngineProgress
from planner.solver.search import Search


def test_a_listener_is_told_one_thing_at_a_time() -> None:
    inside = 0
    most = 0

    def listen(news: EngineProgress) -> None:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        time.sleep(0.02)
        inside -= 1

    search = Search(30.0, threading.Event(), listen)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(search.say, "abcd"))
    assert most == 1
