import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellCode, code, fenced, link, prose } from '../../src/report/markdown/markdown-text.ts';
import { clip, visible } from '../../src/report/visible.ts';
import { superlinearAt } from '../growth.ts';
import { runs } from '../thorough.ts';
import { hostile, hostileStrings } from './arbitrary-report.ts';
import { nodes, outline, parse, references, texts } from './markdown-outline.ts';

const settings = {
  numRuns: hostileStrings.length + runs(300),
  examples: hostileStrings.map((text): [string] => [text]),
};

/** What a reader sees of a text: forges and we may break it into spans and blanks, no more. */
const seen = (text: string) => clip(visible(text), 600).replaceAll('<!--', '<\\u0021--').replace(/[ `]/g, '');

describe('prose', () => {
  test.each([
    ['ClusterRole ci-deployer gains get on secrets.', 'ClusterRole ci-deployer gains get on secrets.'],
    ['grants verbs: [get, "*"] to @octocat, (see #1).', 'grants verbs: `[get, "*"]` to `@octocat`, (see `#1`).'],
    ['says `a b` and a_b _c_.', 'says `a b` and `a_b _c_`.'],
    ['set spec.data[].key: x', 'set `spec.data[].key`: x'],
    ["write '^(data|stringData)$' there", "write `'^(data|stringData)$'` there"],
    [
      'see .gitops-gate/keys/NAME.asc, or spec.target.name: x (e.g. y)',
      'see `.gitops-gate/keys/NAME.asc`, or `spec.target.name`: x (e.g. y)',
    ],
    ['get apps/v1 of shop/ci: 1.34.', 'get apps/v1 of shop/ci: 1.34.'],
    ['arn:aws:iam::123:role/x', '`arn:aws:iam::123:role/x`'],
    ['- 1. /close', '`-` 1. `/close`'],
    ['reached from all pods on TCP 8080.', 'reached from all pods on TCP 8080.'],
    ['1. x', '`1.` x'],
    [' 1. x', '`1.` x'],
    ['a\nb\u202e', '`a\\nb\\u202e`'],
    ['<!-- x -->', '`<\\u0021--` x `-->`'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(prose(text)).toBe(expected);
  });

  test.each(['a', 'a1', '.', 'a-', 'a.', ':a', '@', '[', '`a', '@ ', 'a/'])(
    '%j over and over costs time in proportion',
    (unit) => {
      const work = (size: number) => {
        const text = unit.repeat(size);
        return prose(text.slice(1) + (text.endsWith('.') ? 'x' : ''), text.length);
      };
      expect(superlinearAt(work, 20_000)).toBeUndefined();
    },
  );

  test('hostile text in a list, a table or a sentence is words and code only, and none of it is lost', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const written = prose(text);
        expect(outline(`- x ${written}`)).toBe('list paragraph');
        expect(outline(`- ${written}`)).toBe(written === '' ? 'list' : 'list paragraph');
        if (written !== '') expect(outline(`x ${written}\n- ${written}`)).toBe('paragraph list paragraph');
        const cell = prose(text, 600, cellCode);
        expect(outline(`| h | h | h |\n| - | - | - |\n| x | ${cell} | y |`)).toBe('table 3+3');
        expect(texts(`x ${cell}`, true).join('').slice(1).replace(/[ `]/g, '')).toBe(seen(text));
        expect(texts(written).flatMap(references)).toEqual([]);
        expect(texts(`x ${written}`, true).join('').slice(1).replace(/[ `]/g, '')).toBe(seen(text));
      }),
      settings,
    );
  });
});

describe('code', () => {
  test.each([code, cellCode])('%p: hostile text is code only, also in a link, and none of it is lost', (write) => {
    fc.assert(
      fc.property(hostile, (text) => {
        const written = write(text);
        if (write === cellCode)
          expect(outline(`| h | h | h |\n| - | - | - |\n| x | ${written} | y |`)).toBe('table 3+3');
        expect(outline(`x ${link(written, 'https://example.com/a')} y`)).toBe(
          written === '' ? 'paragraph' : 'paragraph link',
        );
        expect(texts(`x ${written}`).join('').replace(/[x |]/g, '')).toBe('');
        expect(texts(`x ${written}`, true).join('').slice(1).replace(/[ `]/g, '')).toBe(seen(text));
      }),
      settings,
    );
  });
});

describe('fenced', () => {
  test('nothing inside closes the block', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 3 }), (lines) => {
        const tree = nodes(parse(`${fenced(lines.join('\n'), 'suggestion')}\n\nafter`));
        expect(tree.map(({ type }) => type)).toEqual(['root', 'code', 'paragraph', 'text']);
        expect(tree[1]).toMatchObject({
          lang: 'suggestion',
          value: lines.join('\n').split('\n').map(visible).join('\n').replaceAll('<!--', '<\\u0021--'),
        });
      }),
      { numRuns: runs(150) },
    );
  });
});

describe('link', () => {
  test('an address from a hostile path stays one address', () => {
    fc.assert(
      fc.property(hostile, (path) => {
        const tree = nodes(parse(`| h |\n| - |\n| ${link('`x`', `https://example.com/${path}`)} |`));
        expect(tree.filter(({ type }) => type === 'link')).toHaveLength(1);
        expect(tree.find(({ type }) => type === 'link')).toMatchObject({
          url: expect.stringMatching(/^https:\/\/example\.com\/[!-~]*$/),
        });
      }),
      settings,
    );
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', '//example.com', ''])('%j is not an address', (url) => {
    expect(link('`x`', url)).toBe('`x`');
  });
});
