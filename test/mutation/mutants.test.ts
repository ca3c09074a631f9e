import { expect, test } from '@jest/globals';
import { mutantsOf, mutated } from './mutants.mjs';

/** Every mutant of a source, as the source would then be. */
const all = (source: string) => mutantsOf(source).map((mutant) => mutated(source, mutant));

test.each([
  ['a === b;', ['a !== b;', ';']],
  ['x = a ?? (b && c);', ['x = ((a) && ((b && c)));', 'x = a ?? (b || c);', ';']],
  [
    'const t = a ?? b ?? c.toString();',
    ['const t = ((a) && (b)) ?? c.toString();', 'const t = ((a ?? b) && (c.toString()));'],
  ],
  [
    'if (é < 1) return;',
    ['if (!(é < 1)) return;', ';', 'if (é <= 1) return;', 'if (é < (1 + 1)) return;', 'if (é < (1 - 1)) return;'],
  ],
  [
    'const a = !b ? true : "x";',
    ['const a = !(!b) ? true : "x";', 'const a = b ? true : "x";', 'const a = !b ? false : "x";'],
  ],
  ['const s: "high" | "low" = "high" as "low";', ['const s: "high" | "low" = \'medium\' as "low";']],
  ['const r = /^[^$]\\$\\b$/;', ['const r = /[^$]\\$\\b$/;', 'const r = /^[^$]\\$$/;', 'const r = /^[^$]\\$\\b/;']],
  ['const o = { 1: a, [2]: b };', ['const o = { 1: a, [(2 + 1)]: b };', 'const o = { 1: a, [(2 - 1)]: b };']],
  ['const c = a.filter((b) => b.some(d));', ['const c = a;', 'const c = a.filter((b) => b.every(d));']],
])('%s', (source, expected) => {
  expect(
    all(`function f() { ${source} }`)
      .map((text) => text.slice(15, -2))
      .sort(),
  ).toEqual([...expected].sort());
});
