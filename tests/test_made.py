"""What stands beside the pages is made again where it would differ, and nowhere else."""

from types import SimpleNamespace

import pytest

from alongside.book import made
from alongside.reading import current


@pytest.fixture
def store(course):
    """Stands for what Sphinx keeps from one build to the next."""
    return SimpleNamespace(srcdir=course, config=SimpleNamespace(alongside_package="one"))


@pytest.fixture
def asked(monkeypatch):
    """The role-plays that the prover was asked about, by title."""
    titles = []

    def verdict(_loaded, play):
        titles.append(play.title)
        return f"a verdict on {play.title}"

    monkeypatch.setattr(made, "verdict", verdict)
    return titles


def renamed(course, title):
    talk = course / "role_plays/late-lab.yml"
    lines = talk.read_text("utf-8").splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if line.startswith("title:"))
    lines[at] = f"title: {title}\n"
    talk.write_text("".join(lines), "utf-8")
    current.refreshed(course)


def test_a_role_play_is_proved_again_when_it_or_the_package_has_changed_and_only_then(
    course, store, asked
):
    renamed(course, "First")
    assert [*made.proved(store), *made.proved(store)] == ["a verdict on First"] * 2
    assert asked == ["First"]
    renamed(course, "Second")
    assert list(made.proved(store)) == ["a verdict on Second"]
    store.config.alongside_package = "two"
    assert list(made.proved(store)) == ["a verdict on Second"]
    assert asked == ["First", "Second", "Second"]


def test_a_thing_is_outdated_when_its_hash_is_new_and_only_then(store):
    assert made.outdated(store, "kits", {"a": "1", "b": "1"}) == {"a", "b"}
    assert made.outdated(store, "notebooks", {"a": "1"}) == {"a"}
    assert made.outdated(store, "kits", {"a": "1", "b": "2", "c": "1"}) == {"b", "c"}
    assert made.outdated(store, "kits", {"a": "1"}) == set()
