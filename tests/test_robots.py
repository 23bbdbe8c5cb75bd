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


def test_the_last_option_robot_beats_a_bank_whose_keys_come_last():
    assert scores([looks(("aa", 0), ("bb", 0), ("cc", 1))])[5].earned == 1.0


def test_the_robot_of_the_middle_place_beats_a_bank_that_hides_its_keys_there():
    middle = scores([looks(("a", 0), ("b", 1), ("c", 1), ("d", 0))])[6]

    assert (middle.robot, middle.earned) == ("a middle place", 1.0)


def test_the_robot_of_the_middle_length_beats_a_bank_whose_keys_are_never_an_extreme():
    middle = scores([looks(("a", 0), ("bb", 1), ("dddd", 0))] * 3)[7]

    assert (middle.robot, middle.earned, middle.beats_chance) == ("a middle length", 1.0, True)


def test_a_robot_that_finds_no_option_of_its_kind_earns_chance():
    assert scores([looks(("aa", 1), ("bb", 0))])[7].earned == 0.5


def test_a_robot_that_cannot_tell_options_apart_earns_chance():
    longest = scores([looks(("aa", 1), ("bb", 0))])[0]

    assert (longest.earned, longest.beats_chance) == (0.5, False)


def test_no_questions_earn_no_scores():
    assert scores([]) == ()
