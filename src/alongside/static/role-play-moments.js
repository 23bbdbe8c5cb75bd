// @ts-check
// The moments of a role-play: a turn, what a reply did, "what if …", and looking back.
// A moment is a heading, what belongs to it and what one can do; the player shows it.
{
  const { machine: engine, make, talk } = Alongside;

  /** @typedef {{turn: string, values: number[]}} State */
  /** @typedef {HTMLElement & {machine: any, path: string[], states: State[], keep: Element,
   *   late: boolean}} Play */
  /** @typedef {{heading: HTMLElement, body: Element[], choices: Element[], count: number,
   *   help?: boolean, effect?: boolean, after?: Element[]}} Moment */

  /** What one may say, as buttons, in the order of the booklet.
   * @type {(play: Play, state: State, act: string, but?: string) => Element[]} */
  const replies = (play, state, act, but) => {
    const offered = engine.repliesOffered(play.machine, state);
    return [...talk.section(play, state.turn).querySelectorAll("[data-reply]")]
      .filter(({ dataset }) => offered.includes(dataset.reply) && dataset.reply !== but)
      .map((said) => {
        const button = make("button", "al-reply", talk.words(said));
        button.type = "button";
        button.dataset.do = act;
        button.value = said.dataset.reply;
        return button;
      });
  };

  /** The replies of the talk, each with the turn it was given at, counted from 0.
   * @type {(play: Play) => {said: any, at: number}[]} */
  const given = (play) =>
    play.path.map((id, at) => ({ said: talk.reply(play, play.states[at], id), at }));

  /** @type {(said: HTMLElement) => boolean} */
  const strong = (said) => said.dataset.quality === "strong";

  /** Whether some replies were poor, and as many as strong. @type {(play: Play) => boolean} */
  const late = (play) => {
    const found = given(play).filter(({ said }) => said.dataset.quality !== "middling");
    return found.length >= (found.filter(({ said }) => strong(said)).length * 2 || 1);
  };

  /** Where the talk stands: the next turn, or the ending and the look back.
   * @type {(play: Play) => Moment} */
  const turn = (play) => {
    const count = play.path.length;
    const state = play.states[count];
    const { help } = play.machine.places[state.turn];
    const ended = engine.ending(play.machine, state);
    const slots = { title: talk.title(play, state), number: count + 1 };
    return {
      count,
      help,
      effect: play.late,
      heading: talk.part(play, ended ? "ending" : "turn", slots),
      body: [
        ...(help ? [talk.part(play, "help-note")] : []),
        talk.meters(play, state, play.states[count - 1]),
        talk.lines(play, state),
        // Good and mixed endings have two such lines; the last is for a talk of mostly poor replies.
        ...talk
          .copies(talk.section(play, state.turn), ".al-kind")
          .slice(late(play) ? -1 : 0)
          .slice(0, 1),
      ],
      choices: replies(play, state, "say"),
      after: ended ? [debrief(play)] : [],
    };
  };

  /** What the last reply did, and why. @type {(play: Play) => Moment} */
  const outcome = (play) => {
    const count = play.path.length;
    const [before, state] = play.states.slice(-2);
    const said = talk.reply(play, before, play.path[count - 1]);
    return {
      count,
      effect: true,
      heading: talk.part(play, "after", {
        title: said.querySelector(".al-verdict").textContent,
      }),
      body: [...talk.copies(said, ".al-why,.al-better"), talk.meters(play, state, before)],
      choices: [talk.part(play, "go")],
    };
  };

  /** The other words one could have said at an earlier turn.
   * @type {(play: Play, at: number) => Moment} */
  const others = (play, at) => {
    const state = play.states[at];
    return {
      count: at,
      heading: talk.part(play, "if", { title: talk.title(play, state) }),
      body: [talk.lines(play, state)],
      choices: [...replies(play, state, "try", play.path[at]), talk.part(play, "home")],
    };
  };

  /** What other words would have done, played by the engine.
   * @type {(play: Play, at: number, id: string) => Moment} */
  const tried = (play, at, id) => {
    const state = play.states[at];
    const next = engine.take(play.machine, state, id);
    const said = talk.reply(play, state, id);
    return {
      count: at,
      help: play.machine.places[next.turn].help,
      heading: talk.part(play, "if-said"),
      body: [
        ...talk.exchange(play, said),
        ...talk.copies(said, ".al-verdict,.al-why,.al-better"),
        talk.part(play, "then"),
        talk.meters(play, next, state),
        talk.lines(play, next),
      ],
      choices: ["continue", "other", "home"].map((name) => talk.part(play, name)),
    };
  };

  /** How many strong replies used each skill; nothing where there are none.
   * @type {(play: Play) => Element[]} */
  const skills = (play) => {
    const shown = talk.part(play, "skills");
    const found = given(play)
      .filter(({ said }) => strong(said))
      .flatMap(({ said }) => [...said.querySelectorAll(".al-skills span")])
      .map((skill) => skill.textContent);
    for (const skill of new Set(found)) {
      const head = make("th", "", skill);
      head.scope = "row";
      const row = shown.tBodies[0].insertRow();
      row.append(head);
      row.insertCell().append(`${found.filter((each) => each === skill).length}`);
    }
    return found.length ? [shown] : [];
  };

  /** Your own words, quoted, each with what it did and why.
   * @type {(play: Play, name: string, wanted: (said: any) => boolean) => Element[]} */
  const quoted = (play, name, wanted) => {
    const shown = talk.part(play, name);
    const items = given(play)
      .filter(({ said }) => wanted(said))
      .map(({ said, at }) =>
        make(
          "li",
          "",
          make("p", "al-say", `“${talk.words(said)}”`),
          ...talk.copies(said, ".al-effect,.al-verdict,.al-why,.al-better,.al-skills"),
          ...talk.whatIf(play, at),
        ),
      );
    shown.querySelector("ul").append(...items);
    // Whoever waits for the end has not read any of it yet.
    if (play.late) shown.open = true;
    return items.length ? [shown] : [];
  };

  /** The questions whose condition holds, and your own replies, quoted.
   * @type {(play: Play) => Element} */
  const debrief = (play) => {
    const asked = engine.asked(play.machine, play.states[play.path.length]);
    const [shown] = talk.copies(play, ".al-booklet .al-debrief");
    for (const named of [shown, shown.querySelector("h4")]) named.removeAttribute("id");
    shown.removeAttribute("aria-labelledby");
    for (const item of shown.querySelectorAll("li")) {
      if (!asked.includes(item.dataset.debrief)) item.remove();
    }
    for (const phase of shown.querySelectorAll(".al-phase:not(:has(li))")) phase.remove();
    shown.querySelector(".al-write").replaceWith(
      ...skills(play),
      ...quoted(play, "look", (said) => !strong(said)),
      ...quoted(play, "landed", strong),
      play.keep,
    );
    return shown;
  };

  Alongside.moments = { turn, outcome, others, tried };
}
