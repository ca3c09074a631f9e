import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ObjectIdentity, Position } from '../../src/kube/resource.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { analysePosture } from '../../src/posture/judge/analyse-posture.ts';
import type { Evidence } from '../../src/rules/evidence.ts';
import type { Observation, OtherPlace, Rule } from '../../src/rules/rule.ts';
import { compareSeverity } from '../../src/severity.ts';
import { around, goodGithub } from '../posture/sample.ts';
import { evidenceOfFolders } from './evidence.ts';
import { readFolder } from './memory-repository.ts';

/** All that a rule may look at, for the case in `folder`: `before/`, `after/`, perhaps a `policy.yaml`, what a forge says (`posture.json`), and what commits leave in `commits/1/` and so on. */
export async function readCase(folder: string): Promise<Evidence> {
  const before = readFolder(join(folder, 'before'));
  const after = readFolder(join(folder, 'after'));
  const policy = casePolicy(join(folder, 'policy.yaml'));
  const commits = join(folder, 'commits');
  const names = existsSync(commits) ? readdirSync(commits).sort() : [];
  const between = names.map((name) => readFolder(join(commits, name)));
  const { evidence } = await evidenceOfFolders(before, after, policy, between);
  return { ...evidence, posture: casePosture(join(folder, 'posture.json'), policy) };
}

/** What a forge says of the repository, where it is not as it should be, and what of the repository makes that matter. */
function casePosture(file: string, { posture }: Policy): Evidence['posture'] {
  if (!existsSync(file)) return undefined;
  const { facts, around: more } = JSON.parse(readFileSync(file, 'utf8'));
  return analysePosture({ ...goodGithub, ...facts }, { ...around, approvals: posture.approvals, ...more });
}

/** The policy of a case, the built-in one where it has none. */
export function casePolicy(file: string): Policy {
  if (!existsSync(file)) return defaultPolicy;
  const { policy, problems } = readPolicy(readFileSync(file), 'policy.yaml');
  if (problems.length > 0) throw new Error(`${file}: ${JSON.stringify(problems)}`);
  return policy;
}

/** What `rule` sees in the case, as expected.txt has it: a headline for each finding, below it all else it says. */
export async function observeCase(folder: string, rule: Rule): Promise<string[]> {
  const evidence = await readCase(folder);
  return [...rule.check(evidence)]
    .sort((a, b) => compareObservations(a, b, rule))
    .flatMap((o) => [
      `${o.position ? place(o.position) : (o.commit ?? '-')} ${o.severity ?? rule.severity} ${rule.id} ${oneLine(o.message)}`,
      ...below(o).map(([name, text]) => `  ${name}: ${oneLine(text)}`),
    ]);
}

/** Every part of an observation that its headline lacks, in the order of expected.txt. */
function below(o: Observation): (readonly [name: string, text: string])[] {
  const [object, identity] = [o.object, o.identity].map((each) => each && objectName(each));
  const each = (name: string, texts: readonly string[] = []) => texts.map((text) => [name, text] as const);
  return [
    ...each('fix', [o.remedy]),
    ...each('detail', o.details),
    ...each('excerpt', o.excerpt === undefined ? [] : [o.excerpt]),
    ...each('example', o.example === undefined ? [] : [o.example]),
    ...each('suggestion', o.suggestion === undefined ? [] : [o.suggestion]),
    ...each('to line', o.endLine === undefined ? [] : [String(o.endLine)]),
    ...each('also', o.places?.map(otherPlace)),
    ...each('removed at', o.removedAt ? [place(o.removedAt)] : []),
    ...each('references', o.references?.length ? [o.references.join(', ')] : []),
    ...each('scope', o.scope === undefined ? [] : [o.scope]),
    ...each('object', object === undefined ? [] : [object]),
    ...each('identity', identity === undefined || identity === object ? [] : [identity]),
    ...each('subject', [o.subject.join(' › ')]),
  ];
}

function otherPlace({ object, field, ...position }: OtherPlace): string {
  return [place(position), ...(object ? [objectName(object)] : []), ...(field === undefined ? [] : [field])].join(' ');
}

/** A tilde follows a place that is a guess. */
function place({ file, line, column, isGuess }: Position): string {
  return `${file}:${line}:${column}${isGuess ? '~' : ''}`;
}

/** `Secret shop/db`, `ClusterRole.rbac.authorization.k8s.io view`. */
function objectName({ group, kind, namespace, name }: ObjectIdentity): string {
  return `${kind}${group === '' ? '' : `.${group}`} ${namespace === undefined ? '' : `${namespace}/`}${name}`.trimEnd();
}

/** The text, in JSON where it has line breaks or other controls. */
function oneLine(text: string): string {
  return /[\p{Cc}\u2028\u2029]/u.test(text) ? JSON.stringify(text) : text;
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
