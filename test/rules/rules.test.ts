import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { topicsOfRules } from '../../src/report/compliance/topics-of-rules.ts';
import { rules } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { observeCase } from './case.ts';

const here = import.meta.dirname;

/** Rules about commits have no manifests; their cases are signed commits in test/signature, and histories in test/history. */
const manifestRules = rules.filter((rule) => rule.category !== 'signature' && rule.id !== 'unusual-change');

function casesOf(rule: Rule): string[] {
  const folder = join(here, rule.id);
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

describe.each(manifestRules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test('has a case that fires and a case that is silent, and no other folders', () => {
    const cases = casesOf(rule);
    expect(cases.filter((name) => name.startsWith('fires-')).length).toBeGreaterThan(0);
    expect(cases.filter((name) => name.startsWith('silent-')).length).toBeGreaterThan(0);
    expect(cases.filter((name) => !/^(fires|silent)-/.test(name))).toEqual([]);
  });

  test.each(casesOf(rule))('%s', async (name) => {
    const folder = join(here, rule.id, name);
    const lines = await observeCase(folder, rule);
    const file = join(folder, 'expected.txt');
    const expected = existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
      : [];
    expect(lines).toEqual(expected);
    if (name.startsWith('fires-')) expect(lines).not.toEqual([]);
    else expect(lines).toEqual([]);
    // Comments in files of SOPS have no path: they are called by words.
    if (rule.id !== 'sops-broken') expect(wordsInIdentity(lines)).toEqual([]);
  });
});

/** What subjects repeat of the message, four words of plain English or more: who rewords the message would make it another finding. */
function wordsInIdentity(lines: readonly string[]): string[] {
  let headline = '';
  return lines.flatMap((line) => {
    if (!line.startsWith('  ')) headline = line;
    if (!line.startsWith('  subject:')) return [];
    const phrases = [...line.matchAll(/(?<![\w/-])(?=([a-z]+(?: [a-z]+){3})(?![\w/-]))/g)].map(
      ([, phrase = '']) => phrase,
    );
    return phrases.filter((phrase) => headline.includes(phrase));
  });
}

test('every folder of cases belongs to a rule', () => {
  const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((f) => f.name).filter((name) => !manifestRules.some((rule) => rule.id === name))).toEqual([]);
});

test('every rule has its page, titled with its id', () => {
  for (const rule of rules) {
    const page = readFileSync(join(here, '../../.github/docs/rules', `${rule.id}.md`), 'utf8');
    expect(page).toMatch(new RegExp(`^# ${rule.id}\\n`));
    expect(page.length).toBeGreaterThan(500);
  }
});

test('every rule has a line in src/report/compliance/topics-of-rules.ts, and no other has', () => {
  expect(Object.keys(topicsOfRules).sort()).toEqual(rules.map(({ id }) => id).sort());
});
