"""What proves beside a command, when one of them is told to end."""

import os
import signal
import sys
import time

import pytest

from halting import ended, is_gone, until

BESIDE = """
import os, signal, sys, time
from alongside.judging import beside
from alongside.stopping import Stopped, exit_code, stoppable
os.cpu_count = lambda: 3  # of the two beside, one has nothing to do
class course: role_plays = {"one": None}
def verdict(*_):
    signal.raise_signal(signal.SIGINT)
    print(os.getpid(), flush=True)
    time.sleep(60)
beside.verdict = verdict
try:
    with stoppable(), beside.judged_beside(course) as (proved, _):
        list(proved)
except Stopped:
    sys.exit(exit_code())
"""


LOST = """
import os, signal, time
from alongside.judging import beside
os.cpu_count = lambda: 3
class course: role_plays = {"short": 1, "long": 120}
def verdict(_, seconds):
    time.sleep(seconds)
    os.kill(os.getpid(), signal.SIGKILL)
beside.verdict = verdict
with beside.judged_beside(course) as (proved, _):
    list(proved)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is forked")
def test_when_one_who_proves_is_killed_nobody_waits_for_the_others(started):
    proving = started("-c", LOST)

    assert "BrokenProcessPool" in ended(proving)[1]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is forked")
def test_when_all_are_told_to_end_nobody_stays_and_nobody_adds_a_word(started):
    proving = started("-c", BESIDE)
    beside = proving.stdout.readline()
    time.sleep(1)  # the other one is done with what it had
    os.killpg(proving.pid, signal.SIGTERM)

    assert ended(proving) == (143, "")
    until(lambda: is_gone(beside))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is forked")
def test_who_proves_beside_hears_no_ctrl_c_and_goes_when_the_command_is_killed(started):
    with started("-c", BESIDE) as proving:
        beside = proving.stdout.readline()
        assert not is_gone(beside)
        proving.kill()

    until(lambda: is_gone(beside))
