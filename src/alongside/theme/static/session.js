// @ts-check
// The clock of a session: which step, who leads, what the other does, how late it is.
// Silent, and gone when the page is closed. Every word comes from the page.
(() => {
  "use strict";

  const SECOND = 1000;
  const MINUTE = 60 * SECOND;

  /** As 3:05. @type {(milliseconds: number) => string} */
  const clock = (milliseconds) => {
    const seconds = Math.max(0, Math.floor(milliseconds / SECOND));
    return `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, "0")}`;
  };

  let total = 0;
  let even = performance.now();
  let wall = Date.now();
  let away = document.hidden;

  /**
   * Milliseconds that went by since the page was opened. While it is in view they are counted
   * evenly, whatever the device's clock is set to. A device that sleeps may stop that count: what
   * went by out of view its clock tells, unless it was set back.
   */
  const passed = () => {
    const evenly = performance.now() - even;
    const onTheWall = Date.now() - wall;
    even += evenly;
    wall += onTheWall;
    total += away ? Math.max(evenly, onTheWall) : evenly;
    away = document.hidden;
    return total;
  };
  document.addEventListener("visibilitychange", passed);

  class SessionClock extends HTMLElement {
    at = 0;
    /** Milliseconds spent in the steps before this one, and in this one until it was paused. */
    earlier = 0;
    spent = 0;
    /** When this step began or went on; nothing while it is paused. @type {number | null} */
    since = null;
    timer = 0;

    connectedCallback() {
      const { content } = /** @type {HTMLTemplateElement} */ (this.querySelector("template"));
      this.append(content.cloneNode(true));
      for (const word of this.querySelectorAll(":scope > [data-word]")) word.remove();
      this.words = content;
      this.dialog = /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
      const session = /** @type {HTMLElement} */ (this.closest(".al-session"));
      this.steps = /** @type {HTMLElement[]} */ ([...session.querySelectorAll(".al-step")]);
      this.addEventListener("click", this);
    }

    /** @param {string} name  @returns {string} */
    word(name) {
      return this.words?.querySelector(`[data-word="${name}"]`)?.textContent ?? "";
    }

    /** @param {string} name  @param {string} words */
    tell(name, words) {
      const place = /** @type {Element} */ (this.querySelector(`[data-show="${name}"]`));
      if (place.textContent !== words) place.textContent = words;
    }

    get now() {
      return this.spent + (this.since === null ? 0 : passed() - this.since);
    }

    /** @param {Event} event */
    handleEvent(event) {
      const target = /** @type {Element} */ (event.target);
      const button = /** @type {HTMLElement | null} */ (target.closest("[data-do]"));
      const acts = {
        open: () => this.open(),
        next: () => this.go(this.at + 1),
        back: () => this.go(this.at - 1),
        rest: () => this.rest(),
        close: () => this.dialog?.close(),
      };
      acts[/** @type {keyof typeof acts} */ (button?.dataset.do)]?.();
    }

    open() {
      this.dialog?.showModal();
      if (this.since === null && !this.spent) this.since = passed();
      if (!this.timer) this.timer = setInterval(() => this.show(), SECOND);
      this.show();
    }

    /** @param {number} at */
    go(at) {
      if (!this.steps?.[at]) return;
      this.earlier += this.now;
      this.spent = 0;
      this.since = passed();
      this.at = at;
      this.show();
      /** @type {HTMLElement} */ (this.querySelector("[data-show=title]")).focus();
    }

    rest() {
      this.spent = this.now;
      this.since = this.since === null ? passed() : null;
      this.querySelector("[data-do=rest]")?.setAttribute("aria-pressed", `${this.since === null}`);
      this.show();
    }

    show() {
      const { steps = [], at, now } = this;
      const { title = "", minutes, lead = "", other = "" } = steps[at].dataset;
      const planned = Number(minutes) * MINUTE;
      this.tell("title", title);
      const paused = this.since === null ? `, ${this.word("paused")}` : "";
      this.tell("time", `${clock(now)} ${this.word("of")} ${clock(planned)}${paused}`);
      for (const lane of ["A", "B"]) {
        this.tell(lane, lane === lead ? this.word("leads") : other);
      }
      this.tell("after", steps[at + 1]?.dataset.title ?? this.word("done"));
      // Late is what the steps so far took beyond their minutes; early shows once a step is left.
      const due = steps.slice(0, at).reduce((sum, one) => sum + Number(one.dataset.minutes), 0);
      const late = this.earlier - due * MINUTE + Math.max(0, now - planned);
      const round = Math.round(late / MINUTE);
      const how = round > 0 ? "over" : "under";
      this.tell("late", round ? `${Math.abs(round)} ${this.word(how)}` : this.word("on"));
      this.dialog?.classList.toggle("al-late", now > planned);
    }
  }

  customElements.define("alongside-session-clock", SessionClock);
})();
