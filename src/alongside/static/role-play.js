// @ts-check
// The player of role-plays: one moment at a time, over the booklet that is already in the page.
// Each new moment is told once: its heading gets the focus and is described by what is said.
{
  const { machine: engine, talk, moments, store, cleared } = Alongside;
  /** The player's pieces, and the help card among them. */
  const ABOVE = ["trouble", "status", "start", "log", "now"];
  const BELOW = ["choices", "paused", "back", "controls"];

  /** Plays the replies as far as they are on offer.
   * @type {(machine: any, wanted: unknown) => {path: string[], states: any[]}} */
  const played = (machine, wanted) => {
    const path = [];
    const states = [engine.start(machine)];
    for (const id of Array.isArray(wanted) ? wanted : []) {
      /** @type {any} */
      const next = engine.take(machine, states[path.length], id);
      if (!next) break;
      path.push(id);
      states.push(next);
    }
    return { path, states };
  };

  class RolePlay extends HTMLElement {
    /** @type {any} */
    machine = null;
    /** @type {string[]} */
    #path = [];
    /** @type {any[]} states[n] is the state after n replies */
    states = [];
    /** How many replies come before the moment that is shown. */
    count = 0;
    /** Whether feedback waits for the end. */
    late = false;
    /** Whether the feedback on the last reply is still open. */
    feedbackOpen = false;
    /** The turn at which other words are tried, counted from 0, and the words. */
    at = 0;
    tried = "";
    /** The path that was told last. */
    told = "";
    /** @type {Record<string, any>} */
    piece = {};

    get store() {
      return store(this.dataset.course ?? "");
    }

    /** The name under which the talk is kept. */
    get name() {
      return `r:${this.dataset.rolePlay}`;
    }

    connectedCallback() {
      const data = this.querySelector(".al-machine");
      if (!data) return;
      addEventListener("storage", this);
      addEventListener("pageshow", this);
      if (this.machine) return;
      this.machine = JSON.parse(data.textContent || "");
      this.frame();
      this.addEventListener("click", this);
      this.addEventListener("change", this);
      this.resume();
    }

    disconnectedCallback() {
      removeEventListener("storage", this);
      removeEventListener("pageshow", this);
    }

    /** Puts the player's pieces around the help card, which stays where it is. */
    frame() {
      const help = this.querySelector(".al-aid");
      /** @param {string} name */
      const made = (name) => (this.piece[name] = talk.part(this, name));
      help?.before(...ABOVE.map(made));
      help?.after(...BELOW.map(made));
      this.piece.help = help;
      this.piece.intro = this.querySelector(".al-intro");
      this.keep = talk.part(this, "keep");
      this.classList.add("al-on");
      this.store.tell(this.piece.trouble);
    }

    /** The replies so far; setting them plays them, as far as they can be played. */
    get path() {
      return [...this.#path];
    }

    set path(wanted) {
      this.go(wanted, false, false);
    }

    /** Goes on where an earlier visit stopped, or shows the way in. */
    resume() {
      const kept = this.store.read(this.name) || {};
      this.replay(kept.path);
      const lost = Array.isArray(kept.path) && kept.path.length > this.#path.length;
      this.late = kept.feedback === "end";
      this.feedbackOpen = kept.after === true && !lost && this.#path.length > 0;
      this.told = this.#path.join();
      if (this.#path.length) this.showTalk(false);
      else this.showStart(false);
      if (lost || this.#path.length) {
        this.piece.status.append(talk.part(this, lost ? "changed" : "resumed"));
      }
    }

    /** Shows what is kept now, and nothing older.
     * @param {boolean} forget  whether the line for this week goes as well */
    renew(forget) {
      const { status, log, now, choices, back } = this.piece;
      const inside = this.contains(document.activeElement);
      if (forget) this.keep.querySelector("textarea").value = "";
      for (const piece of [status, log.firstChild, now, choices, back]) piece.replaceChildren();
      this.resume();
      if (inside) now.querySelector("h4")?.focus({ preventScroll: true });
    }

    /** Another tab cleared: nothing of this talk stays. Or played on: this one follows, so that
     * neither writes over the other. @param {StorageEvent} event */
    elsewhere(event) {
      const { prefix, area } = this.store;
      const all = cleared(event, this.store);
      if (!all && (event.key !== prefix + this.name || event.storageArea !== area)) return;
      if (all) this.store.remove(this.name);
      this.renew(all);
    }

    /** Out of the back/forward cache: what was cleared or played on since is not shown as it was.
     * @param {PageTransitionEvent} event */
    comeBack({ persisted }) {
      if (!persisted) return;
      this.store.visit.clear();
      const { path } = this.store.read(this.name) ?? {};
      if (JSON.stringify(path ?? []) !== JSON.stringify(this.#path)) this.renew(true);
    }

    /** @param {unknown} wanted */
    replay(wanted) {
      const { path, states } = played(this.machine, wanted);
      this.#path = path;
      this.states = states;
    }

    /** Goes to where these replies lead.
     * @param {string[]} path  @param {boolean} [after]  @param {boolean} [focus] */
    go(path, after = false, focus = true) {
      this.replay(path);
      this.feedbackOpen = after;
      this.save();
      this.showTalk(focus);
    }

    /** Goes where replies are let go of, with a way back to them until the next press.
     * @param {string[]} path */
    leap(path) {
      const home = talk.part(this, "home");
      home.value = this.path.join();
      this.go(path);
      if (home.value) this.piece.back.prepend(home);
    }

    /** Keeps the path, and tells whoever listens where it is new. */
    save() {
      const { feedbackOpen: after, path, dataset: { hash } } = this;
      this.store.write(this.name, { hash, path, feedback: this.late ? "end" : "go", after });
      if (this.told !== path.join()) {
        const detail = { path };
        this.dispatchEvent(new CustomEvent("alongside-path", { bubbles: true, detail }));
      }
      this.told = path.join();
    }

    /** The talk where it stands: what the last reply did, or the next turn.
     * @param {boolean} [focus] */
    showTalk(focus = true) {
      this.show(this.feedbackOpen ? moments.outcome(this) : moments.turn(this), focus);
    }

    /** @param {any} moment  as `moments` makes them  @param {boolean} [focus] */
    show({ count, heading, body, choices, help, effect, after = [] }, focus = true) {
      const { piece, id } = this;
      this.open("talk");
      this.count = count;
      piece.help.hidden = !help;
      const past = talk.soFar(this, count, !after.length);
      piece.log.firstChild.replaceChildren(...past);
      piece.log.hidden = !past.length;
      const did = effect && past.at(-1)?.querySelector(".al-did");
      if (did) did.id = `${id}-did`;
      const told = talk.box("", ...body);
      told.id = `${id}-told`;
      heading.setAttribute("aria-describedby", did ? `${did.id} ${told.id}` : told.id);
      piece.now.replaceChildren(heading, told);
      piece.choices.replaceChildren(...choices);
      piece.choices.hidden = !choices.length;
      piece.back.replaceChildren(...after);
      if (focus) this.face(heading);
    }

    /** @param {boolean} [focus] */
    showStart(focus = true) {
      const { start, help } = this.piece;
      this.open("start");
      help.hidden = true;
      for (const each of start.querySelectorAll("input")) {
        each.checked = (each.value === "end") === this.late;
      }
      start.querySelector("[data-do=resume]").hidden = !this.#path.length;
      if (focus) this.face(this.querySelector("h3"));
    }

    /** Opens one of the three faces: the way in, the talk, the pause.
     * @param {"start" | "talk" | "paused"} face */
    open(face) {
      const { intro, start, paused, controls } = this.piece;
      this.dataset.face = face;
      intro.open = face === "start";
      start.hidden = face !== "start";
      paused.hidden = face !== "paused";
      controls.hidden = face !== "talk";
    }

    /** Moves the focus to a heading, with a little of what came before in sight.
     * @param {HTMLElement | null} heading */
    face(heading) {
      this.piece.status.replaceChildren();
      heading?.focus({ preventScroll: true });
      heading?.scrollIntoView();
    }

    /** @param {any} event */
    handleEvent(event) {
      const { target } = event;
      if (event.type === "storage") this.elsewhere(event);
      else if (event.type === "pageshow") this.comeBack(event);
      else if (event.type === "click") {
        const { dataset, value } = target.closest("[data-do]") ?? {};
        // The second click of a double one falls on a reply that nobody has read yet.
        if (dataset && (dataset.do !== "say" || event.detail < 2)) this.act(dataset.do, value);
      } else if (target.type === "radio") {
        this.late = target.value === "end";
        this.save();
      }
    }

    /** @param {string} what  @param {string} value */
    act(what, value) {
      /** @type {Record<string, () => void>} */
      const acts = {
        start: () => this.leap([]),
        resume: () => this.showTalk(),
        say: () => this.go([...this.#path, value], !this.late),
        go: () => this.go(this.#path),
        back: () => this.back(),
        again: () => this.showStart(),
        pause: () => this.turn("paused"),
        awake: () => this.turn("talk", "now"),
        help: () => this.openHelp(true),
        close: () => this.openHelp(false),
        if: () => this.show(moments.others(this, (this.at = Number(value)))),
        try: () => this.show(moments.tried(this, this.at, (this.tried = value))),
        other: () => this.show(moments.others(this, this.at)),
        home: () => (value ? this.go(value.split(",")) : this.showTalk()),
        continue: () => this.leap([...this.#path.slice(0, this.at), this.tried]),
      };
      acts[what]();
    }

    /** One step back: out of a "what if", else to before the last reply. */
    back() {
      if (this.count < this.#path.length) this.showTalk();
      else if (this.#path.length) this.go(this.#path.slice(0, -1));
      else this.showStart();
    }

    /** Turns to a face that is made already.
     * @param {"talk" | "paused"} face  @param {string} [part]  where its heading stands */
    turn(face, part = face) {
      this.open(face);
      this.face(this.piece[part].querySelector("h4"));
    }

    /** @param {boolean} open */
    openHelp(open) {
      const { help, controls } = this.piece;
      help.hidden = !open;
      (open ? help.querySelector("h4") : controls.lastElementChild).focus();
    }
  }

  customElements.define("alongside-role-play", RolePlay);
}
