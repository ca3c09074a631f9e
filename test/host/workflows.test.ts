import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { lintWorkflow, schemaErrors, unpinned } from './lint-workflow.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const workflows = readdirSync(join(root, '.github/workflows')).map((name) => `.github/workflows/${name}`);

interface Job {
  readonly permissions?: unknown;
  readonly steps?: readonly { readonly uses?: string; readonly with?: Record<string, unknown> }[];
}

test('the linters find what is wrong', async () => {
  const bad = 'on: pushh\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v7\n';
  expect(await lintWorkflow(bad)).toEqual([expect.stringContaining('unknown Webhook event "pushh"')]);
  expect(schemaErrors('github-workflow', load(bad))).not.toEqual([]);
  expect(schemaErrors('github-action', { name: 'x', runs: { using: 'node24' } })).not.toEqual([]);
  expect(unpinned(bad)).toEqual(['actions/checkout@v7']);
});

test('action.yml is what GitHub reads', () => {
  expect(schemaErrors('github-action', load(read('action.yml')))).toEqual([]);
});

describe.each(workflows)('%s', (path) => {
  const text = read(path);
  const workflow = load(text) as { permissions?: unknown; jobs: Record<string, Job> };
  const jobs = Object.values(workflow.jobs);

  test('passes actionlint and the schema', async () => {
    expect(await lintWorkflow(text)).toEqual([]);
    expect(schemaErrors('github-workflow', workflow)).toEqual([]);
  });

  test('pins every action by commit', () => {
    expect(text).toContain('uses:');
    expect(unpinned(text)).toEqual([]);
  });

  test('begins with no permission that writes', () => {
    expect([{}, { contents: 'read' }]).toContainEqual(workflow.permissions);
  });

  test('leaves no credentials in a checkout', () => {
    const checkouts = jobs.flatMap((job) => job.steps ?? []).filter((s) => s.uses?.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(0);
    for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false });
  });
});

test.each(['gitlab-component/Containerfile', 'gitlab-component/.gitlab-ci.yml'])('%s pins every image', (path) => {
  const images = [...read(path).matchAll(/^(?:FROM|\s+image:)\s+(\S+)/gm)].map(([, image = '']) => image);
  expect(images.length).toBeGreaterThan(1);
  for (const image of images) expect(image).toMatch(/@sha256:[0-9a-f]{64}$/);
});
