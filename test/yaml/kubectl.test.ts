import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { resourcesOf } from '../../src/kube/resources.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { limits } from './limits.ts';

interface Answer {
  readonly name: string;
  /** base64 */
  readonly input: string;
  readonly refused: boolean;
  readonly objects: readonly Record<string, unknown>[];
}

/** What kubectl 1.32 said; written by freeze-kubectl-answers.mjs. */
const answers: readonly Answer[] = JSON.parse(readFileSync(join(import.meta.dirname, 'kubectl-answers.json'), 'utf8'));

/** kubectl reads these; we report them as unreadable rather than guess. */
const reported = [
  `v: "\\'"`,
  '? "\\\'"',
  'm:\n  "\\\'"',
  'v: [a, b:]',
  'v: [?a]',
  'v: "a"#c',
  'v: &b:c 1',
  '"a":"�"',
  'a: "�"',
];

function read(input: string) {
  const { documents, unreadable } = parseYaml(Buffer.from(input, 'base64'), limits);
  const resources = documents.flatMap((document) => resourcesOf(document, 'f.yaml'));
  const objects = resources.map(({ value, kind, apiVersion }) => ({ ...value, apiVersion, kind }));
  return { objects: JSON.parse(JSON.stringify(objects)), unreadable };
}

const show = (input: string): string => JSON.stringify(Buffer.from(input, 'base64').toString().slice(-60));

describe('agrees with kubectl', () => {
  const accepted = answers.filter((answer) => !answer.refused);
  const text = (answer: Answer): string => Buffer.from(answer.input, 'base64').toString();
  const isReported = (answer: Answer): boolean => reported.some((part) => text(answer).includes(part));

  test('there are enough cases', () => {
    expect(accepted.length).toBeGreaterThan(300);
    expect(accepted.filter(isReported).length).toBeLessThan(10);
  });

  test.each(accepted.filter((a) => !isReported(a)).map((a) => [show(a.input), a] as const))('on %s', (_, answer) => {
    const { objects, unreadable } = read(answer.input);
    expect(unreadable).toEqual([]);
    // We read on where kubectl ignores what follows `...`.
    expect(objects.slice(0, answer.objects.length)).toEqual(answer.objects);
    if (!text(answer).includes('...')) expect(objects).toHaveLength(answer.objects.length);
  });

  test.each(accepted.filter(isReported).map((a) => [show(a.input), a] as const))('or reports %s', (_, answer) => {
    expect(read(answer.input).unreadable).not.toEqual([]);
  });

  test.each(answers.filter((a) => a.refused).map((a) => [show(a.input), a] as const))(
    'and hides nothing of %s, which kubectl refuses',
    (_, answer) => {
      const { objects, unreadable } = read(answer.input);
      expect(objects.length + unreadable.length).toBeGreaterThanOrEqual(Math.max(answer.objects.length, 0));
      for (const object of answer.objects) expect(objects).toContainEqual(object);
    },
  );
});

const isInstalled = spawnSync('kubectl', ['version', '--client']).status === 0;

(isInstalled ? test : test.skip)('the frozen answers are what kubectl says today', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kubectl-'));
  try {
    const files = answers
      .filter((answer) => !answer.refused && answer.objects.length === 1)
      .map(({ name, input }) => {
        writeFileSync(join(folder, `${name}.yaml`), Buffer.from(input, 'base64'));
        return ['-f', join(folder, `${name}.yaml`)];
      });
    const { stdout } = spawnSync('kubectl', ['annotate', '--local', 'x=1', '-o', 'json', ...files.flat()], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: folder },
      maxBuffer: 1 << 26,
    });
    const said = JSON.parse(`[${stdout.trim().replaceAll('\n}\n{', '\n},\n{')}]`);
    for (const object of said) delete object.metadata.annotations;
    const frozen = answers.filter((answer) => !answer.refused && answer.objects.length === 1);
    expect(said).toEqual(frozen.map((answer) => answer.objects[0]));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
