import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { renderSarif } from '../../src/report/machine/sarif.ts';
import type { Severity } from '../../src/severity.ts';
import { runs } from '../thorough.ts';
import { report as anyReport } from './arbitrary-report.ts';
import { finding, findings, range, reportWith, sampleReport, suppressed } from './sample-report.ts';
import { everyRule, sampleRules } from './sample-rules.ts';

const schema = JSON.parse(readFileSync('test/report/schemas/sarif-2.1.0.json', 'utf8'));
// A reference of RFC 3986; ajv itself knows no formats.
const ajv = new Ajv({
  strict: false,
  allErrors: true,
  formats: {
    uri: /^[a-z][a-z0-9+.-]*:/i,
    'uri-reference': /^(?![^/?#]*:)[\w\-.~!$&'()*+,;=:@/?#%]*$|^[a-z][a-z0-9+.-]*:/i,
    'date-time': true,
  },
});
const validate = ajv.compile(schema);

function sarif(report: Parameters<typeof renderSarif>[0]) {
  const log = JSON.parse(renderSarif(report, sampleRules));
  expect(validate(log) ? undefined : validate.errors).toBeUndefined();
  return log.runs[0];
}

describe('renderSarif', () => {
  test('results carry what GitHub code scanning asks for', () => {
    const { results, tool, columnKind } = sarif(sampleReport);
    expect(columnKind).toBe('utf16CodeUnits');
    expect(results).toHaveLength(findings.length - 2 + suppressed.length);
    for (const result of results) {
      expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(result.locations).toHaveLength(1);
      const { region } = result.locations[0].physicalLocation;
      expect(Object.keys(region).sort()).toEqual(['endColumn', 'endLine', 'startColumn', 'startLine']);
      expect(region.endLine > region.startLine || region.endColumn > region.startColumn).toBe(true);
    }
    expect(results[0]).toMatchObject({
      ruleId: 'rbac-widened',
      properties: { 'security-severity': '9.5' },
      level: 'error',
      partialFingerprints: { primaryLocationLineHash: findings[0]?.fingerprint },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'clusters/prod/ci/role.yaml' },
            region: { startLine: 12, startColumn: 5 },
          },
        },
      ],
    });
    expect(results.map(({ level }: { level: string }) => level)).toEqual([
      'error',
      'error',
      'warning',
      'note',
      'error',
    ]);
  });

  test('what has no file is a notification that names its rule and commit: GitHub refuses results without a place', () => {
    const { results, invocations } = sarif(sampleReport);
    for (const { locations } of results) expect(locations[0].physicalLocation.artifactLocation.uri).not.toBe('');
    const notified = invocations[0].toolExecutionNotifications.filter(
      (each: { associatedRule?: object }) => each.associatedRule !== undefined,
    );
    expect(notified).toEqual(
      findings.slice(2, 4).map(({ rule, commit, fingerprint, message }) => ({
        associatedRule: { id: rule },
        level: 'error',
        message: { text: expect.stringContaining(message) },
        locations: [{ logicalLocations: [expect.objectContaining({ name: commit, kind: 'commit' })] }],
        properties: { severity: 'high', category: 'signature', blocking: true, fingerprint },
      })),
    );
  });

  test('an object without a name is called by its kind', () => {
    const object = { group: 'audit.k8s.io', kind: 'Policy', namespace: undefined, name: '' };
    const position = { file: 'a.yaml', line: 1, column: 1 };
    const lowered = finding('audit-lowered', 'high', { category: 'audit', message: 'Less.', position, object });
    const text = renderSarif(reportWith({ findings: [lowered] }), sampleRules);
    expect(text).toContain('"fullyQualifiedName": "audit.k8s.io/Policy"');
    expect(text).not.toMatch(/"name": ""/);
  });

  test('a result whose severity is not its rule’s has a variant of the rule: GitHub reads severities of rules alone', () => {
    const lowered = finding('rbac-widened', 'medium', {
      message: 'Role a gains delete.',
      position: { file: 'a.yaml', line: 1, column: 1 },
    });
    const { results, tool } = sarif(reportWith({ findings: [...findings, lowered] }));
    const used = results.map(({ ruleId }: { ruleId: string }) => ruleId);
    expect(used).toEqual(expect.arrayContaining(['rbac-widened', 'rbac-widened/medium']));
    for (const { ruleId, ruleIndex, properties } of results) {
      const rule = tool.driver.rules[ruleIndex];
      expect(rule).toMatchObject({ id: ruleId, properties: { 'security-severity': properties['security-severity'] } });
      expect(rule.helpUri).toMatch(new RegExp(`/${ruleId.split('/')[0]}\\.md$`));
    }
    const ids = tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(sampleRules.map(({ id }) => id)));
  });

  test('what is there and what changes are of two categories', () => {
    expect(sarif(sampleReport).automationDetails.id).toBe('gitops-gate/change/');
    expect(sarif(reportWith({}, { command: 'audit' })).automationDetails.id).toBe('gitops-gate/state/');
  });

  test('rules carry help, level, security-severity and few tags', () => {
    for (const rule of sarif(sampleReport).tool.driver.rules) {
      expect(rule).toMatchObject({
        name: expect.stringMatching(/^([A-Z][a-z]+)+$/),
        shortDescription: { text: expect.any(String) },
        help: { text: expect.any(String), markdown: expect.any(String) },
        properties: { 'security-severity': expect.stringMatching(/^\d\.\d$/) },
      });
      expect(rule.properties.tags.length).toBeLessThanOrEqual(10);
    }
  });

  test('ignored findings are suppressed with their reason', () => {
    expect(sarif(sampleReport).results.at(-1).suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'Metrics are public inside the company (SEC-142).' },
    ]);
    expect(sarif(sampleReport).results[0].suppressions).toBeUndefined();
  });

  test('a run that could not judge was not successful, and says why', () => {
    expect(sarif(sampleReport).invocations[0].executionSuccessful).toBe(true);
    const { invocations } = sarif(
      reportWith({
        outcome: 'could-not-judge',
        findings: [],
        unjudged: [{ what: 'History ends early.', remedy: 'Fetch more.' }],
      }),
    );
    expect(invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'History ends early.\nFix: Fetch more.' } }],
    });
  });

  test('at most 25,000 results, and the loss is reported', () => {
    const one = finding('rbac-widened', 'high', {
      message: 'Role a gains delete.',
      position: { file: 'a.yaml', line: 1, column: 1 },
    });
    const { results, invocations } = sarif(reportWith({ findings: Array(25_001).fill(one), suppressed: [] }));
    expect(results).toHaveLength(25_000);
    expect(
      new Set(
        results.map(
          (each: { partialFingerprints: { primaryLocationLineHash: string } }) =>
            each.partialFingerprints.primaryLocationLineHash,
        ),
      ).size,
    ).toBe(25_000);
    expect(invocations[0].toolExecutionNotifications[0].message.text).toMatch(
      /^1 results are left out, the least severe \(1 high\)/,
    );
  });

  test('the file holds what GitHub takes by gzip, worst first, and says what it leaves out', () => {
    const many = (severity: Severity, count: number) =>
      Array.from({ length: count }, (_, index) =>
        finding('rbac-widened', severity, {
          message: `Role ${severity}-${index} gains delete.`,
          details: Array.from({ length: 25 }, () => randomBytes(450).toString('base64')),
          position: { file: `${index}.yaml`, line: 1, column: 1 },
        }),
      );
    const ignored = many('high', 10).map((each) => ({ ...each, reason: 'known', until: '2027-01-01' }));
    const text = renderSarif(
      reportWith({ findings: [...many('critical', 40), ...many('low', 40)], suppressed: ignored }),
      sampleRules,
      { results: 25_000, bytes: 500_000 },
    );
    expect(gzipSync(text).length).toBeLessThan(500_000);
    const { results, invocations } = JSON.parse(text).runs[0];
    expect(results.length).toBeGreaterThan(30);
    expect(results.slice(0, 30).every(({ level }: { level: string }) => level === 'error')).toBe(true);
    expect(invocations[0].toolExecutionNotifications[0]).toMatchObject({
      level: 'warning',
      message: { text: expect.stringMatching(/^\d+ results are left out, the least severe \(.*\d+ low, 10 ignored\)/) },
    });
    expect(results[0].message.text).toMatch(/\n5 more lines are in report\.json\.\nFix: /);
  });

  test('a suggestion is a fix of exactly its lines, unless it shows other than it reads', () => {
    const at = { position: { file: 'a b.yaml', line: 7, column: 9 }, endLine: 9 };
    const of = (suggestion: string) =>
      sarif(reportWith({ findings: [finding('rbac-widened', 'high', { message: 'm', ...at, suggestion })] })).results[0]
        .fixes;
    const change = (replacement: object) => [
      {
        description: { text: 'Mend it.' },
        artifactChanges: [
          { artifactLocation: { uri: 'a%20b.yaml', uriBaseId: '%SRCROOT%' }, replacements: [replacement] },
        ],
      },
    ];
    expect(of('  verbs:\n    - get')).toEqual(
      change({ deletedRegion: { startLine: 7, endLine: 9 }, insertedContent: { text: '  verbs:\n    - get' } }),
    );
    expect(of('')).toEqual(change({ deletedRegion: { startLine: 7, startColumn: 1, endLine: 10, endColumn: 1 } }));
    for (const unseen of ['\u202e', '\u0000', '\r', '\u200b']) expect(of(`verbs: [${unseen}get]`)).toBeUndefined();
    expect(sarif(sampleReport).results[0].fixes).toBeUndefined();
  });

  test('rules are tagged with weaknesses and results with references, ten at most', () => {
    const references = Array.from({ length: 12 }, (_, index) => `CIS 5.1.${index}`);
    const at = { file: 'a.yaml', line: 1, column: 1 };
    const { results, tool } = sarif(
      reportWith({ findings: [finding('rbac-widened', 'high', { message: 'm', position: at, references })] }),
    );
    expect(results[0].properties.tags).toEqual(references.slice(0, 10));
    expect(tool.driver.rules[0].properties.tags).toEqual([
      'security',
      'rbac',
      'external/cwe/cwe-269',
      'external/cwe/cwe-732',
    ]);
  });

  test('help leads from GitHub to the pages it speaks of', () => {
    const help = 'See [a](b.md#how), [c](/.github/docs/d.md), [e](#f), [g](https://h.example/i) and `x](y`.';
    const rule = { id: 'rbac-widened', category: 'rbac', severity: 'high', summary: 's', help } as const;
    const docs = 'https://github.com/gitops-gate/gitops-gate/blob/HEAD/.github/docs';
    const { help: shown } = JSON.parse(renderSarif(sampleReport, [rule])).runs[0].tool.driver.rules[0];
    expect(shown.markdown).toBe(
      `See [a](${docs}/rules/b.md#how), [c](${docs}/d.md), [e](${docs}/rules/rbac-widened.md#f), [g](https://h.example/i) and \`x](y\`.`,
    );
  });

  test('every rule of the program is valid, its page leads somewhere, and no tag is too much', async () => {
    const { rules, report } = await everyRule();
    const log = JSON.parse(renderSarif(report, rules));
    expect(validate(log) ? undefined : validate.errors).toBeUndefined();
    const descriptors = log.runs[0].tool.driver.rules;
    expect(descriptors.length).toBe(4 * rules.length);
    for (const { help, properties } of descriptors) {
      expect(properties.tags.length).toBeLessThanOrEqual(10);
      const links = [...help.markdown.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link);
      for (const link of links) {
        expect(link).toMatch(/^https:\/\//);
        const path = /^https:\/\/github\.com\/gitops-gate\/.*?\/blob\/HEAD\/(.*?)(?:#.*)?$/.exec(link)?.[1];
        if (link.includes('gitops-gate/blob/')) expect(path).toBeDefined();
        if (path !== undefined) expect({ path, there: existsSync(path) }).toEqual({ path, there: true });
      }
    }
  });

  test('the tool and each rule say where to read on', () => {
    const { driver } = sarif(sampleReport).tool;
    expect(driver.informationUri).toBe('https://github.com/gitops-gate/gitops-gate');
    for (const { id, helpUri } of driver.rules)
      expect(helpUri).toBe(`${driver.informationUri}/blob/HEAD/.github/docs/rules/${id.split('/')[0]}.md`);
  });

  test('no message makes a link, and any path is a relative reference that names it', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { results } = sarif(report);
        const located = report.verdict.findings.filter(({ position }) => position !== undefined);
        for (const [index, { position }] of located.entries()) {
          expect(results[index].message.text).not.toMatch(
            /\]\(|[\p{Cf}\p{Cs}\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u,
          );
          const { uri } = results[index].locations[0].physicalLocation.artifactLocation;
          if (position) expect(decodeURIComponent(uri)).toBe(position.file.replace(/\p{Cs}/gu, '\ufffd'));
        }
      }),
      { numRuns: runs(80) },
    );
  });

  test('is the same each time', () => {
    expect(renderSarif(reportWith({}, { range }), sampleRules)).toBe(
      renderSarif(reportWith({}, { range }), sampleRules),
    );
  });
});
