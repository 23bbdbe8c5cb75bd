// Plays a machine as tests/test_parity.py does, and prints one number for each play.
// Input: JSON { machine, engine (path of machine.js), plays, steps }.
const fs = require("node:fs");
const vm = require("node:vm");

const { machine, engine, plays, steps } = JSON.parse(fs.readFileSync(0, "utf8"));
const context = vm.createContext({});
vm.runInContext(fs.readFileSync(engine, "utf8"), context);
const { start, linesShown, repliesOffered, take, ending, asked } = context.Alongside.machine;

/** FNV-1a over the characters, 32 bits. */
const mixed = (sum, text) => {
  for (const character of text) {
    sum = Math.imul(sum ^ character.codePointAt(0), 16777619) >>> 0;
  }
  return sum;
};

const told = (state) =>
  state === null
    ? "nowhere"
    : `${state.turn}|${state.values.join()}|${linesShown(machine, state).join()}|` +
      `${repliesOffered(machine, state).join()}|${ending(machine, state) ?? ""}`;

const results = [];
for (let seed = 0; seed < plays; seed += 1) {
  let lot = seed;
  let state = start(machine);
  let sum = mixed(2166136261, told(state));
  for (let step = 0; step < steps; step += 1) {
    const offered = repliesOffered(machine, state);
    if (offered.length === 0) break;
    lot = (Math.imul(lot, 1664525) + 1013904223) >>> 0;
    const next = take(machine, state, offered[(lot >>> 16) % offered.length]);
    sum = mixed(sum, told(next));
    if (next === null) break;
    state = next;
  }
  results.push(mixed(sum, asked(machine, state).join()));
}
process.stdout.write(JSON.stringify(results));
