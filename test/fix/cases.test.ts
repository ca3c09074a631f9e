import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { rules } from '../../src/rules/index.ts';
import { parseTrees } from '../../src/yaml/parse-tree.ts';
import { some } from '../thorough.ts';
import { applyPatch, textsOf } from './apply-patch.ts';
import { type FixedCase, fixOfCase } from './fix-of-case.ts';
import { notFixed, reasons } from './not-fixed.ts';

const cases = join(import.meta.dirname, '../rules');

const firing = rules
  .filter((rule) => rule.category !== 'signature' && rule.id !== 'unusual-change')
  .flatMap(({ id }) =>
    readdirSync(join(cases, id))
      .filter((name) => name.startsWith('fires-'))
      .map((name) => `${id}/${name}`),
  );

/** What no patch may show: the secrets of the cases. */
const planted = /Tr0ub4dor|Zq7vR2mKx9TbW4nL|WnE3dlIybUt4OVRiVzRuTA|hunter|ruth-01|hans-02|BEGIN PRIVATE KEY|horses/;

/** Judging a case again and again, and starting git for it, takes long: without `thorough` some are fixed, and git applies the patches of some of these. */
const tried = some(firing, 3);
const applied = new Set(some(tried, 2));

describe.each(tried)('%s', (name) => {
  const [rule = ''] = name.split('/');
  let fixed: FixedCase;

  test('is fixed, or is listed with the reason', async () => {
    fixed = await fixOfCase(join(cases, name), rule);
    const why = notFixed[name];
    const left = fixed.fix.left.map((each) => each.why);
    if (why === undefined) expect(left).toEqual([]);
    else {
      expect(left.length).toBeGreaterThan(0);
      for (const each of left) expect(Object.values(reasons).some((reason) => each.includes(reason))).toBe(true);
      expect(left.some((each) => each.includes(reasons[why]))).toBe(true);
    }
  });

  test('has none of the fixed findings, and none that is new, once it is judged again', () => {
    const remaining = fixed.remaining.map(({ fingerprint }) => fingerprint);
    const known = new Set(fixed.targets.map(({ fingerprint }) => fingerprint));
    for (const { target } of fixed.fix.fixed) expect(remaining).not.toContain(target.fingerprint);
    expect(fixed.remaining.filter(({ fingerprint }) => !known.has(fingerprint))).toEqual([]);
  });

  test('is as readable as before, and what it writes was there on either side', () => {
    const [before, after, patched] = [fixed.before, fixed.after, fixed.patched].map(textsOf) as [Texts, Texts, Texts];
    for (const [path, text] of patched) {
      if (text === after.get(path)) continue;
      const wasReadable = [before, after].every((side) => readable(path, side.get(path) ?? ''));
      expect({ path, isReadable: readable(path, text) }).toEqual({
        path,
        isReadable: wasReadable || readable(path, text),
      });
      if (/secret|namespace-unfenced|hidden-from-diff/.test(rule)) continue;
      const known = new Set([...before.values(), after.get(path) ?? ''].flatMap(wordsOf));
      // A document that comes back needs a separator.
      const strange = wordsOf(text).filter((word) => word !== '---' && !known.has(word));
      expect({ path, strange }).toEqual({ path, strange: [] });
    }
  });

  test('is a patch that git applies, and that shows no secret', () => {
    const { patch, after, patched, fix } = fixed;
    // A configuration that is a Secret of the base is not put back by a patch, only by `--apply`.
    const leftOut = name === 'monitoring-removed/fires-alertmanager' ? ['prod/alertmanager.yaml'] : [];
    expect(patch.leftOut).toEqual(leftOut);
    if (leftOut.length === 0 && applied.has(name)) expect(applyPatch(after, patch.text)).toEqual(textsOf(patched));
    const said = [patch.text, ...fix.fixed.map(({ what }) => what), ...fix.left.map(({ why }) => why)].join('\n');
    expect(said).not.toMatch(planted);
  });
});

type Texts = ReadonlyMap<string, string>;

const readable = (path: string, text: string): boolean =>
  !/\.ya?ml$/.test(path) || parseTrees(text, defaultPolicy.limits) !== undefined;

const wordsOf = (text: string): readonly string[] => text.split(/[\s,{}[\]]+/);

test('every case that is not fixed is one, and each reason is on the page', () => {
  expect(Object.keys(notFixed).filter((name) => !firing.includes(name))).toEqual([]);
  const page = readFileSync(join(import.meta.dirname, '../../.github/docs/fix.md'), 'utf8').replaceAll('`', '');
  for (const reason of Object.values(reasons)) expect(page).toContain(reason);
});
