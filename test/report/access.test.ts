import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Access, AccessPath } from '../../src/rbac/judge/access.ts';
import { renderMarkdown } from '../../src/report/markdown/markdown.ts';
import { mermaidGraph, mermaidLabel } from '../../src/report/markdown/mermaid.ts';
import type { Severity } from '../../src/severity.ts';
import { runs } from '../thorough.ts';
import { hostile } from './arbitrary-report.ts';
import { nodes, parse } from './markdown-outline.ts';
import { reportWith } from './sample-report.ts';

const path = (more: Partial<AccessPath> = {}): AccessPath => ({
  scope: 'prod',
  subjects: ['ServiceAccount ci/deployer'],
  steps: ['ClusterRoleBinding ops', 'ClusterRole ops'],
  permission: 'get secrets in every namespace',
  severity: 'critical',
  newConnection: 2,
  ...more,
});

describe('the graph of what is gained', () => {
  test('leads from subject over binding and role to the permission; what is new is thick', () => {
    expect(mermaidGraph({ paths: [path(), path({ subjects: ['Group ops'], newConnection: 0 })] })).toBe(
      [
        '```mermaid',
        'flowchart LR',
        '  n0(["ServiceAccount ci/deployer"])',
        '  n1["ClusterRoleBinding ops"]',
        '  n2["ClusterRole ops"]',
        '  n3{{"get secrets in every namespace"}}',
        '  n4(["Group ops"])',
        '  n0 --> n1',
        '  n1 --> n2',
        '  n2 ==> n3',
        '  n4 ==> n1',
        '```',
      ].join('\n'),
    );
    expect(mermaidGraph({ paths: [] })).toBeUndefined();
  });

  test('has fifty nodes at most, the worst ways first, and counts the others', () => {
    const paths = Array.from({ length: 30 }, (_, index) =>
      path({ subjects: [`User ${index}`], steps: [`RoleBinding a/${index}`] }),
    );
    const graph = mermaidGraph({ paths }) ?? '';
    expect(graph.match(/^ {2}n\d+[([{]/gm)?.length).toBeLessThanOrEqual(50);
    expect(graph).toContain('"User 0"');
    expect(graph).toMatch(/```\n\n6 more ways not drawn\.$/);
  });

  test('the same name in two scopes is two nodes', () => {
    const graph = mermaidGraph({ paths: [path(), path({ scope: 'stage' })] }) ?? '';
    expect(graph.match(/"ClusterRole ops"/g)).toHaveLength(2);
  });

  test('no name breaks out of its label, whatever it is', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const label = mermaidLabel(name);
        // What Mermaid, Markdown and HTML obey is written by number.
        expect(label.replace(/#\d+;/g, '')).toMatch(/^[\p{L}\p{N} _./:,()…→-]*$/u);
        const graph = mermaidGraph({ paths: [path({ subjects: [name], steps: [name], permission: name })] }) ?? '';
        expect(nodes(parse(graph)).map(({ type }) => type)).toEqual(['root', 'code']);
        for (const line of graph.split('\n').slice(2, -1)) {
          expect(line).toMatch(/^ {2}n\d+(?:\(\["[^"]*"\]\)|\["[^"]*"\]|\{\{"[^"]*"\}\}| [-=]=?-?> n\d+)$/);
        }
      }),
      { numRuns: runs(100) },
    );
  });
});

const gain = (verb: string, target: string, severity: Severity | undefined, where = 'in every namespace') => ({
  what: `${verb} ${target} ${where}`,
  verbs: [verb],
  target,
  where,
  severity,
});

describe('who can do more, and less', () => {
  const access: Access = {
    gained: [
      {
        scope: 'prod',
        subject: 'ServiceAccount ci/deployer',
        permissions: [
          gain('get', 'secrets', 'critical'),
          ...Array.from({ length: 6 }, (_, index) => gain('get', `thing${index}`, 'low')),
        ],
        more: 4,
      },
    ],
    lost: [
      {
        scope: 'prod',
        subject: 'Group ops',
        permissions: [gain('delete', 'pods', undefined, 'in namespace shop')],
        more: 0,
      },
    ],
    paths: [path()],
  };

  test('is listed by subject, and drawn', () => {
    const markdown = renderMarkdown(reportWith({}, { access }), { bytes: 100_000 });
    expect(markdown).toContain('<summary><b>Who can do more:</b> 1 subject</summary>');
    expect(markdown).toContain(
      '- **ServiceAccount ci/deployer**<br>🔴 get secrets in every namespace<br>🔵 get thing0',
    );
    expect(markdown).toContain('<br>and 6 more');
    expect(markdown).toContain('- **Group ops**<br>delete pods in namespace shop');
    expect(markdown).toContain('```mermaid\nflowchart LR');
    expect(renderMarkdown(reportWith(), { bytes: 100_000 })).not.toContain('Who can');
  });
});
