// @ts-check
/* What every page does beyond being read: colours, the menu of small screens, a key for the
   search, the trainee's track, and what is kept on this device. All words that are more than a
   few stand in the HTML. Storage may be blocked at any moment: every access is guarded. */
{
  /**
   * @typedef {{name: string, stops: string[], depths: string[]}} Track
   * @typedef {{course: string, modules: Record<string, string>, written: string[], tracks: Record<string, Track>}} Site
   */
  const html = document.documentElement;
  /** @type {Site} */
  const site = /** @type {any} */ (globalThis).AlongsideSite;
  const root = html.dataset.content_root ?? "./";
  const prefix = `alongside:${html.dataset.course}:`;

  /** @param {string} name @returns {any} */
  const one = (name) => document.querySelector(name);
  /** @param {"localStorage" | "sessionStorage"} which @returns {Storage | null} */
  const store = (which) => {
    try {
      return globalThis[which];
    } catch {
      return null;
    }
  };
  /** @param {string} key @returns {string | null} */
  const read = (key) => {
    try {
      return store("localStorage")?.getItem(prefix + key) ?? null;
    } catch {
      return null;
    }
  };
  /** @param {string} key @param {string | null} value */
  const write = (key, value) => {
    try {
      if (value === null) store("localStorage")?.removeItem(prefix + key);
      else store("localStorage")?.setItem(prefix + key, value);
    } catch {
      // Blocked or full: the choice holds for this page only.
    }
  };

  // ------------------------------------------------------------------ colours
  const modes = ["auto", "light", "dark"];
  const modeButton = one("[data-do=mode]");
  const showMode = () => {
    one("[data-show=mode]").textContent = html.dataset.theme ?? "auto";
  };
  modeButton.addEventListener("click", () => {
    const next = modes[(modes.indexOf(html.dataset.theme ?? "auto") + 1) % modes.length];
    if (next === "auto") delete html.dataset.theme;
    else html.dataset.theme = next;
    write("mode", next === "auto" ? null : next);
    showMode();
  });
  modeButton.hidden = false;
  showMode();

  // ------------------------------------------------------------------ menu of small screens
  const nav = one("#course-menu");
  const menuButton = one("[data-do=menu]");
  const closeButton = one("[data-do=menu-close]");
  const behind = [one(".al-header"), one("main"), one(".al-footer")];
  /** @param {boolean} open @param {boolean} [back] */
  const setMenu = (open, back = true) => {
    if (("open" in nav.dataset) === open) return;
    menuButton.setAttribute("aria-expanded", String(open));
    for (const part of behind) part.inert = open;
    if (open) {
      nav.dataset.open = "";
      nav.querySelector("[aria-current]")?.scrollIntoView({ block: "center", behavior: "instant" });
      closeButton.focus({ preventScroll: true });
    } else {
      delete nav.dataset.open;
      if (back) menuButton.focus();
    }
  };
  menuButton.hidden = closeButton.hidden = false;
  menuButton.addEventListener("click", () => setMenu(true));
  closeButton.addEventListener("click", () => setMenu(false));
  nav.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") setMenu(false);
  });
  matchMedia("(min-width: 60rem)").addEventListener("change", () => setMenu(false, false));
  document.addEventListener("pointerdown", (event) => {
    if ("open" in nav.dataset && !nav.contains(/** @type {Node} */ (event.target))) setMenu(false);
  });

  // ------------------------------------------------------------------ search key
  document.addEventListener("keydown", (event) => {
    const typing = /** @type {Element} */ (event.target).closest?.("input, textarea, select, [contenteditable]");
    const asked = event.key === "k" && (event.ctrlKey || event.metaKey);
    if ((asked || (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey)) && !("open" in nav.dataset)) {
      event.preventDefault();
      one("#al-q").focus();
    }
  });

  // ------------------------------------------------------------------ wide screens have room
  const contents = document.querySelector(".al-contents details");
  if (contents instanceof HTMLDetailsElement) contents.open = matchMedia("(min-width: 84rem)").matches;

  // ------------------------------------------------------------------ tables that scroll
  const markScrolling = () => {
    for (const box of document.querySelectorAll(".al-scroll, pre")) {
      const scrolls = box.scrollWidth > box.clientWidth;
      if (scrolls) {
        box.setAttribute("tabindex", "0");
        box.setAttribute("role", "region");
        const heading = box.closest("section")?.querySelector("h1, h2, h3, h4")?.textContent;
        const name = `${box.matches("pre") ? "Code" : "Table"}: ${heading}`;
        box.setAttribute("aria-label", box.querySelector("caption")?.textContent ?? name);
      } else for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
    }
  };
  addEventListener("load", markScrolling);
  addEventListener("resize", markScrolling);

  // ------------------------------------------------------------------ paper cannot be unfolded
  /** @type {HTMLDetailsElement[]} */
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("main details"))];
    // A hint that opens lets the next one be seen.
    unfolded = unfolded.filter((each) => !each.open && !each.matches(".al-hint"));
    for (const each of unfolded) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of unfolded) each.open = false;
  });

  // ------------------------------------------------------------------ track
  const here = /^modules\/([^/]+)\//.exec(
    new URL(location.href).pathname.slice(new URL(root, location.href).pathname.length),
  )?.[1];
  const asked = new URL(location.href).searchParams.get("track");
  const known = (/** @type {string | null} */ role) => (role !== null && Object.hasOwn(site.tracks, role) ? role : null);
  if (known(asked)) write("track", asked);

  /** @param {string} part @param {string} words @param {string} [href] */
  const fill = (part, words, href) => {
    for (const place of document.querySelectorAll(`[data-show=${part}]`)) {
      place.textContent = words;
      if (href) /** @type {HTMLAnchorElement} */ (place).href = root + href;
    }
  };
  /** The track above the text, in the footer and where tracks are chosen. @param {string | null} role */
  const showTrack = (role) => {
    for (const place of document.querySelectorAll("[data-place=track]")) /** @type {HTMLElement} */ (place).hidden = !role;
    for (const each of document.querySelectorAll("[data-mine]")) {
      const { dataset } = /** @type {HTMLElement} */ (each);
      /** @type {HTMLElement} */ (each).hidden = (dataset.mine === role) === "other" in dataset;
    }
    if (!role) return;
    const { name, stops, depths } = site.tracks[role];
    const at = here ? stops.indexOf(here) : -1;
    const next = stops.slice(at + 1).find((stop) => site.written.includes(stop));
    const place = at < 0 ? "this module is not in it" : `module ${at + 1} of ${stops.length}, ${depths[at]}`;
    fill("track", name, `book/choose-your-role.html#role-${role}`);
    fill("stop", (here ? ` · ${place}` : "") + (next ? ` · ${here ? "next module:" : "begin with"} ` : ""));
    if (next) fill("next", site.modules[next], `modules/${next}/index.html`);
  };
  one("[data-do=leave]").addEventListener("click", () => {
    write("track", null);
    showTrack(null);
    clear.focus();
    told.textContent = "Your track is forgotten.";
  });
  showTrack(known(asked) ?? known(read("track")));

  const openRole = () => {
    const linked = location.hash.startsWith("#role-");
    const role = document.getElementById(linked ? location.hash.slice(1) : `role-${asked}`);
    if (!(role instanceof HTMLDetailsElement)) return;
    role.open = true;
    if (linked) role.scrollIntoView({ block: "start", behavior: "instant" });
  };
  openRole();
  addEventListener("hashchange", openRole);

  // ------------------------------------------------------------------ on this device
  const device = one("[data-place=device]");
  const kept = one("[data-show=kept]");
  const told = one("[data-show=told]");
  const sure = one("[data-place=sure]");
  const clear = one("[data-do=clear]");
  const forget = one("[data-do=forget]");

  /** @param {Storage | null} from @returns {string[]} keys of what the trainee did */
  const mine = (from) => {
    try {
      return Object.keys(from ?? {}).filter((key) => key.startsWith(prefix) && /^(q|r|s|aside)\b/.test(key.slice(prefix.length)));
    } catch {
      return [];
    }
  };
  const stores = () => /** @type {const} */ ([store("localStorage"), store("sessionStorage")]);
  /** Whether something was answered: what is left of a try that was taken back is no answer. */
  const answered = (/** @type {string} */ key) =>
    !key.startsWith(`${prefix}aside`) &&
    stores().some((from) => !/^$|"(answer":null|path":\[\])/.test(from?.getItem(key) ?? ""));
  const countKept = () => {
    const count = new Set([...stores()].flatMap(mine).filter(answered)).size;
    const many = count === 0 ? "No answers are" : count === 1 ? "1 answer is" : `${count} answers are`;
    const blocked = "Your browser does not let this page keep anything: answers last until you leave the page.";
    kept.textContent = store("localStorage") === null ? blocked : many + " kept.";
  };
  /** Move what is kept from one store to the other. @param {Storage | null} from @param {Storage | null} to */
  const move = (from, to) => {
    if (!from || !to) return;
    for (const key of mine(from)) {
      try {
        to.setItem(key, from.getItem(key) ?? "");
        from.removeItem(key);
      } catch {
        return; // full: what is not moved stays where it is
      }
    }
  };
  /** What this tab alone keeps follows what was chosen in any tab: to clear, or to keep again. */
  const follow = () => {
    const [lasting, passing] = stores();
    forget.checked = read("keep") === "session";
    try {
      const stamp = read("cleared") ?? "";
      if (stamp !== (passing?.getItem(`${prefix}seen`) ?? "")) {
        for (const key of mine(passing)) passing?.removeItem(key);
        passing?.setItem(`${prefix}seen`, stamp);
      }
    } catch {
      // Blocked or full: what cannot be kept need not be cleared.
    }
    if (!forget.checked) move(passing, lasting);
    countKept();
  };
  forget.addEventListener("change", () => {
    const { checked } = forget;
    write("keep", checked ? "session" : null);
    if (checked) move(...stores());
    follow();
    told.textContent = forget.checked === checked ? "" : "Your browser does not let this page keep that choice.";
  });
  clear.addEventListener("click", () => {
    sure.hidden = false;
    one("[data-do=clear-no]").focus();
  });
  one("[data-do=clear-no]").addEventListener("click", () => {
    sure.hidden = true;
    clear.focus();
  });
  one("[data-do=clear-yes]").addEventListener("click", () => {
    for (const from of stores()) for (const key of mine(from)) from?.removeItem(key);
    write("cleared", String(Date.now()));
    // Answers may stand anywhere on the page: loading it again is the one sure way to none.
    try {
      store("sessionStorage")?.setItem(`${prefix}told`, "cleared");
    } catch {
      // Nothing is told then; the count says it.
    }
    location.reload();
  });
  device.hidden = false;
  follow();
  addEventListener("storage", follow);
  addEventListener("alongside-stored", countKept);
  try {
    if (store("sessionStorage")?.getItem(`${prefix}told`)) {
      store("sessionStorage")?.removeItem(`${prefix}told`);
      clear.focus();
      setTimeout(() => {
        told.textContent = "Cleared.";
      }, 200);
    }
  } catch {
    // As above.
  }

  // A page that comes back from the browser's memory may show answers that were cleared since.
  const clearedAtLoad = read("cleared");
  addEventListener("pageshow", (event) => {
    if (event.persisted && read("cleared") !== clearedAtLoad) location.reload();
    follow();
  });
}
