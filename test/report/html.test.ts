import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { accessGraph } from '../../src/report/access-graph.ts';
import { layout } from '../../src/report/html/graph-layout.ts';
import { renderHtml } from '../../src/report/html/html.ts';
import { pageScript } from '../../src/report/html/script.ts';
import { htmlStyle } from '../../src/report/html/style.ts';
import { type Report, reportOf } from '../../src/report/report.ts';
import { rules } from '../../src/rules/index.ts';
import { rulePage } from '../../src/version.ts';
import { runs } from '../thorough.ts';
import { access as anyAccess, report as anyReport } from './arbitrary-report.ts';
import { finding, reportWith, sampleReport } from './sample-report.ts';

/** The page of a report, with every rule of the gate. */
const html = (report: Report) => renderHtml(report, rules);

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

interface Page {
  readonly elements: readonly Element[];
  readonly text: string;
}

/** The elements and the text of a page, by the parser of the HTML standard; errors it would correct are failures. */
function page(source: string): Page {
  const elements: Element[] = [];
  const text: string[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node) elements.push(node);
    if ('value' in node && node.parentNode && 'tagName' in node.parentNode) {
      if (!['style', 'script'].includes(node.parentNode.tagName)) text.push(node.value);
    }
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(
    parse(source, {
      onParseError: ({ code }) => {
        throw new Error(code);
      },
    }),
  );
  return { elements, text: text.join('') };
}

const attribute = ({ attrs }: Element, wanted: string) => attrs.find(({ name }) => name === wanted)?.value;
const named = ({ elements }: Page, name: string) => elements.filter(({ tagName }) => tagName === name);
const textOf = (element: Element): string =>
  element.childNodes.map((node) => ('value' in node ? node.value : 'tagName' in node ? textOf(node) : '')).join('');

const words = (text: string) => new Set(text.split(/\s+/));
const ownElements = words(
  `html head meta title style script body a header p h1 h2 h3 svg circle path rect text g dl div dt dd nav ul ol li main section
  details summary span b br small code pre label input select option button table caption thead tbody tr th td footer`,
);
/** What an attribute may hold: words of ours, numbers and hexadecimal ids; nothing of a repository. */
const ownAttributes: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries(
    [
      ...words('lang charset name type role scope colspan tabindex hidden open checked autocomplete spellcheck value'),
    ].map((name) => [name, /^[\w-]*$/]),
  ),
  'http-equiv': /^Content-Security-Policy$/,
  content: /^[\w .,;'=+/-]+$/,
  class: /^[a-z -]+$/,
  id: /^(?:[a-z-]+|f-[0-9a-f]{24})$/,
  href: new RegExp(`^(?:#(?:[a-z]+|f-[0-9a-f]{24})|${rulePage('[a-z-]+')})$`),
  title: /^[0-9a-f]{40,64}$/,
  'aria-label': /^[\w ,:.()&/-]+$/,
  'aria-labelledby': /^[a-z-]+$/,
  'aria-hidden': /^true$/,
  'aria-pressed': /^false$/,
  placeholder: /^Search: a name, a path, a rule$/,
  viewBox: /^0 0 \d+ \d+$/,
  focusable: /^false$/,
  ...Object.fromEntries(['x', 'y', 'cx', 'cy', 'r', 'rx', 'width', 'height'].map((name) => [name, /^\d+(?:\.\d+)?$/])),
  d: /^[MCVL\d .hvl-]+$/,
};

/** Throws for an element or an attribute that is not the page's own. */
function expectOwn({ elements }: Page): void {
  const foreign = elements.flatMap(({ tagName, attrs }) => [
    ...(ownElements.has(tagName) ? [] : [tagName]),
    ...attrs.flatMap(({ name, value }) => (ownAttributes[name]?.test(value) ? [] : [`${tagName} ${name}=${value}`])),
  ]);
  expect(foreign).toEqual([]);
}

describe('renderHtml', () => {
  test('what is between backticks is code, manifests to add are a block, and objects are named as the policy does', () => {
    const object = { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' };
    const one = finding('rbac-widened', 'high', {
      message: 'It is so.',
      remedy: 'Run `a <b>`.',
      example: 'kind: Role\nname: web',
      object,
    });
    const source = html(reportWith({ findings: [one] }));
    expect(source).toContain('<b>Fix</b> Run <code>a &lt;b&gt;</code>.</p><pre>kind: Role\nname: web</pre>');
    expect(source).toContain(' · Deployment/shop/web · ');
  });

  test('shows every part', () => {
    const { text } = page(html(sampleReport));
    for (const part of [
      'Blocked',
      '4 of 6 findings (2 critical, 2 high) block this change.',
      'clusters/prod/ci/role.yaml:12:5',
      'Name the secrets it needs',
      'Let CI read what it deploys',
      'Metrics are public inside the company (SEC-142).',
      'docs/architecture.png',
      'https://github.com/acme/fleet/pull/17',
      '2026-11-22 08:30 UTC by jane-doe',
    ])
      expect(text).toContain(part);
    for (const { fingerprint } of sampleReport.verdict.findings) expect(text).toContain(fingerprint.slice(0, 12));
  });

  test('its policy allows its own style and script only, and it loads nothing', () => {
    const text = html(sampleReport);
    const whole = page(text);
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const [style, script] = ['style', 'script'].map((name) => named(whole, name).map(textOf));
    expect([style, script]).toEqual([[htmlStyle], [pageScript]]);
    expect(text).toContain(
      `content="default-src 'none'; style-src ${hash(htmlStyle)}; script-src ${hash(pageScript)}; base-uri 'none'; form-action 'none'"`,
    );
    expect(`${htmlStyle}${pageScript}`).not.toMatch(/https?:|url\(|@import/i);
    expect(text).not.toMatch(/ style=| on\w+=/i);
    // It links to the pages of rules, and loads none of them.
    expect(text).toMatch(new RegExp(`<a href="${rulePage('[a-z-]+')}">`));
    expect(pageScript).not.toMatch(
      /innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|Function\(|fetch|XMLHttp|import\(/,
    );
    expectOwn(whole);
  });

  test('every severity that has a finding can be hidden, also without the script', () => {
    const whole = page(html(sampleReport));
    const boxes = named(whole, 'input').filter((input) => attribute(input, 'type') === 'checkbox');
    const ids = boxes.map((input) => attribute(input, 'id') ?? '');
    expect(ids).toEqual(['show-critical', 'show-high', 'show-medium', 'show-low', 'only-blocking']);
    for (const id of ids) expect(htmlStyle).toContain(`.toolbar:has(#${id}:`);
    // What only the script can do is not offered before it runs.
    expect(
      whole.elements.filter((each) => attribute(each, 'hidden') !== undefined).map((each) => attribute(each, 'id')),
    ).toEqual(['tools']);
  });

  test('every link on the page leads to something on it, and no id is there twice', () => {
    const { elements } = page(html(reportWith({}, { access: sampleAccess })));
    const ids = elements.flatMap((each) => attribute(each, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = elements.flatMap((each) => attribute(each, 'href') ?? []);
    expect(links.length).toBeGreaterThan(8);
    expect(links.filter((link) => link.startsWith('#') && !ids.includes(link.slice(1)))).toEqual([]);
    const labels = elements.flatMap((each) => attribute(each, 'aria-labelledby') ?? []);
    expect(labels.filter((label) => !ids.includes(label))).toEqual([]);
  });

  test('a suggestion is shown, also where it is to take lines out', () => {
    const shownWith = (suggestion: string) =>
      page(html(reportWith({ findings: [finding('x', 'high', { message: 'm', suggestion })] }))).text;
    expect(shownWith('  verbs: [get]\n  resources: [pods]')).toContain(
      'In its place:  verbs: [get]\n  resources: [pods]',
    );
    expect(shownWith('')).toContain('Or take these lines out.');
  });

  test('checks of posture that could not be made are said to be that, with what the token would need', () => {
    const checks = [
      {
        id: 'approvals',
        what: 'Two approve',
        branch: 'main',
        state: 'could-not-check',
        detail: '403',
        needs: 'Administration: read',
      },
      { id: 'not-public', what: 'It is not public', state: 'holds', detail: 'private' },
    ] as const;
    const { text } = page(html(reportWith({}, { posture: { forge: 'github', repository: 'a/b', checks } })));
    expect(text).toContain('2 checks: 1 could not be checked, 1 holds');
    expect(text.replace(/\s+/g, ' ')).toMatch(
      /Two approve approvals ?main ?could not check ?needs Administration: read \(403\)/,
    );
  });

  test('a change without findings is short', () => {
    expect(page(html(reportWith({ outcome: 'passed', findings: [], suppressed: [] }))).text).toContain('No findings.');
  });

  test('hostile text adds no element, no attribute and no address', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        // Without what is the same each time, and with one framework for all, it is parsed sooner.
        const text = html(report)
          .replace(htmlStyle, () => '')
          .replace(pageScript, () => '')
          .replace(/(?<=<\/details>)\n<details class="fold framework">[\s\S]*?<\/details>/g, '');
        expect(text).not.toMatch(/[\p{Cf}\p{Cs}\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
        const whole = page(text);
        expectOwn(whole);
        for (const name of ['header', 'main', 'script', 'style', 'title']) {
          const own = named(whole, name).filter(({ namespaceURI }) => namespaceURI.endsWith('/xhtml'));
          expect(own).toHaveLength(1);
        }
        expect([...named(whole, 'script'), ...named(whole, 'style')].map(textOf)).toEqual(['', '']);
        for (const { message } of report.verdict.findings) {
          if (/^[\x20-\x7e]+$/.test(message) && report.verdict.findings.length === 1)
            expect(whole.text).toContain(message);
        }
      }),
      { numRuns: runs(40) },
    );
  });

  test('what a page cannot hold is counted, the worst is shown', () => {
    const long = (index: number) =>
      finding('rbac-widened', index < 10 ? 'critical' : 'low', { message: `${index} ${'long '.repeat(2_500)}` });
    const report = reportOf({
      ...sampleReport,
      verdict: { ...sampleReport.verdict, findings: Array.from({ length: 600 }, (_, index) => long(index)) },
    });
    const text = html(report);
    expect(text.length).toBeLessThan(6 * 1024 * 1024);
    const [, left] = /Not on this page: (\d+) of 600 listed findings/.exec(text) ?? [];
    expect(Number(left)).toBe(600 - (text.match(/<li class="finding /g)?.length ?? 0));
    expect(Number(left)).toBeGreaterThan(0);
    expect(text).toContain('>9 long');
  });
});

const gain = (verbs: readonly string[], target: string, severity?: 'critical' | 'low') => ({
  what: '',
  verbs,
  target,
  where: 'in every namespace',
  severity,
});

const sampleAccess = {
  gained: [
    {
      scope: 'prod',
      subject: 'ServiceAccount ci/deployer',
      permissions: [gain(['get', 'list'], 'secrets', 'critical'), gain(['*'], 'pods', 'low')],
      more: 2,
    },
  ],
  lost: [
    { scope: 'prod', subject: 'Group ops', permissions: [gain(['delete'], 'pods')], more: 0 },
    { scope: 'prod', subject: 'ServiceAccount ci/deployer', permissions: [gain(['escalate'], 'roles')], more: 0 },
  ],
  paths: [
    {
      scope: 'prod',
      subjects: ['ServiceAccount ci/deployer'],
      steps: ['ClusterRoleBinding ops', 'ClusterRole ops'],
      permission: 'get, list secrets in every namespace',
      severity: 'critical' as const,
      newConnection: 2,
    },
  ],
};

describe('who can do more, and less', () => {
  const whole = page(html(reportWith({}, { access: sampleAccess })));
  const matrix = named(whole, 'table').find((table) => attribute(table, 'class') === 'matrix');
  const rows = (matrix?.childNodes ?? []).flatMap((part) =>
    'childNodes' in part ? part.childNodes.flatMap((row) => ('childNodes' in row ? [row] : [])) : [],
  );
  const cells = rows.map((row) => row.childNodes.flatMap((cell) => ('tagName' in cell ? [textOf(cell)] : [])));

  test('is a matrix: a subject once, a row for what it is on, a column for each verb', () => {
    expect(cells).toEqual([
      ['On', 'get', 'list', 'delete', 'escalate', 'Severity'],
      ['ServiceAccount ci/deployer'],
      ['secrets in every namespace', '+gains', '+gains', '', '', 'critical'],
      ['pods in every namespace', '+ gainsany verb', 'low'],
      ['roles in every namespace', '', '', '', '−loses', 'lost'],
      ['and 2 more permissions'],
      ['Group ops'],
      ['pods in every namespace', '', '', '−loses', '', 'lost'],
    ]);
  });

  test('is a graph whose boxes are in columns and overlap nowhere, and whose new connection is thick', () => {
    fc.assert(
      fc.property(anyAccess, (access) => {
        const graph = accessGraph(access);
        const { spots, columns, rows } = layout(graph);
        expect(spots).toHaveLength(graph.nodes.length);
        expect(spots.every(({ column, row }) => column < columns && row >= 0 && row <= rows - 1)).toBe(true);
        const close = spots.flatMap((a, index) =>
          spots.slice(index + 1).filter((b) => a.column === b.column && Math.abs(a.row - b.row) < 1),
        );
        expect(close).toEqual([]);
        const what = graph.nodes.flatMap(({ kind }, number) => (kind === 'permission' ? spots[number]?.column : []));
        expect(what.every((column) => column === columns - 1)).toBe(true);
      }),
      { numRuns: runs(300) },
    );
    const edges = named(whole, 'path').map((path) => attribute(path, 'class'));
    expect(edges.filter((name) => name === 'edge new')).toHaveLength(1);
    expect(named(whole, 'rect')).toHaveLength(4);
  });

  test('of an audit it is who can do what, and nothing of it is new', () => {
    const audit = page(html(reportWith({}, { command: 'audit', access: { ...sampleAccess, lost: [] } })));
    expect(audit.text).toContain('Who can do what');
    expect(audit.text).toContain('●can');
    expect(named(audit, 'path').map((path) => attribute(path, 'class'))).not.toContain('edge new');
  });

  test('more than 200 subjects are counted', () => {
    const gained = Array.from({ length: 250 }, (_, index) => ({
      scope: 'prod',
      subject: `User ${index}`,
      permissions: [gain(['get'], 'pods', 'low')],
      more: 0,
    }));
    const { text } = page(html(reportWith({}, { access: { gained, lost: [], paths: [] } })));
    expect(text).toContain('50 more subjects, with what is less severe, are not on this page.');
  });
});
