import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderMarkdown } from '../../src/report/markdown/markdown.ts';
import { markdownComment } from '../../src/report/markdown/markdown-finding.ts';
import { rules } from '../../src/rules/index.ts';
import { runs } from '../thorough.ts';
import { finding as anyFinding, report as anyReport } from './arbitrary-report.ts';
import { nodes, parse, references } from './markdown-outline.ts';
import { commit, finding, reportWith, sampleReport, unsigned } from './sample-report.ts';

const links = {
  file: (path: string, line: number) => `https://github.com/acme/fleet/blob/1/${path}#L${line}`,
  commit: (sha: string) => `https://github.com/acme/fleet/commit/${sha}`,
};
const mebibyte = { bytes: 1024 * 1024, links };

/** The only HTML a report has is our own. */
const ownHtml =
  /^(?:<br>|<\/?sub>|<\/?i>|<\/details>|<details(?: open)?>\n<summary><b>[A-Z][\w ,:.-]*<\/b>[\w ,:.-]*<\/summary>)$/;

function expectOwnNodesOnly(markdown: string): void {
  for (const node of nodes(parse(markdown))) {
    expect(node.type).toMatch(
      /^(?:root|heading|paragraph|strong|text|inlineCode|code|list|listItem|table|tableRow|tableCell|link|html|blockquote)$/,
    );
    if (node.type === 'html') expect(node.value).toMatch(ownHtml);
    if (node.type === 'link') expect(node.url).toMatch(/^https:\/\/github\.com\/acme\/fleet\/(?:blob|commit)\//);
    if (node.type === 'table') expect(new Set(node.children.map(({ children }) => children.length)).size).toBe(1);
    if (node.type === 'text') expect(references(node.value)).toEqual([]);
  }
}

describe('renderMarkdown', () => {
  test('begins with the verdict, and shows finding, place, remedy, signature, ignore and what was not read', () => {
    const markdown = renderMarkdown(sampleReport, mebibyte);
    expect(markdown).toMatch(
      /^## ❌ gitops-gate: blocked\n\n\*\*4 of 6 findings \(2 critical, 2 high\) block this change\.\*\*\n/,
    );
    expect(markdown).toContain(
      '\n### 🔴 2 critical\n\n- **`rbac-widened`** · blocks · [`clusters/prod/ci/role.yaml:12`](',
    );
    expect(markdown).toMatch(/<sub>`[0-9a-f]{12}`<\/sub><br>ClusterRole ci-deployer lets/);
    expect(markdown).toContain('[`clusters/prod/ci/role.yaml:12`](https://github.com/acme/fleet/blob/1/');
    expect(markdown).toContain('**Fix:** Name the secrets it needs');
    expect(markdown).toContain('| ❌&nbsp;unsigned<br>');
    expect(markdown).toContain('Metrics are public inside the company');
    expect(markdown).toContain('- skipped `docs/architecture.png`: binary');
    for (const each of sampleReport.verdict.findings) expect(markdown).toContain(each.fingerprint.slice(0, 12));
    expectOwnNodesOnly(markdown);
  });

  test.each([
    [reportWith({ outcome: 'passed', findings: [], suppressed: [] }), '## ✅ gitops-gate: passed\n\n**No findings.**'],
    [
      reportWith({ outcome: 'passed', failOn: 'never', failOnFrom: 'input', wouldBlock: true }),
      '## 👀 gitops-gate: watching, would have blocked\n\n**6 findings (2 critical, 2 high, 1 medium, 1 low). Nothing blocks, because this run’s fail-on is never.**\n\n**To pass once it blocks:**',
    ],
    [
      reportWith({ outcome: 'passed', failOn: 'never', failOnFrom: 'x/policy.yaml', wouldBlock: false, findings: [] }),
      '## ✅ gitops-gate: passed\n\n**No findings. Nothing blocks, because failOn is never in `x/policy.yaml`.**',
    ],
    [
      reportWith({
        outcome: 'could-not-judge',
        findings: [],
        unjudged: [{ what: 'History is missing.', remedy: 'Fetch it: fetch-depth: 0' }],
      }),
      '## ⚠️ gitops-gate: could not judge\n\n**History is missing. No findings.**',
    ],
  ])('verdict %#', (report, opening) => {
    const markdown = renderMarkdown(report, mebibyte);
    expect(markdown.slice(0, opening.length)).toBe(opening);
    for (const { remedy } of report.verdict.unjudged) expect(markdown).toContain(`**Fix:** ${remedy}`);
  });

  test('says of each kind of finding what takes it out of the way', () => {
    const at = (rule: string, message: string) => finding(rule, 'high', { category: 'repository', message });
    const some = [at('hidden-from-diff', 'One.'), at('hidden-from-diff', 'Two.'), at('gate-changed', 'Three.')];
    const text = renderMarkdown(reportWith({ findings: some, outcome: 'blocked' }), mebibyte);
    expect(text).toContain(
      'take out what hides 2 places from reviewers; have 1 change to the gate itself signed by an admin.',
    );
  });

  test.each(rules.map(({ id, category }) => [id, category] as const))(
    'has a step of its own for %s',
    (id, category) => {
      const some = (number: number) =>
        Array.from({ length: number }, (_, at) => finding(id, 'high', { category, message: `Finding ${at}.` }));
      const [one, two] = [1, 2].map((number) => {
        const text = renderMarkdown(reportWith({ findings: some(number), outcome: 'blocked' }), mebibyte);
        return /^\*\*To pass:\*\* ([^.]*)\./m.exec(text)?.[1];
      });
      expect(one).toMatch(/^[a-z].*\b1\b/);
      expect(two).toMatch(/\b2\b/);
      expect(`${one} ${two}`).not.toMatch(/resolve|#/);
    },
  );

  test('says once what takes findings of several rules out of the way', () => {
    const found = ['unsigned-commit', 'untrusted-signer'].map((rule) =>
      finding(rule, 'high', { category: 'signature', message: `${rule}.` }),
    );
    expect(renderMarkdown(reportWith({ findings: found, outcome: 'blocked' }), mebibyte)).toContain(
      '**To pass:** have 2 commits signed by a trusted key.',
    );
  });

  test('two hundred unsigned commits are one row', () => {
    const commits = Array.from({ length: 200 }, (_, index) => commit(`c${index}`, `Change ${index}`, unsigned()));
    const findings = commits.map(({ sha }) =>
      finding('unsigned-commit', 'high', {
        category: 'signature',
        commit: sha,
        message: `Commit ${sha.slice(0, 7)} is not signed.`,
      }),
    );
    const markdown = renderMarkdown(reportWith({ findings }, { commits }), mebibyte);
    expect(markdown.match(/^- \*\*`unsigned-commit`\*\*/gm)).toHaveLength(1);
    expect(markdown).toContain('`unsigned-commit`** × 200');
    expect(markdown).toContain('and 197 more');
  });

  test('the list says how to fix each of a few, and the worst of many; what is long ends on no half sentence', () => {
    const remedy = `Replace it by ${'one thing '.repeat(16)}or by the ${'other '.repeat(20)}.`;
    const blocking = (number: number) =>
      Array.from({ length: number }, (_, index) =>
        finding('plaintext-secret', 'high', { message: `Secret ${index}.`, remedy }),
      );
    const list = (number: number) =>
      renderMarkdown(reportWith({ findings: blocking(number), outcome: 'blocked' }), mebibyte).split('<details')[0] ??
      '';
    const fixes = (number: number) => list(number).match(/\*\*Fix:\*\* .*$/gm);
    expect(fixes(3)).toEqual(Array(3).fill(`**Fix:** Replace it by ${'one thing '.repeat(16)}…`));
    expect(fixes(4)).toHaveLength(1);
    expect(list(4).match(/^ {2}- .*Secret \d\.$/gm)).toHaveLength(4);
    expect(list(4).match(/· blocks/g)).toHaveLength(1);
  });

  test('many findings begin with the totals of each rule; all are there, those beyond the first of a rule folded', () => {
    const at = (rule: string, severity: 'high' | 'low', number: number) =>
      Array.from({ length: number }, (_, index) =>
        finding(rule, severity, {
          message: `Object ${index} of ${rule}, ${severity}.`,
          position: { file: `${rule}.yaml`, line: 1, column: 1 },
        }),
      );
    const many = [
      ...at('plaintext-secret', 'high', 30),
      ...at('rbac-widened', 'high', 2),
      ...at('rbac-widened', 'low', 5),
    ];
    const text = renderMarkdown(reportWith({ findings: many, suppressed: [] }), mebibyte);
    expect(text).toContain(
      '\n| Rule | 🟠 high | 🔵 low | blocks |\n| :-- | --: | --: | --: |\n| `plaintext-secret` | 30 |  | 30 |\n',
    );
    expect(text).toContain('| `rbac-widened` | 2 | 5 | 2 |');
    expect(text).toContain('- **`plaintext-secret`** × 30 · blocks<br>**Fix:** Mend it.\n  - ');
    const [open = '', folded = ''] = text.split('<summary><b>And 20 more high findings</b></summary>');
    const shown = (part: string) => many.filter(({ fingerprint }) => part.includes(fingerprint.slice(0, 12))).length;
    expect([shown(open), shown(folded.split('</details>')[0] ?? '')]).toEqual([12, 20]);
    expect(shown(text)).toBe(many.length);
    expectOwnNodesOnly(text);
    expect(renderMarkdown(reportWith({ findings: many.slice(0, 9) }), mebibyte)).not.toContain('| Rule |');
  });

  test('a long path keeps its beginning and its end in lists, and is whole in the link and the details', () => {
    const file = `clusters/${'tenants/platform/'.repeat(5)}overlays/production/db.yaml`;
    const long = finding('plaintext-secret', 'high', { message: 'A secret.', position: { file, line: 7, column: 1 } });
    const text = renderMarkdown(reportWith({ findings: [long], suppressed: [] }), mebibyte);
    expect(text).toMatch(/· \[`clusters\/…\/(?:[a-z]+\/)+overlays\/production\/db\.yaml:7`\]\(.*\/clusters\/tenants\//);
    expect(text).toContain(`at [\`${file}:7\`](`);
  });

  test('what does not fit is cut at whole entries, counted, and said to be elsewhere', () => {
    const findings = Array.from({ length: 3000 }, (_, index) =>
      finding('rbac-widened', 'high', {
        message: `ClusterRole number${index} gains delete on nodes.`,
        position: { file: `a/${index}.yaml`, line: 1, column: 1 },
      }),
    );
    const report = reportWith({ findings });
    for (const bytes of [4_000, 65_536, 200_000]) {
      const markdown = renderMarkdown(report, { bytes, links, fullReport: 'the job summary' });
      expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(bytes);
      expect(markdown).toMatch(
        /> \*\*Cut to fit:\*\* .*\d+ findings.* left out here\. The full report is in the job summary\./,
      );
      if (bytes < 10_000) expectOwnNodesOnly(markdown);
    }
    expect(Buffer.byteLength(renderMarkdown(report, { bytes: 65_536, links }))).toBeGreaterThan(60_000);
    expect(renderMarkdown(sampleReport, mebibyte)).not.toContain('Cut to fit');
  });

  test('what there is no room for is not written in the first place', () => {
    const findings = Array.from({ length: 3000 }, (_, index) =>
      finding('rbac-widened', 'high', {
        message: `Role ${index}.`,
        position: { file: 'a', line: index, column: 1 },
      }),
    );
    let written = 0;
    const counting = { ...links, file: (path: string, line: number) => (++written ? links.file(path, line) : '') };
    renderMarkdown(reportWith({ findings }), { bytes: 10_000, links: counting });
    expect(written).toBeGreaterThan(10);
    expect(written).toBeLessThan(200);
  });

  test('hostile text adds no node of its own, within the limit', () => {
    fc.assert(
      fc.property(anyReport, fc.integer({ min: 3_000, max: 40_000 }), (report, bytes) => {
        const markdown = renderMarkdown(report, { bytes, links });
        expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(bytes);
        expect(markdown).not.toContain('<!--');
        expect(markdown).not.toMatch(/[\p{Cf}\p{Cs}\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
        expectOwnNodesOnly(markdown);
      }),
      { numRuns: runs(40) },
    );
  });
});

describe('markdownComment', () => {
  test('objects are named as the policy does, manifests to add are a block, and of many details some are shown', () => {
    const object = { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' };
    const details = Array.from({ length: 20 }, (_, index) => `detail ${index}`);
    const text = markdownComment(
      finding('rbac-widened', 'high', { message: 'It is so.', object, details, example: 'kind: Role' }),
      {},
    );
    expect(text).toContain(' · `Deployment/shop/web`');
    expect(text).toContain('\n\n```yaml\nkind: Role\n```\n');
    expect(text).toContain('- and 14 more in `report.json`\n');
  });

  test('carries the suggestion only where asked to', () => {
    const found = finding('rbac-widened', 'high', {
      message: 'Role a/b gains delete.',
      suggestion: 'verbs: [get]',
    });
    expect(markdownComment(found, { suggestion: 'suggestion' })).toContain('```suggestion\nverbs: [get]\n```');
    expect(markdownComment(found, {})).not.toContain('suggestion');
    expect(markdownComment(found, { suggestion: 'suggestion' })).toMatch(
      /^🟠 \*\*high\*\* · `rbac-widened` · blocks the merge\n/,
    );
  });

  test('hostile text adds no node of its own', () => {
    fc.assert(
      fc.property(anyFinding, (found) =>
        expectOwnNodesOnly(markdownComment(found, { links, suggestion: 'suggestion' })),
      ),
      { numRuns: runs(100) },
    );
  });
});
