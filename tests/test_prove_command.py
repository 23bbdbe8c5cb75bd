"""The command `alongside prove`: what it says, and how it ends."""

import json
from pathlib import Path

from click.testing import CliRunner

from alongside.cli.prove import prove_command
from alongside.proof import prove
from small_talk import (
    SMALL,
    Data,
    role_play,
)


def run(tmp_path: Path, data: Data, *words: str):
    folder = tmp_path / "role_plays"
    folder.mkdir(exist_ok=True)
    (folder / "small-talk.yml").write_text(json.dumps(data), "utf-8")
    return CliRunner().invoke(prove_command, [*words, "--folder", str(tmp_path)])


def test_the_command_ends_with_1_and_a_transcript_where_something_is_broken(tmp_path):
    result = run(tmp_path, SMALL)
    assert result.exit_code == 1
    assert "small-talk: broken" in result.output
    assert "    You: That sounds exhausting." in result.output


def test_the_command_says_not_proved_over_its_budget(tmp_path):
    result = run(tmp_path, SMALL, "--budget", "2")
    assert result.exit_code == 1
    assert "small-talk: not proved" in result.output


def test_the_command_ends_with_2_for_what_it_cannot_use(tmp_path):
    assert run(tmp_path, SMALL, "small-tlak").exit_code == 2
    result = run(tmp_path, SMALL | {"titel": "A slip."})
    assert result.exit_code == 2
    assert "titel" in result.output


def test_the_command_writes_json_that_other_programs_can_read(tmp_path):
    found = json.loads(run(tmp_path, SMALL, "--json").output)
    assert found["role_plays"][0]["status"] == "broken"
    assert found["role_plays"][0]["states"] == prove(role_play(SMALL)).figures.states
