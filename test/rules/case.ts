import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import type { Evidence } from '../../src/rules/evidence.ts';
import type { Observation, Rule } from '../../src/rules/rule.ts';
import { compareSeverity } from '../../src/severity.ts';
import { evidenceOfFolders } from './evidence.ts';
import { readFolder } from './memory-repository.ts';

/** All that a rule may look at, for the case in `folder`: `before/`, `after/` and perhaps a `policy.yaml`. */
export async function readCase(folder: string): Promise<Evidence> {
  const before = readFolder(join(folder, 'before'));
  const after = readFolder(join(folder, 'after'));
  const policy = casePolicy(join(folder, 'policy.yaml'));
  return (await evidenceOfFolders(before, after, policy)).evidence;
}

function casePolicy(file: string): Policy {
  if (!existsSync(file)) return defaultPolicy;
  const { policy, problems } = readPolicy(readFileSync(file), 'policy.yaml');
  if (problems.length > 0) throw new Error(`${file}: ${JSON.stringify(problems)}`);
  return policy;
}

/** What `rule` sees in the case, a line each, as expected.txt has them. */
export async function observeCase(folder: string, rule: Rule): Promise<string[]> {
  const evidence = await readCase(folder);
  return [...rule.check(evidence)]
    .sort((a, b) => compareObservations(a, b, rule))
    .map((o) => `${place(o)} ${o.severity ?? rule.severity} ${rule.id} ${o.message}`);
}

function place({ position, commit }: Observation): string {
  return position === undefined ? (commit ?? '-') : `${position.file}:${position.line}:${position.column}`;
}

function compareObservations(a: Observation, b: Observation, rule: Rule): number {
  const [fileA, fileB] = [a.position?.file ?? '', b.position?.file ?? ''];
  if (fileA !== fileB) return fileA < fileB ? -1 : 1;
  return (
    (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
    (a.position?.column ?? 0) - (b.position?.column ?? 0) ||
    compareSeverity(a.severity ?? rule.severity, b.severity ?? rule.severity) ||
    (a.message < b.message ? -1 : 1)
  );
}
