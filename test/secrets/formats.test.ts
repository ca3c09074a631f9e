import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countsInProse, judgeTokens } from '../../src/secrets/judge/judge-open.ts';
import { keywordScan } from '../../src/secrets/tokens/keyword-scan.ts';
import { tokenFormats as all, findTokens } from '../../src/secrets/tokens/tokens.ts';
import { runs } from '../thorough.ts';
import { samplesOfFormats as ofFormats } from './format-samples.ts';
import { samplesOfServiceFormats } from './service-format-samples.ts';

const samplesOfFormats = { ...ofFormats, ...samplesOfServiceFormats };
const found = (text: string) => findTokens(text).map(({ format }) => format.id);

describe('every format', () => {
  test('has samples that are its tokens, one for each of its keywords, and some that are not; no others have', () => {
    const lacking = all.flatMap(({ id, keywords }) => {
      const { tokens = [], others = [] } = samplesOfFormats[id] ?? {};
      const missing = keywords.filter((keyword) => !tokens.some((token) => token.includes(keyword)));
      return [
        ...(others.length === 0 ? [`${id}: nothing else`] : []),
        ...missing.map((keyword) => `${id}: ${keyword}`),
      ];
    });
    expect(lacking).toEqual([]);
    expect(Object.keys(samplesOfFormats).filter((id) => !all.some((format) => format.id === id))).toEqual([]);
  });

  test.each(Object.entries(samplesOfFormats))('%s finds its tokens and nothing else', (id, { tokens, others }) => {
    for (const token of tokens) {
      for (const text of [token, `key: ${token}\n`, `"${token}"`, `X=${token};`]) {
        expect([text, found(text)]).toEqual([text, [id]]);
      }
    }
    for (const other of others) expect([other, found(other).filter((each) => each === id)]).toEqual([other, []]);
  });
});

describe('a token whose checksum is wrong', () => {
  test.each([
    ['GitHub', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'],
    ['Grafana', 'glsa_yscW25imSKJIuav8zF37RZmnbiDvB05G_00000000'],
  ])('of %s is reported as not genuine', (_, text) => {
    expect(findTokens(text).map((token) => token.isGenuine)).toEqual([false]);
  });

  test('is medium where it is deployed, and silent in prose', () => {
    const token = 'ghp_16C7e42F292c6912E7710c838347Ae178B4a';
    const [judgement] = judgeTokens(token);
    expect(judgement?.severity).toBe('medium');
    expect(judgement === undefined || countsInProse(judgement)).toBe(false);
  });
});

test('ids are unique and every format has a keyword of its own', () => {
  expect(new Set(all.map((format) => format.id)).size).toBe(all.length);
  const keywords = all.flatMap((format) => format.keywords);
  expect(new Set(keywords).size).toBe(keywords.length);
  for (const format of all) expect([format.id, format.pattern.sticky]).toEqual([format.id, true]);
});

test('the automaton finds what indexOf finds', () => {
  const keyword = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.uniqueArray(keyword, { minLength: 1, maxLength: 8 }),
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 60 }),
      (keywords, text) => {
        const found: string[] = [];
        keywordScan(keywords).scan(text, (number, offset) => found.push(`${number}@${offset}`));
        const expected: string[] = [];
        keywords.forEach((word, number) => {
          for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) expected.push(`${number}@${at}`);
        });
        expect(found.sort()).toEqual(expected.sort());
      },
    ),
    { numRuns: runs(100) },
  );
});
