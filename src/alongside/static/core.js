// @ts-check
// What every activity shares: storage that never fails a trainee, a seeded order, elements.
{
  /** @typedef {{v: 1, [field: string]: unknown}} Kept */

  const VERSION = 1;
  const TOO_LONG = 100_000;
  const WORDS = {
    unsaved: "Your browser does not let this page keep answers. They last until you leave it.",
    aside: "A saved answer could not be read. It was put aside, and you can start fresh.",
    newer: "Answers from a newer version of this course stay as they are. New ones last until you leave.",
  };

  /**
   * What a browser keeps for one course: `alongside:<course>:<name>` → JSON.
   * Nothing here throws. What cannot be written is remembered for this visit, and one plain
   * message says so. What cannot be read is put aside once, and never destroyed.
   */
  class Store {
    /** @param {string} course */
    constructor(course) {
      this.prefix = `alongside:${course}:`;
      /** @type {Map<string, Kept>} */
      this.visit = new Map();
      /** @type {Set<string>} names whose stored value must stay as it is */
      this.sealed = new Set();
      /** @type {Set<string>} */
      this.troubles = new Set();
      /** @type {Element | undefined} */
      this.place = undefined;
    }

    /** The storage in use; "forget when I close" chooses the tab's own. Throws where blocked. */
    get area() {
      const mode = localStorage.getItem(this.prefix + "keep");
      return mode === "session" ? sessionStorage : localStorage;
    }

    /** @param {string} name  @returns {Kept | undefined} */
    read(name) {
      const held = this.visit.get(name);
      if (held || this.sealed.has(name)) return held;
      let raw;
      try {
        raw = this.area.getItem(this.prefix + name);
      } catch {
        this.trouble("unsaved");
      }
      return raw == null ? undefined : this.parse(name, raw);
    }

    /** @param {string} name  @param {string} raw  @returns {Kept | undefined} */
    parse(name, raw) {
      let value;
      try {
        value = raw.length > TOO_LONG ? null : JSON.parse(raw);
      } catch {
        value = null;
      }
      if (value && value.v === VERSION) return value;
      if (value && value.v > VERSION) {
        this.sealed.add(name);
        this.trouble("newer");
      } else {
        this.setAside(name, raw);
      }
      return undefined;
    }

    /** @param {string} name  @param {string} raw */
    setAside(name, raw) {
      const place = `${this.prefix}aside:${name}`;
      try {
        const { area } = this;
        if (area.getItem(place) === null) {
          area.setItem(place, raw);
          area.removeItem(this.prefix + name);
          this.trouble("aside");
          return;
        }
      } catch {
        // There is no room beside it: it stays where it is.
      }
      this.sealed.add(name);
      this.trouble("unsaved");
    }

    /** @param {string} name  @param {{[field: string]: unknown}} fields */
    write(name, fields) {
      const value = { v: VERSION, ...fields };
      try {
        if (!this.sealed.has(name)) {
          this.area.setItem(this.prefix + name, JSON.stringify(value));
          this.visit.delete(name);
          dispatchEvent(new Event("alongside-stored"));
          return;
        }
      } catch {
        this.trouble("unsaved");
      }
      this.visit.set(name, /** @type {Kept} */ (value));
    }

    /** @param {string} name */
    remove(name) {
      this.visit.delete(name);
      try {
        if (!this.sealed.has(name)) this.area.removeItem(this.prefix + name);
        dispatchEvent(new Event("alongside-stored"));
      } catch {
        // Blocked storage holds nothing to remove.
      }
    }

    /**
     * Let troubles be told in this place, unless another place of the page has that duty.
     * @param {Element | null} place
     */
    tell(place) {
      if (!this.place?.isConnected) this.place = place ?? undefined;
      this.trouble();
    }

    /** @param {keyof typeof WORDS} [kind] */
    trouble(kind) {
      if (kind) this.troubles.add(WORDS[kind]);
      const words = [...this.troubles].join(" ");
      if (this.place && this.place.textContent !== words) this.place.textContent = words;
    }
  }

  /** @type {Map<string, Store>} */
  const stores = new Map();

  /** One store for each course on the page. @param {string} course */
  const store = (course) => {
    const found = stores.get(course) ?? new Store(course);
    stores.set(course, found);
    return found;
  };

  /**
   * Whether an event of the storage says that another tab cleared what this store keeps.
   * @param {StorageEvent} event
   * @param {{prefix: string, area: Storage | null}} kept
   */
  const cleared = ({ key, storageArea }, { prefix, area }) =>
    key === `${prefix}cleared` || (key === null && storageArea === area);

  /** A new seed. */
  const seed = () => Math.floor(Math.random() * 2 ** 32);

  /**
   * The list in an order that its seed fixes (mulberry32, Fisher and Yates).
   * @template T
   * @param {readonly T[]} list
   * @param {number} start
   * @returns {T[]}
   */
  const shuffled = (list, start) => {
    let state = start;
    const draw = () => {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
    };
    const order = [...list];
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = Math.floor(draw() * (last + 1));
      [order[last], order[other]] = [order[other], order[last]];
    }
    return order;
  };

  /**
   * An element with a class and content; words stay words.
   * @param {string} tag
   * @param {string} name
   * @param {...(string | Node)} content
   */
  const make = (tag, name, ...content) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...content);
    return element;
  };

  // A notebook may run this text once for each activity: the first run serves them all.
  globalThis.Alongside ??= /** @type {any} */ ({ store, cleared, seed, shuffled, make, kinds: {} });
}
