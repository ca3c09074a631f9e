import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { renderHtml } from '../../src/report/html/html.ts';
import { homepage } from '../../src/version.ts';
import { runs } from '../thorough.ts';
import { report as anyReport } from './arbitrary-report.ts';
import { reportWith, sampleReport } from './sample-report.ts';

type Node = DefaultTreeAdapterTypes.Node;

interface Page {
  readonly elements: readonly DefaultTreeAdapterTypes.Element[];
  readonly text: string;
}

/** The elements and the text of a page, by the parser of the HTML standard; errors it would correct are failures. */
function page(html: string): Page {
  const elements: DefaultTreeAdapterTypes.Element[] = [];
  const text: string[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node) elements.push(node);
    if ('value' in node && node.parentNode && 'tagName' in node.parentNode && node.parentNode.tagName !== 'style')
      text.push(node.value);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(
    parse(html, {
      onParseError: ({ code }) => {
        throw new Error(code);
      },
    }),
  );
  return { elements, text: text.join('') };
}

const ownElements = new Set(
  'html head meta title style body header h1 h2 p small a div label input details summary span b br code pre ul li table thead tbody tr th td'.split(
    ' ',
  ),
);
const ownAttributes = new Set('href lang charset http-equiv content name class type id checked open title'.split(' '));

describe('renderHtml', () => {
  test('shows every part', () => {
    const { text } = page(renderHtml(sampleReport));
    for (const part of [
      'Blocked',
      '4 of 6 findings (2 critical, 2 high, 1 medium, 1 low) block this change.',
      'clusters/prod/ci/role.yaml:12:5',
      'Name the secrets it needs',
      'Let CI read what it deploys',
      'Metrics are public inside the company (SEC-142).',
      'docs/architecture.png',
    ])
      expect(text).toContain(part);
    for (const { fingerprint } of sampleReport.verdict.findings) expect(text).toContain(fingerprint.slice(0, 12));
  });

  test('runs no script, loads nothing, and its policy allows its own style only', () => {
    const html = renderHtml(sampleReport);
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    // Its links lead to our own pages, and are followed by readers only.
    const links = new RegExp(`<a href="${homepage}/[\\w./-]+">`, 'g');
    expect(html.match(links)?.length).toBeGreaterThan(1);
    expect(html.replace(links, '')).not.toMatch(/https?:|url\(|@import|<script| style=/i);
  });

  test('every severity that has a finding can be hidden', () => {
    const { elements } = page(renderHtml(sampleReport));
    const ids = elements.flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'id').map(({ value }) => value));
    expect(ids).toEqual(['show-critical', 'show-high', 'show-medium', 'show-low', 'only-blocking']);
  });

  test('a change without findings is short', () => {
    expect(page(renderHtml(reportWith({ outcome: 'passed', findings: [], suppressed: [] }))).text).toContain(
      'No findings.',
    );
  });

  test('hostile text adds no element and no attribute', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const html = renderHtml(report);
        expect(html).not.toMatch(/[\p{Cf}\p{Cs}\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
        const { elements, text } = page(html);
        for (const { tagName, attrs } of elements) {
          expect(ownElements).toContain(tagName);
          for (const { name } of attrs) expect(ownAttributes).toContain(name);
        }
        expect(elements.filter(({ tagName }) => tagName === 'header')).toHaveLength(1);
        for (const { message } of report.verdict.findings) {
          if (/^[\x20-\x7e]+$/.test(message) && report.verdict.findings.length === 1) expect(text).toContain(message);
        }
      }),
      { numRuns: runs(80) },
    );
  });
});
