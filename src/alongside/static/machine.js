// @ts-check
// A role-play as a machine: the same pure functions as src/alongside/playing/machine.py.
// A state is { turn, values }; conditions are lists such as ["least", 0, 2].
{
  /** @typedef {any[]} Tree */
  /** @typedef {{turn: string, values: number[]}} State */
  /** @typedef {{id: string, quality: string, when: Tree | null, change: [number, number][],
   *   ways: [Tree | null, string][]}} Reply */
  /** @typedef {{kind: string, help: boolean, lines: (Tree | null)[], replies: Reply[]}} Place */
  /** @typedef {{name: string, kind: "meter" | "fact" | "chose", levels: string[], top: number,
   *   start: number}} Variable */
  /** @typedef {{format: number, id: string, start: string, variables: Variable[],
   *   places: Record<string, Place>, debrief: [string, Tree | null][]}} Machine */

  /** Whether a condition holds. @type {(tree: Tree | null, values: number[]) => boolean} */
  const holds = (tree, values) => {
    if (tree === null) return true;
    const [kind, first, level] = tree;
    switch (kind) {
      case "least": return values[first] >= level;
      case "most": return values[first] <= level;
      case "is": return values[first] === level;
      case "true": return values[first] === 1;
      case "not": return !holds(first, values);
      case "and": return tree.slice(1).every((branch) => holds(branch, values));
      default: return tree.slice(1).some((branch) => holds(branch, values));
    }
  };

  /** The state in which every play begins. @type {(machine: Machine) => State} */
  const start = (machine) => ({
    turn: machine.start,
    values: machine.variables.map((each) => each.start),
  });

  /** Which lines of the turn or ending are heard. @type {(m: Machine, s: State) => number[]} */
  const linesShown = (machine, state) =>
    machine.places[state.turn].lines.flatMap((when, at) => (holds(when, state.values) ? [at] : []));

  /** Ids of the replies on offer. @type {(machine: Machine, state: State) => string[]} */
  const repliesOffered = (machine, state) =>
    machine.places[state.turn].replies
      .filter((reply) => holds(reply.when, state.values))
      .map((reply) => reply.id);

  /**
   * The state after a reply; null where it is not on offer or none of its ways is open.
   * @type {(machine: Machine, state: State, replyId: string) => State | null}
   */
  const take = (machine, state, replyId) => {
    const reply = machine.places[state.turn].replies.find((each) => each.id === replyId);
    if (!reply || !holds(reply.when, state.values)) return null;
    const values = [...state.values];
    for (const [at, amount] of reply.change) {
      const { kind, top } = machine.variables[at];
      values[at] = kind === "meter" ? Math.min(Math.max(values[at] + amount, 0), top) : amount;
    }
    const way = reply.ways.find(([when]) => holds(when, values));
    return way ? { turn: way[1], values } : null;
  };

  /** Id of the ending one has come to. @type {(m: Machine, s: State) => string | null} */
  const ending = (machine, state) =>
    machine.places[state.turn].kind === "turn" ? null : state.turn;

  /** Ids of the debrief questions for this end. @type {(m: Machine, s: State) => string[]} */
  const asked = (machine, state) =>
    machine.debrief.filter(([, when]) => holds(when, state.values)).map(([id]) => id);

  // The tests play it alone, where nothing of a page is.
  globalThis.Alongside ??= /** @type {any} */ ({});
  Alongside.machine = { start, linesShown, repliesOffered, take, ending, asked };
}
