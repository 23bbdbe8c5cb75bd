// @ts-check
// A role-play for a room: hands are counted beside each reply and kept in a log on the screen.
// It runs before the player, so that nothing the room does is ever stored.
(() => {
  "use strict";

  const root = /** @type {any} */ (globalThis);
  const SAY = ".al-choices [data-do=say]";

  class Room extends HTMLElement {
    connectedCallback() {
      const play = /** @type {any} */ (this.querySelector("alongside-role-play"));
      root.Alongside.store(play.dataset.course).sealed.add(`r:${play.dataset.rolePlay}`);
      /** @type {any} */ (this.querySelector(".al-room-log")).hidden = false;
      this.addEventListener("click", this, true);
      const watch = new MutationObserver(() => this.letter());
      watch.observe(play, { childList: true, subtree: true });
    }

    /** Gives each reply a letter, and a place for its hands. */
    letter() {
      for (const [at, button] of this.querySelectorAll(SAY).entries()) {
        if (button.querySelector(".al-letter")) continue;
        const letter = "ABCDE"[at];
        button.prepend(root.Alongside.make("span", "al-letter", `${letter}. `));
        const { content } = /** @type {any} */ (this.querySelector(":scope > template"));
        const label = content.firstElementChild.cloneNode(true);
        label.querySelector(".al-hands-for > span").textContent = letter;
        button.after(label);
      }
    }

    /** @param {Event} event */
    handleEvent(event) {
      const target = /** @type {Element} */ (event.target);
      const chosen = target.closest(SAY);
      if (!chosen) return;
      const votes = [...this.querySelectorAll(SAY)].map((button) => {
        const hands = button.nextElementSibling?.querySelector("input")?.value || "0";
        return `${button.querySelector(".al-letter")?.textContent}${hands}`;
      });
      const moment = this.querySelector(".al-now h4")?.textContent;
      const said = root.Alongside.make("li", "", `${moment} `);
      said.append(
        root.Alongside.make("span", "al-votes", `Hands: ${votes.join(", ")}. `),
        `Tried: ${chosen.textContent}`,
      );
      /** @type {any} */ (this.querySelector(".al-room-none")).hidden = true;
      const log = /** @type {any} */ (this.querySelector(".al-room-log > ol"));
      log.hidden = false;
      log.append(said);
    }
  }

  customElements.define("alongside-room", Room);
})();
