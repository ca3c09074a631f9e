import { describe, expect, test } from '@jest/globals';
import {
  isControlFile,
  isGitlabPipeline,
  isLocalAction,
  isOtherPipeline,
  isPipeline,
  isSameFolder,
  isWorkflow,
} from '../../src/posture/model/control-files.ts';
import { runsGate } from '../../src/posture/model/runs-gate.ts';
import { asList, mentionsGate, readGitlabPipeline, readYamlObject } from '../../src/posture/model/yaml-object.ts';

describe('a path', () => {
  const kinds = { isWorkflow, isLocalAction, isGitlabPipeline, isOtherPipeline };
  test.each<[string, readonly (keyof typeof kinds)[]]>([
    ['.github/workflows/a.yml', ['isWorkflow']],
    ['.gitea/workflows/a.yaml', ['isWorkflow']],
    ['.forgejo/workflows/a.yaml', ['isWorkflow']],
    ['x/.github/workflows/a.yml', []],
    ['.github/workflows/b/a.yml', []],
    ['.github/workflows/a.yml.md', []],
    ['action.yml', ['isLocalAction']],
    ['a/b/action.yaml', ['isLocalAction']],
    ['reaction.yml', []],
    ['action.yml/x', []],
    ['.gitlab-ci.yml', ['isGitlabPipeline']],
    ['gitlab-ci.yaml', ['isGitlabPipeline']],
    ['a/b.gitlab-ci.yml', ['isGitlabPipeline']],
    ['my-gitlab-ci.yml', []],
    ['.gitlab-ci.yml.md', []],
    ['.gitlab/a.yml', ['isGitlabPipeline']],
    ['.gitlab-ci/a/b.yaml', ['isGitlabPipeline']],
    ['ci/a.yml', ['isGitlabPipeline']],
    ['.ci/a.yml', ['isGitlabPipeline']],
    ['x/ci/a.yml', []],
    ['ci/a.yml.md', []],
    ['bitbucket-pipelines.yml', ['isOtherPipeline']],
    ['.woodpecker.yaml', ['isOtherPipeline']],
    ['.circleci/config.yml', ['isOtherPipeline']],
    ['x/.circleci/config.yml', []],
    ['.circleci/config.yml.md', []],
    ['.azure-pipelines/a.yml', ['isOtherPipeline']],
    ['.azuredevops/a/b.yml', ['isOtherPipeline']],
    ['.woodpecker/a.yml', ['isOtherPipeline']],
    ['.buildkite/a.yml', ['isOtherPipeline']],
    ['x/.buildkite/a.yml', []],
    ['.buildkite/a.yml.md', []],
    ['azure-pipelines.yml', ['isOtherPipeline']],
    ['a/azure-pipelines-prod.yaml', ['isOtherPipeline']],
    ['my-azure-pipelines.yml', []],
    ['azure-pipelines.yml.md', []],
  ])('%s is that of %j', (path, expected) => {
    const all = Object.entries(kinds).flatMap(([kind, is]) => (is(path) ? [kind] : []));
    expect(all).toEqual(expected);
    expect([isPipeline(path), isControlFile(path)]).toEqual([expected.length > 0, expected.length > 0]);
  });

  test.each(['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'])(
    '%s says who reviews, and is no pipeline',
    (path) => expect([isControlFile(path), isPipeline(path)]).toEqual([true, false]),
  );

  test('of a workflow is in the folder of another or not', () => {
    expect(isSameFolder('.github/workflows/a.yml', '.github/workflows/b.yml')).toBe(true);
    expect(isSameFolder('.github/workflows/a.yml', '.gitea/workflows/a.yml')).toBe(false);
    expect(isSameFolder('a/x.yml', 'b/x.yml')).toBe(false);
  });
});

describe('a file that is one mapping', () => {
  const values = (text: string) => [readYamlObject, readGitlabPipeline].map((read) => read(Buffer.from(text))?.value);
  test.each<[string, unknown, unknown]>([
    ['a: 1\n', { a: 1 }, { a: 1 }],
    ['', undefined, undefined],
    ['- a\n', undefined, undefined],
    ['a: [\n', undefined, undefined],
    ['spec: {inputs: {}}\n---\nb: 2\n', undefined, { b: 2, spec: { inputs: {} } }],
    ['- a\n---\nb: 2\n', undefined, undefined],
    ['a: 1\n---\n- b\n', undefined, undefined],
    ['a: 1\n---\nb: 2\n---\nc: 3\n', undefined, undefined],
    ['a: 1\n---\nb: [\n', undefined, undefined],
    ['a: 1\n---\nb: 2\n---\nc: [\n', undefined, undefined],
  ])('%j', (text, plain, pipeline) => {
    expect(values(text)).toEqual([plain, pipeline]);
  });
});

test('a list is itself, nothing is an empty one, and anything else is a list of one', () => {
  expect([undefined, null, [1, 2], 'a', 0, ''].map(asList)).toEqual([[], [], [1, 2], ['a'], [0], ['']]);
});

test('what speaks of the gate, whatever its case', () => {
  const all = [{ uses: 'acme/GitOps-Gate@v1' }, ['gitopsgate'], 'gitops', undefined, { a: 1 }];
  expect(all.map(mentionsGate)).toEqual([true, true, false, false, false]);
});

test('a job runs the gate by its name, or by a local file that does, itself or in a step', () => {
  const local = new Set(['./gate']);
  const all: unknown[] = [
    { run: 'gitops-gate check' },
    { uses: './gate' },
    { steps: [{ run: 'x' }, { uses: './gate' }] },
    { steps: [{ uses: './gate' }, { uses: './other' }] },
    { steps: { uses: './gate' } },
    { uses: './other' },
    { uses: 7 },
    { uses: ['./gate'] },
    {},
    './gate',
  ];
  expect(all.map((each) => runsGate(each, local))).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});
