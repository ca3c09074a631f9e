import { expect, test } from '@jest/globals';
import { mutantsOf, mutated } from './mutants.mjs';
import { withSwitches } from './switches.mjs';

/** What a function that is called `f` says to these, also that it throws. */
function answers(source: string): readonly string[] {
  const run = new Function(`${source}\nreturn f;`)() as (a: unknown, b: unknown) => unknown;
  const values = [0, 1, 3, 'ab', 'b', '', undefined, null, [1, 2], [], { list: [{ x: 1 }, { x: 3 }], name: 'ab' }];
  return values.flatMap((a) =>
    [0, 2, 'b', undefined].map((b) => {
      try {
        return `${JSON.stringify(run(a, b))}`;
      } catch (error) {
        return `throws ${(error as Error).name}`;
      }
    }),
  );
}

function switchedOn(source: string, id: number, pattern?: unknown): readonly string[] {
  const before = Reflect.get(globalThis, 'mutants');
  try {
    Reflect.set(globalThis, 'mutants', { on: (each: number) => each === id, pattern });
    return answers(source);
  } finally {
    Reflect.set(globalThis, 'mutants', before);
  }
}

/** As try-mutants.mjs does it, for one mutant. */
const patternOf = (id: number) => (original: RegExp, others: readonly [number, RegExp][]) =>
  others.find(([each]) => each === id)?.[1] ?? original;

// biome-ignore lint/suspicious/noTemplateCurlyInString: it is of the source.
const template = '(a, b = 1) => { const [c = 2, ...rest] = a ?? []; return `${c - b}${rest.length * 2}`; }';
const sources = [
  template,
  '(a, b) => a === b || (a ?? b) > 1',
  '(a, b) => { if (a === undefined) return "none"; if (!b) { return a?.list?.filter((each) => each.x > 1).map(({ x }) => x + 1); } return b; }',
  '(a, b) => { let sum = 0; for (const each of a) { if (each === 1) continue; sum += each; } return sum; }',
  '(a, b) => { const found = []; found.push(a); found.push(b); return found.length > 1 ? found : [...found, true]; }',
  '(a, b) => /^a[^$]$/.test(a) && /b$/.test(b)',
  '(a, b) => { if (a === 0) throw new TypeError("zero"); else if (b) return a.name.startsWith("a"); return { 1: 2, [a]: 3 }; }',
  '(a, b) => a?.list.some((each) => each.x === b) ?? ((c) => c && !b)(a)',
];

test.each(sources.map((each) => `const f = ${each};`))('%s', (source) => {
  const mutants = mutantsOf(source).map((mutant, at) => ({ ...mutant, id: at + 1 }));
  const all = withSwitches(source, mutants);
  expect(switchedOn(all, 0)).toEqual(answers(source));
  expect(mutants.length).toBeGreaterThan(3);
  for (const mutant of mutants) {
    const { id, start, end, text } = mutant;
    const name = `${id} ${source.slice(start, end)} → ${text}`;
    expect([name, ...switchedOn(all, id, patternOf(id))]).toEqual([name, ...answers(mutated(source, mutant))]);
  }
});
