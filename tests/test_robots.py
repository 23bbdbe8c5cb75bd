"""Test-wise robots: a bank with cues lets them pass, a fair one does not."""

from alongside.judging.robots import Looks, scores


def looks(*options, prompt="What do you say first?"):
    return Looks(prompt, options)


def test_the_longest_option_robot_beats_a_bank_whose_keys_are_longest():
    bank = [looks(("no", 0), ("Yes, and here is why it is right", 1), ("nah", 0))] * 4

    longest = scores(bank)[0]

    assert (longest.robot, longest.earned, round(longest.chance, 2)) == ("longest", 1.0, 0.33)
    assert longest.beats_chance


def test_the_shortest_option_robot_beats_a_bank_whose_keys_are_shortest():
    shortest = scores([looks(("a", 1), ("bbb", 0), ("cccc", 0))] * 3)[1]

    assert (shortest.robot, shortest.earned, shortest.beats_chance) == ("shortest", 1.0, True)


def test_the_first_option_robot_beats_a_bank_whose_keys_come_first():
    first = scores([looks(("aa", 1), ("bb", 0), ("cc", 0))] * 3)[2]

    assert (first.robot, first.earned, first.beats_chance) == ("first", 1.0, True)


def test_the_echo_robot_finds_keys_that_repeat_the_prompt():
    bank = [looks(("Tell me about rent", 1), ("Go home", 0), prompt="Ana is behind on rent.")]

    assert scores(bank)[3].earned == 1.0


def test_the_robot_that_passes_absolutes_by_finds_banks_with_absolutes_in_wrong_options():
    bank = [looks(("Some do", 1), ("All do", 0), ("Nobody ever does", 0), ("Each must", 0))]

    assert scores(bank)[4].earned == 1.0


def test_a_robot_that_cannot_tell_options_apart_earns_chance():
    longest = scores([looks(("aa", 1), ("bb", 0))])[0]

    assert (longest.earned, longest.beats_chance) == (0.5, False)


def test_no_questions_earn_no_scores():
    assert scores([]) == ()
