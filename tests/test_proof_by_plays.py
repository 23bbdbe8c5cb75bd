"""The prover agrees with a naive player that tries every path of tiny random role-plays."""

from hypothesis import HealthCheck, given, settings

from alongside.playing.conditions import without_one
from alongside.proof import prove
from naive_player import ENDS, POOR, TURNS, Naive, role_plays


def unmet(naive):
    """R201 to R205 and R207: what no path meets, and where nothing is heard."""
    play, states = naive.play, naive.states
    turns = {state[0] for state in states}
    codes = {"R201"} if set(TURNS) - turns else set()
    codes |= {"R204"} if set(ENDS) - turns else set()
    taken = {(s[0], reply.id, way) for s in states for reply, way, _ in naive.steps[s]}
    offered = {each[:2] for each in taken}
    for name in turns & set(TURNS):
        for reply in play.turns[name].replies:
            if (name, reply.id) not in offered:
                codes.add("R202")
            elif any((name, reply.id, n) not in taken for n in range(len(reply.to))):
                codes.add("R203")
    for name in turns:
        here = [s for s in states if s[0] == name]
        lines = naive.place(here[0]).lines
        if any(not any(naive.holds(line.when, s) for s in here) for line in lines):
            codes.add("R205")
        if any(not any(naive.holds(line.when, s) for line in lines) for s in here):
            codes.add("R207")
    return codes


def stuck(naive):
    """R206, R208, R209: where one cannot go on."""
    inside = [s for s in naive.states if not naive.ends(s)]
    codes = {"R206"} if any(not naive.steps[s] for s in inside) else set()
    if any(after is None for s in inside for *_, after in naive.steps[s]):
        codes.add("R209")
    if any(not any(naive.ends(e) for e in naive.met(s)) for s in inside):
        codes.add("R208")
    return codes


def endless(naive):
    """R216: a state that comes again, from which one could also have ended."""
    for state in naive.states:
        later = {after for *_, after in naive.steps[state] if after is not None}
        again = any(state in naive.met(after) for after in later)
        if again and any(naive.ends(each) for each in naive.met(state)):
            return {"R216"}
    return set()


def readings(naive):
    """Each condition of a line, reply, way or debrief question, with the states that ask it."""
    play = naive.play
    for name in {**play.turns, **play.endings}:
        here = [s for s in naive.states if s[0] == name]
        lines = naive.place(here[0]).lines if here else ()
        replies = play.turns[name].replies if name in play.turns else ()
        yield from ((each.when, here) for each in (*lines, *replies))
        for reply in replies:
            after = [then for s in here for r, then in naive.taken(s) if r is reply]
            for way in reply.to:
                yield way.when, after
                after = [then for then in after if not naive.holds(way.when, then)]
    final = [s for s in naive.states if naive.ends(s)]
    yield from ((each.when, final) for each in play.debrief)


def idle(naive):
    """R217: a part of a condition that could as well be left out."""
    for when, states in readings(naive):
        holds = [naive.holds(when, s) for s in states]
        for _, rest in without_one(when, naive.known) if len(set(holds)) == 2 else ():
            if [naive.holds(rest, s) for s in states] == holds:
                return {"R217"}
    return set()


def unheard(naive):
    """R218: words that feedback quotes, on a path where no line has said them."""
    for name in TURNS:
        for reply in naive.play.turns[name].replies:
            words = reply.feedback.partition("“")[2].partition("”")[0]

            def silent(state, words=words):
                lines = naive.place(state).lines
                told = (one.says for one in lines if naive.holds(one.when, state))
                return not any(words in says for says in told)

            here = naive.states[:1] if words and silent(naive.states[0]) else []
            met = naive.met(here[0], lambda _, after: silent(after)) if here else []
            if any(reply is each for s in met if s[0] == name for each, *_ in naive.steps[s]):
                return {"R218"}
    return set()


def unasked(naive):
    """R214 and R215: what the debrief leaves out."""
    play = naive.play
    final = [s for s in naive.states if naive.ends(s)]
    codes = set()
    for question in play.debrief:
        if question.when and not any(naive.holds(question.when, s) for s in final):
            codes.add("R214")
    if any(not any(naive.holds(q.when, s) for q in play.debrief) for s in final):
        codes.add("R215")
    return codes


def closing(naive):
    """R301, R306, R308: what one reply does."""
    steps, codes = naive.steps, set()
    for state in (s for s in naive.states if not naive.ends(s)):
        for reply, _, after in steps[state]:
            lost = after is None or not naive.reaches_good(after)
            codes |= {"R301"} if reply.quality in POOR and lost else set()
            if reply.quality == "harmful" and after is not None:
                soon = [after, *(e for *_, e in steps[after] if e is not None)]
                mended = any(r.quality == "strong" for s in soon for r, *_ in steps[s])
                codes |= set() if mended else {"R306"}
        if not any(reply.quality == "strong" for reply, *_ in steps[state]):
            codes.add("R308")
    return codes


def unmended(naive):
    """R314 and R315: harm that no reply owns before a good ending, or none ever can."""
    codes, met = set(), {}
    said = {f"{name}.{r.id}": r for name in TURNS for r in naive.play.turns[name].replies}
    repairs = [each for each in said.values() if each.quality == "strong" and each.skills]
    for state in naive.states:
        for harm, _, after in naive.steps[state]:
            if harm.quality == "harmful" and after is not None:
                mends = [said[name] for name in harm.mended_by] or repairs
                stood = naive.met(after, lambda r, _, m=mends: not any(r is one for one in m))
                codes |= {"R314"} if any(s[0] == "good" for s in stood) else set()
                later = {f"{s[0]}.{r.id}" for s in naive.met(after) for r, *_ in naive.steps[s]}
                met.setdefault(f"{state[0]}.{harm.id}", set()).update(later)
    lost = any(set(said[harm].mended_by) - later for harm, later in met.items())
    return codes | ({"R315"} if lost else set())


def undeserved(naive):
    """R302 to R304: good endings that are missing, or too cheap."""
    first = naive.states[0]
    codes = set() if naive.reaches_good(first) else {"R302"}
    if any(s[0] == "good" for s in naive.met(first, lambda r, _: r.quality in POOR)):
        codes.add("R303")
    if any(s[0] == "good" for s in naive.met(first, lambda r, _: r.quality != "strong")):
        codes.add("R304")
    return codes


def let_down(naive):
    """R313: a missed ending to which strong replies alone come, or none but they lead."""
    strong = naive.met(naive.states[0], lambda r, _: r.quality == "strong")
    entered = {
        reply.quality
        for state in naive.states
        for reply, _, after in naive.steps[state]
        if after is not None and after[0] == "poor"
    }
    alone = any(s[0] == "poor" for s in strong)
    return {"R313"} if alone or entered == {"strong"} else set()


def unhelped(naive):
    """R305: risk, and then an ending without help."""
    for state in (s for s in naive.states if not naive.ends(s)):
        turn = naive.play.turns[state[0]]
        if turn.risk and not turn.help:
            helpless = naive.met(state, lambda _, after: not naive.place(after).help)
            if any(naive.ends(s) for s in helpless):
                return {"R305"}
    return set()


def promises(naive):
    """R310 to R312: rules of the author."""
    rules, first = naive.play.rules, naive.states[0]
    good = [s for s in naive.states if s[0] == "good"]
    codes = set()
    if any(naive.holds(rules.never[0].when, s) for s in good):
        codes.add("R310")
    if any(s[0] == "b" and not naive.reaches_good(s) for s in naive.states):
        codes.add("R311")
    around = naive.met(first, lambda _, after: after[0] != "c")
    return codes | ({"R312"} if any(s[0] == "good" for s in around) else set())


COMPARED = {
    *("R201", "R202", "R203", "R204", "R205", "R206", "R207", "R208", "R209", "R214", "R215"),
    *("R216", "R217", "R218"),
    *(
        "R301",
        "R302",
        "R303",
        "R304",
        "R305",
        "R306",
        "R308",
        "R310",
        "R311",
        "R312",
        "R313",
        "R314",
        "R315",
    ),
}


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(role_plays())
def test_the_prover_finds_what_a_player_of_every_path_finds(play):
    verdict = prove(play, shape=False)
    found = {each.code for each in verdict.faults} & COMPARED
    naive = Naive(play)
    looked = (unmet, stuck, endless, idle, unheard, unasked, closing)
    looked += (unmended, undeserved, let_down, unhelped, promises)
    assert found == set().union(*(look(naive) for look in looked))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(role_plays())
def test_every_transcript_can_be_played(play):
    for finding in prove(play, shape=False).findings:
        if finding.transcript:
            assert finding.transcript[-1].startswith("[")
