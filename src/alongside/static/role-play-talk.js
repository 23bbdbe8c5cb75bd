// @ts-check
// What a role-play shows of a talk: lines, your words, meters, the talk so far, the debrief.
// Every word comes from the page: copies of the booklet and of the pieces in its template.
(() => {
  "use strict";

  const root = /** @type {any} */ (globalThis);
  const engine = root.Alongside.machine;

  /** @typedef {{turn: string, values: number[]}} State */
  /** @typedef {{rolePlay: any, machine: any, path: string[], states: State[]}} Talk */

  /** A copy of a piece of the template, with its slots filled.
   * @type {(talk: Talk, name: string, slots?: Record<string, string>) => HTMLElement} */
  const part = ({ rolePlay }, name, slots = {}) => {
    const found = rolePlay.querySelector("template").content;
    const piece = found.querySelector(`[data-part="${name}"]`).cloneNode(true);
    for (const slot of Object.keys(slots)) {
      piece.querySelector(`[data-slot="${slot}"]`).textContent = slots[slot];
    }
    return piece;
  };

  /** The section of a turn or ending in the booklet.
   * @type {(talk: Talk, place: string) => HTMLElement} */
  const section = ({ rolePlay }, place) =>
    rolePlay.querySelector(`[data-turn="${place}"],[data-ending="${place}"]`);

  /** @type {(talk: Talk, place: string) => string} */
  const title = (talk, place) =>
    /** @type {Text} */ (section(talk, place).querySelector("h4")?.lastChild).data;

  /** A reply in the booklet. @type {(talk: Talk, state: State, id: string) => HTMLElement} */
  const reply = (talk, state, id) =>
    /** @type {any} */ (section(talk, state.turn).querySelector(`[data-reply="${id}"]`));

  /** Copies without the conditions, which only the booklet needs.
   * @type {(from: Element, wanted: string) => HTMLElement[]} */
  const copies = (from, wanted) =>
    [...from.querySelectorAll(wanted)].map((each) => {
      const copy = /** @type {HTMLElement} */ (each.cloneNode(true));
      copy.querySelector(".al-if")?.remove();
      return copy;
    });

  /** The words of a reply. @type {(said: HTMLElement) => string} */
  const words = (said) =>
    [...said.querySelectorAll(".al-say")].map((each) => each.textContent).join(" ");

  /** What is heard in a state. @type {(talk: Talk, state: State) => HTMLElement} */
  const lines = (talk, state) => {
    const place = section(talk, state.turn);
    const shown = document.createElement("div");
    shown.className = "al-lines";
    for (const at of engine.linesShown(talk.machine, state)) {
      shown.append(...copies(place, `[data-line="${at}"]`));
    }
    return shown;
  };

  /** Your words, and what they did to the other person.
   * @type {(talk: Talk, said: HTMLElement) => HTMLElement[]} */
  const exchange = (talk, said) => {
    const did = document.createElement("div");
    did.className = "al-did";
    did.append(...copies(said, ".al-effect"));
    return [part(talk, "you", { said: words(said) }), did];
  };

  /** How things stand, in words, and where they stood before.
   * @type {(talk: Talk, state: State, before?: State) => HTMLElement} */
  const meters = (talk, state, before = state) => {
    const shown = part(talk, "meters");
    [...shown.children].forEach((meter, at) => {
      const level = (/** @type {State} */ { values }) =>
        talk.machine.variables[at].levels[values[at]].replaceAll("-", " ");
      const slot = (/** @type {string} */ name) =>
        /** @type {HTMLElement} */ (meter.querySelector(`[data-slot="${name}"]`));
      slot("is").textContent = level(state);
      slot("was").textContent = level(before);
      slot("from").hidden = level(state) === level(before);
    });
    return shown;
  };

  /** The first turns of the talk, as items of a list.
   * @type {(talk: Talk, count: number) => HTMLElement[]} */
  const soFar = (talk, count) =>
    talk.path.slice(0, count).map((id, at) => {
      const state = talk.states[at];
      const item = part(talk, "entry");
      item.append(lines(talk, state), ...exchange(talk, reply(talk, state, id)));
      if (engine.repliesOffered(talk.machine, state).length > 1) {
        const again = part(talk, "if-button", { title: title(talk, state.turn) });
        /** @type {HTMLButtonElement} */ (again.firstChild).value = String(at);
        item.append(again);
      }
      return item;
    });

  /** A table of your replies that the test lets through; nothing where there are none.
   * @type {(talk: Talk, name: string, wanted: (quality: string) => boolean, told: string)
   *   => HTMLElement[]} */
  const table = (talk, name, wanted, told) => {
    const shown = part(talk, name);
    const body = /** @type {HTMLTableSectionElement} */ (shown.querySelector("tbody"));
    talk.path.forEach((id, at) => {
      const said = reply(talk, talk.states[at], id);
      if (!wanted(said.dataset.quality || "")) return;
      const row = body.insertRow();
      const head = document.createElement("th");
      head.scope = "row";
      head.textContent = `“${words(said)}”`;
      row.append(head);
      row.insertCell().append(...copies(said, told));
    });
    return body.rows.length ? [shown] : [];
  };

  /** The questions whose condition holds, and your own replies, quoted.
   * @type {(talk: Talk) => HTMLElement} */
  const debrief = (talk) => {
    const asked = engine.asked(talk.machine, talk.states[talk.path.length]);
    const [shown] = copies(talk.rolePlay, ".al-booklet .al-debrief");
    shown.removeAttribute("id");
    shown.removeAttribute("aria-labelledby");
    for (const item of shown.querySelectorAll("li")) {
      item.querySelector(".al-if")?.remove();
      if (!asked.includes(item.dataset.debrief)) item.remove();
    }
    for (const phase of shown.querySelectorAll(".al-phase")) {
      if (!phase.querySelector("li")) phase.remove();
    }
    shown.querySelector("[id]")?.removeAttribute("id");
    shown.querySelector(".al-write")?.replaceWith(
      ...table(talk, "landed", (quality) => quality === "strong", ".al-skills,.al-why"),
      ...table(
        talk, "look", (quality) => quality !== "strong", ".al-verdict,.al-why,.al-better",
      ),
      talk.rolePlay.keep,
    );
    return shown;
  };

  root.Alongside.talk = {
    part, section, title, reply, copies, words, lines, exchange, meters, soFar, debrief,
  };
})();
