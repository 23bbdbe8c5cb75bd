// @ts-check
// What a role-play shows of a talk: lines, your words, meters, the talk so far.
// Every word comes from the page: copies of the booklet and of the pieces in its template.
{
  const { machine: engine, make } = Alongside;

  /** @typedef {{turn: string, values: number[]}} State */
  /** @typedef {HTMLElement & {machine: any, path: string[], states: State[]}} Play */

  /** An element of the page with a class. @type {(name: string, ...inside: Node[]) => Element} */
  const box = (name, ...inside) => make("div", name, ...inside);

  /** A copy of a piece of the template, with its slots filled.
   * @type {(play: Play, name: string, slots?: Record<string, string>) => any} */
  const part = (play, name, slots = {}) => {
    const { content } = /** @type {HTMLTemplateElement} */ (play.querySelector(".al-parts"));
    const piece = /** @type {Element} */ (
      content.querySelector(`[data-part="${name}"]`)?.cloneNode(true)
    );
    for (const slot of piece.querySelectorAll("[data-slot]")) {
      slot.textContent = slots[/** @type {HTMLElement} */ (slot).dataset.slot || ""];
    }
    return piece;
  };

  /** The section of a turn or ending in the booklet. @type {(play: Play, place: string) => any} */
  const section = (play, place) =>
    play.querySelector(`[data-turn="${place}"],[data-ending="${place}"]`);

  /** @type {(play: Play, state: State) => string} */
  const title = (play, { turn }) => section(play, turn).querySelector("h4").lastChild.data;

  /** A reply in the booklet. @type {(play: Play, state: State, id: string) => HTMLElement} */
  const reply = (play, { turn }, id) =>
    section(play, turn).querySelector(`[data-reply="${id}"]`);

  /** Copies without their conditions, which only the booklet needs.
   * @type {(from: Element, wanted: string) => Element[]} */
  const copies = (from, wanted) =>
    [...from.querySelectorAll(wanted)].map((each) => {
      const copy = /** @type {Element} */ (each.cloneNode(true));
      for (const condition of copy.querySelectorAll(".al-if")) condition.remove();
      return copy;
    });

  /** The words of a reply. @type {(said: Element) => string} */
  const words = (said) =>
    [...said.querySelectorAll(".al-say")].map((each) => each.textContent).join(" ");

  /** What is heard in a state. @type {(play: Play, state: State) => Element} */
  const lines = (play, state) =>
    box(
      "al-lines",
      ...engine
        .linesShown(play.machine, state)
        .flatMap((/** @type {number} */ at) =>
          copies(section(play, state.turn), `[data-line="${at}"]`),
        ),
    );

  /** Your words, and what they did to the other person.
   * @type {(play: Play, said: Element) => Element[]} */
  const exchange = (play, said) => [
    part(play, "you", { said: words(said) }),
    box("al-did", ...copies(said, ".al-effect")),
  ];

  /** How things stand, in words, and how they stood before.
   * @type {(play: Play, state: State, before?: State) => Element} */
  const meters = (play, state, before = state) => {
    const shown = part(play, "meters");
    [...shown.children].forEach((meter, at) => {
      const { levels } = play.machine.variables[at];
      const [was, is] = [before, state].map(({ values }) =>
        levels[values[at]].replaceAll("-", " "),
      );
      meter.querySelector(".al-was").textContent = was;
      meter.querySelector(".al-is").textContent = is;
      meter.querySelector(".al-from").hidden = was === is;
    });
    return shown;
  };

  /** The way to the other replies of an earlier turn; nothing where there was only one.
   * @type {(play: Play, at: number) => Element[]} */
  const whatIf = (play, at) => {
    const state = play.states[at];
    if (engine.repliesOffered(play.machine, state).length < 2) return [];
    const shown = part(play, "if-button", { title: title(play, state) });
    shown.firstChild.value = at;
    return [shown];
  };

  /** The first turns of the talk, as items of a list, while it lasts with ways to other words.
   * @type {(play: Play, count: number, going: boolean) => Element[]} */
  const soFar = (play, count, going) =>
    play.path.slice(0, count).map((id, at) => {
      const state = play.states[at];
      const item = part(play, "entry");
      item.append(
        lines(play, state),
        ...exchange(play, reply(play, state, id)),
        ...(going ? whatIf(play, at) : []),
      );
      return item;
    });

  Alongside.talk = {
    box, part, section, title, reply, copies, words, lines, exchange, meters, whatIf, soFar,
  };
}
