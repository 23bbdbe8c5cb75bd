// @ts-check
// One question: it remembers, checks, tells and tries again. Kinds say how they differ.
{
  const { kinds, seed, shuffled, telling } = Alongside;

  const CHANGED = "This question has changed since you answered it. What still fits is kept.";

  class Question {
    /**
     * @param {HTMLFormElement} form
     * @param {AlongsideQuiz} quiz
     * @param {any} key
     */
    constructor(form, quiz, key) {
      this.form = form;
      this.quiz = quiz;
      this.key = key;
      this.id = form.dataset.question ?? "";
      this.name = `q:${this.id}`;
      this.kind = kinds[form.dataset.type ?? ""];
      this.fieldset = /** @type {HTMLFieldSetElement} */ (form.querySelector("fieldset"));
      // In an order that no page and no edit of the bank changes: a seed must mean the same again.
      this.parts = this.standing().sort((a, b) => (String(a.dataset.option) < String(b.dataset.option) ? -1 : 1));
      this.result = this.find(".al-result");
      this.again = this.find("[data-do=retry]");
      this.details = /** @type {HTMLDetailsElement} */ (this.find(".al-answer"));
      this.sure = /** @type {HTMLSelectElement | null} */ (form.querySelector(".al-sure select"));
      this.keep = /** @type {HTMLInputElement | null} */ (form.querySelector(".al-keep input"));
      this.moved = this.touched = this.checked = this.kept = false;
      this.tries = this.seed = 0;
      this.start();
      this.recall(this.answer);
    }

    /** @param {string} selector @returns {HTMLElement} */
    find(selector) {
      return /** @type {HTMLElement} */ (this.form.querySelector(selector));
    }

    /** The parts in the order in which they stand. @returns {HTMLElement[]} */
    standing() {
      const parts = /** @type {NodeListOf<HTMLElement>} */ (this.fieldset.querySelectorAll("[data-option]"));
      return [...parts];
    }

    /** @param {unknown} id */
    part(id) {
      return this.parts.find((part) => part.dataset.option === id);
    }

    /** @returns {any} the answer on the page, or null */
    get answer() {
      return this.kind.read(this);
    }

    start() {
      const { form } = this;
      form.onsubmit = (event) => {
        event.preventDefault();
        this.check();
      };
      form.oninput = () => this.changed();
      this.again.onclick = () => this.retry();
      form.classList.add("al-on");
      for (const part of form.querySelectorAll(".al-live")) part.removeAttribute("hidden");
      // What unfolds the answer without a script gives its place, and the focus, to the button.
      if (this.details.matches(":focus-within")) this.find("[data-do=check]").focus();
      // Each hint waits until the one before it was opened.
      const hints = /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".al-hint"));
      hints.forEach((hint, n) => {
        hint.hidden = n > 0;
        hint.ontoggle = () => hints[n + 1]?.removeAttribute("hidden");
      });
      this.kind.start?.(this);
    }

    /**
     * Show what is stored, or a fresh question. Nothing of it is announced.
     * @param {unknown} [begun]  what was chosen before the script was there: the last word
     */
    recall(begun = null) {
      const kept = (begun === null && this.quiz.store.read(this.name)) || { answer: begun };
      const stale = "hash" in kept && kept.hash !== this.form.dataset.hash;
      this.touched = false;
      this.tries = Number(kept.tries) || 0;
      this.result.ariaLive = "off";
      telling.problem(this, null);
      telling.line(this.find(".al-changed"), stale ? CHANGED : "");
      // 0 is the order of the page. Nothing moves under whoever has come this far; what must move
      // keeps the focus.
      const here = /** @type {HTMLElement | null} */ (this.fieldset.querySelector(":focus"));
      const order = kept.seed ?? (begun === null && !here && !this.quiz.scrolled && seed());
      if (order) this.arrange(Number(order));
      here?.focus({ preventScroll: true });
      this.kind.show(this, this.kind.fit(this, kept.answer));
      if (this.sure) this.sure.value = ["1", "2", "3"].find((n) => n === kept.confidence) ?? "";
      if (this.keep) this.keep.checked = this.kept = "v" in kept;
      this.mark(kept.checked === true && !stale && !this.kind.problem(this));
    }

    save() {
      const { answer, checked, form, keep, name, quiz, sure, tries } = this;
      const { hash } = form.dataset;
      const confidence = sure?.value || undefined;
      // What another tab keeps stays, unless it was kept from here too.
      if (keep && !keep.checked && this.kept) quiz.store.remove(name);
      this.kept = keep?.checked ?? true;
      if (this.kept) quiz.store.write(name, { hash, seed: this.seed, answer, checked, tries, confidence });
    }

    /** Put the parts in the order of a seed, never in one that is an answer. @param {number} start */
    arrange(start) {
      this.seed = start >>> 0;
      if (this.kind.fixed) return;
      for (let n = 0; n < 99; n += 1) {
        this.parts[0].parentElement?.append(...shuffled(this.parts, this.seed + n));
        if (!this.kind.unfit?.(this)) return;
      }
    }

    /** The trainee is here: from now on what is told is announced. */
    awake() {
      this.touched = true;
      this.result.ariaLive = "polite";
      telling.line(this.find(".al-changed"), "");
    }

    /** The trainee changed something: a result no longer stands, a problem may be gone. */
    changed() {
      this.awake();
      if (!this.kind.own) this.mark(false);
      if (!this.find(".al-problem").hidden) telling.problem(this, this.kind.problem(this));
      this.save();
      this.emit(null);
    }

    check() {
      // Enter held down checks once: what was told still stands.
      if (this.checked && !this.kind.own) return;
      this.awake();
      const found = this.kind.problem(this);
      telling.problem(this, found);
      const credit = this.mark(!found);
      if (found) {
        this.find(".al-problem").focus();
        return;
      }
      this.tries += 1;
      this.result.scrollIntoView({ block: "nearest" });
      this.save();
      this.emit(credit);
    }

    retry() {
      this.awake();
      this.mark(false);
      this.arrange(seed());
      this.kind.show(this, null);
      if (this.sure) this.sure.value = "";
      this.save();
      this.emit(null);
      /** @type {HTMLElement} */ (this.fieldset.querySelector("input, select, button")).focus();
    }

    /** Judge what is on the page and tell it, or take all that was told back. @param {boolean} on */
    mark(on) {
      const { kind, details } = this;
      this.checked = on;
      telling.nothing(this);
      details.hidden = !on;
      details.open = on && Boolean(kind.opens);
      this.again.hidden = !on || Boolean(kind.own);
      kind.marked?.(this, on);
      if (!on) return null;
      const verdict = kind.judge(this.key, this.answer, this);
      telling.result(this, verdict);
      return verdict.credit;
    }

    /** Tell the page. A trainee's own words are not told. @param {number | null} credit */
    emit(credit) {
      const detail = { question: this.id, answer: this.kind.own ? null : this.answer, credit };
      this.form.dispatchEvent(new CustomEvent("alongside-answers", { bubbles: true, detail }));
    }

    /** Choose an answer from outside; what stands already keeps standing. @param {unknown} wanted */
    take(wanted) {
      const answer = this.kind.fit(this, wanted);
      if (JSON.stringify(answer) === JSON.stringify(this.answer)) return;
      this.mark(false);
      telling.problem(this, null);
      this.kind.show(this, answer);
      this.save();
    }
  }

  Alongside.Question = Question;
}
