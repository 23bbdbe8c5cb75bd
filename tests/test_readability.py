"""Reading grade: for connected prose only."""

from alongside.judging.readability import grade


def test_a_short_text_is_not_graded():
    assert grade("Interdisciplinary institutional accountability notwithstanding.") is None


def test_plain_talk_reads_easier_than_a_policy():
    plain = grade("You sit down. You wait. She starts to talk about her week. " * 15)
    policy = grade(
        "Institutional accountability necessitates comprehensive interdisciplinary "
        "consultation regarding organisational responsibilities and confidentiality. " * 15
    )

    assert plain < 4
    assert policy > 16
