// The shapes that the classic scripts share; read by the type checker only.

interface AlongsideStore {
  prefix: string;
  visit: Map<string, object>;
  readonly area: Storage;
  read(name: string): Record<string, unknown> | undefined;
  write(name: string, fields: Record<string, unknown>): void;
  remove(name: string): void;
  tell(place: Element | null): void;
}

interface Problem {
  words: string;
  control: HTMLElement;
}

interface Verdict {
  /** From 0 to 1; null where nothing is scored. */
  credit: number | null;
  /** What is said first. */
  words: string;
  /** The feedback to say with it, where there is one. */
  aloud?: string;
  /** Part → the words beside it, then the names of feedback. */
  notes: Record<string, string[]>;
  /** What is told after that. */
  told?: Node[];
}

/** How a kind of question differs. Answers are JSON: see each kind. */
interface Kind {
  /** The trainee's own words: never scored, never told. */
  own?: boolean;
  /** What stands behind the summary is open once it may be read. */
  opens?: boolean;
  /** Its parts keep their order. */
  fixed?: boolean;
  start?(q: AlongsideQuestion): void;
  /** Whether the order on the page gives the answer away. */
  unfit?(q: AlongsideQuestion): boolean;
  read(q: AlongsideQuestion): any;
  show(q: AlongsideQuestion, answer: any): void;
  /** What of a saved answer the page still offers, or null. */
  fit(q: AlongsideQuestion, saved: any): any;
  problem(q: AlongsideQuestion): Problem | null;
  judge(key: any, answer: any, q: AlongsideQuestion): Verdict;
  /** What else comes and goes with a result. */
  marked?(q: AlongsideQuestion, on: boolean): void;
}

interface AlongsideQuestion {
  id: string;
  name: string;
  key: any;
  kind: Kind;
  form: HTMLFormElement;
  fieldset: HTMLFieldSetElement;
  parts: HTMLElement[];
  result: HTMLElement;
  details: HTMLDetailsElement;
  sure: HTMLSelectElement | null;
  checked: boolean;
  touched: boolean;
  moved: boolean;
  readonly answer: any;
  find(selector: string): HTMLElement;
  standing(): HTMLElement[];
  part(id: unknown): HTMLElement | undefined;
  changed(): void;
  mark(on: boolean): number | null;
  recall(begun?: unknown): void;
  take(wanted: unknown): void;
}

interface AlongsideQuiz extends HTMLElement {
  readonly store: AlongsideStore;
  readonly scrolled: boolean;
}

interface Telling {
  feedback(q: AlongsideQuestion, name: string): Node[];
  line(place: HTMLElement, words: string): void;
  problem(q: AlongsideQuestion, found: Problem | null): void;
  result(q: AlongsideQuestion, verdict: Verdict): void;
  nothing(q: AlongsideQuestion): void;
}

declare var Alongside: {
  store(course: string): AlongsideStore;
  cleared(event: StorageEvent, kept: AlongsideStore): boolean;
  seed(): number;
  shuffled<T>(list: readonly T[], start: number): T[];
  make<Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    name: string,
    ...content: (string | Node)[]
  ): HTMLElementTagNameMap[Tag];
  kinds: Record<string, Kind>;
  telling: Telling;
  Question: new (
    form: HTMLFormElement,
    quiz: AlongsideQuiz,
    key: any,
  ) => AlongsideQuestion;
  [other: string]: any;
};
