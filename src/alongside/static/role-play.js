// @ts-check
// The player of role-plays: one turn at a time, over the booklet that is already in the page.
// Each new turn is told once: its heading gets the focus and is described by what is said.
(() => {
  "use strict";

  const root = /** @type {any} */ (globalThis);
  const { machine: engine, talk, store } = root.Alongside;

  /** Plays the replies as far as they are on offer.
   * @param {any} machine  @param {unknown} wanted */
  const played = (machine, wanted) => {
    const path = /** @type {string[]} */ ([]);
    const states = [engine.start(machine)];
    for (const id of Array.isArray(wanted) ? wanted : []) {
      const state = states[path.length];
      const next = engine.repliesOffered(machine, state).includes(id)
        ? engine.take(machine, state, id)
        : null;
      if (!next) break;
      path.push(id);
      states.push(next);
    }
    return { path, states };
  };

  class RolePlay extends HTMLElement {
    connectedCallback() {
      const data = this.querySelector(".al-machine");
      if (this.machine || !data) return;
      this.machine = JSON.parse(data.textContent || "");
      this.store = store(this.dataset.course);
      this.name = `r:${this.dataset.rolePlay}`;
      this.help = /** @type {HTMLElement} */ (this.querySelector(".al-help"));
      this.intro = /** @type {HTMLDetailsElement} */ (this.querySelector(".al-intro"));
      this.keep = talk.part({ rolePlay: this }, "keep");
      this.frame();
      this.addEventListener("click", this);
      this.addEventListener("change", this);
      this.resume();
    }

    /** Puts the empty pieces of the player around the help card, which stays where it is. */
    frame() {
      /** @type {(name: string) => HTMLElement} */
      const piece = (name) => talk.part({ rolePlay: this }, name);
      this.status = piece("status");
      this.log = piece("log");
      this.now = piece("now");
      this.paused = piece("paused");
      this.choices = piece("choices");
      this.controls = piece("controls");
      this.startPart = piece("start");
      const trouble = piece("trouble");
      this.help.before(trouble, this.status, this.startPart, this.log, this.now);
      this.help.after(this.choices, this.paused, this.controls);
      this.classList.add("al-on");
      this.store.tell(trouble);
    }

    /** What the pieces of `talk` need to know. */
    get talk() {
      return { rolePlay: this, machine: this.machine, path: this.#path, states: this.states };
    }

    /** The replies so far; setting them plays them, as far as they can be played. */
    get path() {
      return [...this.#path];
    }

    set path(wanted) {
      this.replay(wanted);
      this.after = false;
      this.keepPath();
      this.showTurn(false);
    }

    /** @type {string[]} */
    #path = [];

    /** @param {unknown} wanted */
    replay(wanted) {
      const { path, states } = played(this.machine, wanted);
      this.#path = path;
      this.states = states;
    }

    /** Goes on where an earlier visit stopped, or shows the way in. */
    resume() {
      const kept = this.store.read(this.name) || {};
      this.late = kept.feedback === "end";
      this.replay(kept.path);
      const lost = Array.isArray(kept.path) && kept.path.length > this.#path.length;
      if (lost || this.#path.length) this.say(lost ? "changed" : "resumed");
      this.after = kept.after === true && !lost;
      if (this.#path.length) this.showTalk(false);
      else this.showStart(false);
    }

    /** @param {string} message  one of the pieces of the template */
    say(message) {
      this.status.replaceChildren(talk.part(this.talk, message));
    }

    /** Keeps the path and whether the feedback on its last reply is still open. */
    keepPath() {
      const { after, dataset: { hash } } = this;
      const feedback = this.late ? "end" : "go";
      this.store.write(this.name, { hash, path: this.#path, feedback, after });
      const path = this.#path.join();
      if (this.told !== path) this.tell();
      this.told = path;
    }

    /** Tells whoever listens how far the talk has come. */
    tell() {
      const { machine } = this;
      const state = this.states[this.#path.length];
      /** @type {Record<string, string | boolean>} */
      const values = {};
      machine.variables.forEach((each, at) => {
        if (each.kind === "meter") values[each.name] = each.levels[state.values[at]];
        if (each.kind === "fact") values[each.name] = state.values[at] === 1;
      });
      this.dispatchEvent(
        new CustomEvent("alongside-path", {
          bubbles: true,
          detail: { path: this.path, ending: engine.ending(machine, state), state: values },
        }),
      );
    }

    /** Shows a moment: the talk so far, a heading, what belongs to it, what one can do.
     * @param {{count?: number, heading: HTMLElement, body: HTMLElement[],
     *   choices: HTMLElement[], help?: boolean, effect?: boolean, focus?: boolean}} moment */
    show({ count = this.#path.length, heading, body, choices, help, effect, focus = true }) {
      this.open("talk");
      this.count = count;
      this.help.hidden = !help;
      const past = talk.soFar(this.talk, count);
      /** @type {Element} */ (this.log.firstChild).replaceChildren(...past);
      this.log.hidden = !past.length;
      const told = document.createElement("div");
      told.id = `${this.id}-told`;
      told.append(...body);
      const did = effect && past.at(-1)?.querySelector(".al-did");
      if (did) did.id = `${this.id}-did`;
      heading.setAttribute("aria-describedby", did ? `${did.id} ${told.id}` : told.id);
      this.now.replaceChildren(heading, told);
      this.choices.replaceChildren(...choices);
      this.choices.hidden = !choices.length;
      if (focus) this.face(heading);
    }

    /** Opens one of the three faces: the way in, the talk, the pause.
     * @param {"start" | "talk" | "paused"} face */
    open(face) {
      this.classList.toggle("al-at-start", face === "start");
      this.classList.toggle("al-at-rest", face === "paused");
      this.intro.open = face === "start";
      this.startPart.hidden = face !== "start";
      this.paused.hidden = face !== "paused";
      this.controls.hidden = face === "start";
    }

    /** Moves the focus to a new heading, with a little of what came before in sight.
     * @param {HTMLElement | null} heading */
    face(heading) {
      this.status.replaceChildren();
      heading?.focus({ preventScroll: true });
      heading?.scrollIntoView();
    }

    /** @param {boolean} focus */
    showStart(focus) {
      this.open("start");
      this.help.hidden = true;
      for (const box of this.startPart.querySelectorAll("input")) {
        box.checked = (box.value === "end") === this.late;
      }
      const resume = /** @type {HTMLElement} */ (this.startPart.querySelector("[data-do=resume]"));
      resume.hidden = !this.#path.length;
      if (focus) this.face(this.querySelector("h3"));
    }

    /** The talk where it stands: the feedback on the last reply, or the next turn.
     * @param {boolean} [focus] */
    showTalk(focus) {
      if (this.after && this.#path.length) this.showAfter(focus);
      else this.showTurn(focus);
    }

    /** @param {boolean} [focus] */
    showTurn(focus = true) {
      const at = this.#path.length;
      const state = this.states[at];
      const place = this.machine.places[state.turn];
      const ended = place.kind !== "turn";
      const [title, number] = [talk.title(this.talk, state.turn), String(at + 1)];
      const body = [
        ...(place.help ? [talk.part(this.talk, "help-note")] : []),
        talk.meters(this.talk, state, this.states[at - 1]),
        talk.lines(this.talk, state),
        ...(ended ? talk.copies(talk.section(this.talk, state.turn), ".al-kind") : []),
      ];
      const heading = ended
        ? talk.part(this.talk, "ending", { title })
        : talk.part(this.talk, "turn", { title, number });
      const choices = this.replies(state, "say");
      this.show({ heading, body, choices, help: place.help, effect: this.late, focus });
      if (ended) this.now.append(talk.debrief(this.talk));
    }

    /** What one may say, as buttons, in the order of the booklet.
     * @param {any} state  @param {string} act  @param {string} [but]  a reply to leave out */
    replies(state, act, but) {
      const offered = engine.repliesOffered(this.machine, state);
      return [...talk.section(this.talk, state.turn).querySelectorAll("[data-reply]")]
        .filter(({ dataset: { reply } }) => offered.includes(reply) && reply !== but)
        .map((said) => {
          const button = document.createElement("button");
          button.type = "button";
          button.className = "al-reply";
          button.dataset.do = act;
          button.value = said.dataset.reply;
          button.textContent = talk.words(said);
          return button;
        });
    }

    /** What the last reply did, and why. @param {boolean} [focus] */
    showAfter(focus = true) {
      const last = this.#path.length - 1;
      const state = this.states[last];
      const said = talk.reply(this.talk, state, this.#path[last]);
      this.show({
        heading: this.verdict(said),
        body: [
          ...talk.copies(said, ".al-why,.al-better"),
          talk.meters(this.talk, this.states[last + 1], state),
        ],
        choices: [talk.part(this.talk, "go")],
        effect: true,
        focus,
      });
    }

    /** @param {HTMLElement} said */
    verdict(said) {
      return talk.part(this.talk, "after", {
        title: said.querySelector(".al-verdict")?.textContent,
      });
    }

    /** The other words one could have said at an earlier turn. @param {number} at */
    showOthers(at) {
      this.at = at;
      const state = this.states[at];
      this.show({
        count: at,
        heading: talk.part(this.talk, "if", { title: talk.title(this.talk, state.turn) }),
        body: [talk.lines(this.talk, state)],
        choices: [
          ...this.replies(state, "try", this.#path[at]),
          talk.part(this.talk, "home"),
        ],
      });
    }

    /** What other words would have done, played by the engine. @param {string} id */
    showTried(id) {
      this.tried = id;
      const state = this.states[this.at];
      const next = engine.take(this.machine, state, id);
      const said = talk.reply(this.talk, state, id);
      this.show({
        count: this.at,
        heading: talk.part(this.talk, "if-said"),
        body: [
          ...talk.exchange(this.talk, said),
          ...talk.copies(said, ".al-verdict,.al-why,.al-better"),
          talk.part(this.talk, "then"),
          talk.meters(this.talk, next, state),
          talk.lines(this.talk, next),
        ],
        choices: ["continue", "other", "home"].map((name) => talk.part(this.talk, name)),
        help: this.machine.places[next.turn].help,
      });
    }

    /** @param {boolean} open */
    openHelp(open) {
      this.help.hidden = !open;
      const target = open ? this.help.querySelector("h4") : this.controls.lastElementChild;
      /** @type {HTMLElement} */ (target).focus();
    }

    /** @param {Event} event */
    handleEvent(event) {
      const target = /** @type {Element} */ (event.target);
      if (event.type === "change") {
        if (target.closest("fieldset")) this.chooseFeedback(target);
        return;
      }
      const button = /** @type {HTMLButtonElement | null} */ (target.closest("[data-do]"));
      if (button) this.act(button.dataset.do || "", button.value);
    }

    /** @param {any} box */
    chooseFeedback(box) {
      this.late = box.value === "end";
      this.keepPath();
    }

    /** @param {string} what  @param {string} value */
    act(what, value) {
      /** @type {Record<string, () => void>} */
      const acts = {
        start: () => this.go([]),
        resume: () => this.showTalk(),
        say: () => this.go([...this.#path, value], !this.late),
        go: () => this.go(this.#path),
        back: () => this.back(),
        again: () => this.showStart(true),
        pause: () => this.rest(),
        unpause: () => this.wake(),
        help: () => this.openHelp(true),
        close: () => this.openHelp(false),
        if: () => this.showOthers(Number(value)),
        try: () => this.showTried(value),
        other: () => this.showOthers(this.at),
        home: () => this.showTalk(),
        continue: () => this.go([...this.#path.slice(0, this.at), this.tried]),
      };
      acts[what]?.();
    }

    /** Goes to where these replies lead. @param {string[]} path  @param {boolean} [after] */
    go(path, after = false) {
      this.replay(path);
      this.after = after;
      this.keepPath();
      this.showTalk();
    }

    /** One step back: out of a pause or a "what if", else to before the last reply. */
    back() {
      if (!this.paused.hidden) this.wake();
      else if (this.count < this.#path.length) this.showTalk();
      else if (this.#path.length) this.go(this.#path.slice(0, -1));
      else this.showStart(true);
    }

    rest() {
      this.open("paused");
      this.face(this.paused.querySelector("h4"));
    }

    wake() {
      this.open("talk");
      this.face(this.now.querySelector("h4"));
    }
  }

  customElements.define("alongside-role-play", RolePlay);
})();
