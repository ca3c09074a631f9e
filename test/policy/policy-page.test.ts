import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { policySchema } from '../../src/policy/shape/policy-shape.ts';

const page = readFileSync(join(import.meta.dirname, '../../src/policy/policy.md'), 'utf8');

interface Part {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Part>>;
  readonly items?: Part;
  readonly additionalProperties?: Part | boolean;
}

function rowsOf({ properties = {}, items, additionalProperties }: Part, path = ''): string[] {
  return [
    ...Object.entries(properties).flatMap(([key, part]) => {
      const own = path === '' ? key : `${path}.${key}`;
      return [`| \`${own}\` | ${part.description} |`, ...rowsOf(part, own)];
    }),
    ...(items ? rowsOf(items, `${path}[]`) : []),
    ...(typeof additionalProperties === 'object' ? rowsOf(additionalProperties, `${path}.*`) : []),
  ];
}

test('the page lists every key as the schema describes it, and no other', () => {
  const rows = page
    .slice(page.indexOf('## Keys'), page.indexOf('## Mistakes'))
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.map((row) => row.replace(/ +\|/g, ' |'))).toEqual(rowsOf(policySchema));
});

test('the example on the page is good', () => {
  const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const { problems, policy } = readPolicy(Buffer.from(example), '.gitops-gate/policy.yaml', ['placeholder-secret']);
  expect(problems).toEqual([]);
  expect(policy.clusters).toHaveLength(1);
});
