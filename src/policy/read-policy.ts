import { clipped } from '../clipped.ts';
import type { Document, Place, YamlFile, YamlLimits } from '../yaml/document.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import { defaultPolicy } from './defaults.ts';
import type { DeclaredRole, IgnoreEntry, Policy, RenderPolicy, SignaturePolicy } from './policy.ts';
import type { RuleLevel } from './rule-levels.ts';
import { type PolicyFile, policyShape } from './shape/policy-shape.ts';
import type { Complain } from './shape/shape.ts';

/** One thing wrong with a policy file: where, what, and how to fix it. Never quotes more than a key of the file. */
export interface PolicyProblem extends Place {
  readonly file: string;
  readonly what: string;
  readonly fix: string;
}

/** A policy file as read. With problems, the policy is the built-in defaults. */
export interface PolicyReading {
  readonly policy: Policy;
  /** Sorted by line and column. */
  readonly problems: readonly PolicyProblem[];
  /** The file's one document, to find the line of a key; undefined where it holds none. */
  readonly document: Document | undefined;
}

/** Bounds on the policy file itself: it is read before any policy holds. */
const limits: YamlLimits = { bytes: 1024 * 1024, documents: 10, depth: 30, aliases: 100, expandedNodes: 100_000 };

/**
 * Reads `policy.yaml`, listing every problem at once; never throws. `bytes` undefined: there is no such file and the
 * built-in defaults hold. `path` is the file's path in the tree. Ids of rules are checked where `ruleIds` names them.
 */
export function readPolicy(bytes: Uint8Array | undefined, path: string, ruleIds?: readonly string[]): PolicyReading {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
  const defaults = { ...defaultPolicy, folder };
  if (bytes === undefined) return { policy: defaults, problems: [], document: undefined };
  const yaml = parseYaml(bytes, limits);
  const document = yaml.documents[0];
  const problems = unreadable(yaml, path);
  const complain: Complain = (at, on, what, fix) => {
    const place = (on === 'key' ? document?.at(at) : document?.valueAt(at)) ?? { line: 1, column: 1 };
    problems.push({ file: path, line: place.line, column: place.column, what, fix });
  };
  const file = policyShape(ruleIds).read(document?.value ?? null, [], complain);
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  const lineOf = (index: number) => document?.at(['ignore', index]).line ?? 1;
  const policy = file && problems.length === 0 ? { ...build(file, lineOf), source: path, folder } : defaults;
  return { policy, problems, document };
}

/** What keeps the file from being one document of unambiguous keys. */
function unreadable(yaml: YamlFile, file: string): PolicyProblem[] {
  const problems = yaml.unreadable.map(({ line, column, reason, detail }) => {
    const fix = reason === 'bytes' ? 'a policy file has at most 1 MiB' : 'fix it; a YAML linter shows more of it';
    return { file, line, column, what: `cannot be read: ${detail}`, fix };
  });
  for (const { line } of yaml.documents.slice(1)) {
    problems.push({ file, line, column: 1, what: 'a second document', fix: 'keep one document in the file' });
  }
  for (const { path, place } of yaml.documents[0]?.duplicateKeys ?? []) {
    const what = `${clipped(String(path.at(-1)), 64)} is given twice`;
    problems.push({ file, line: place.line, column: place.column, what, fix: 'keep one of them' });
  }
  return problems;
}

function build(file: PolicyFile, lineOf: (index: number) => number): Omit<Policy, 'source' | 'folder'> {
  return {
    isBroken: false,
    failOn: file.failOn ?? defaultPolicy.failOn,
    failOnStated: file.failOn !== undefined,
    ...buildRules(file.rules ?? new Map()),
    branches: file.branches,
    signatures: buildSignatures(file.signatures),
    clusters: [...(file.clusters ?? [])].map(([name, paths]) => ({ name, paths })),
    roles: file.rbac?.roles?.map(buildRole) ?? [],
    kubernetesVersion: file.kubernetesVersion ?? defaultPolicy.kubernetesVersion,
    openshift: file.openshift,
    ignore: file.ignore?.map((entry, index) => buildIgnore(entry, lineOf(index))) ?? [],
    render: buildRender(file.render),
    secretFormats:
      file.secrets?.formats?.map(({ name, pattern, severity = 'critical' }) => ({ name, pattern, severity })) ?? [],
    ages: { ...defaultPolicy.ages, ...stated(file.ages ?? {}) },
    posture: { ...defaultPolicy.posture, ...stated(file.posture ?? {}) },
    limits: { ...defaultPolicy.limits, ...stated(file.limits ?? {}) },
  };
}

/** What is said of a rule as a whole, and what scope by scope. */
function buildRules(stated: NonNullable<PolicyFile['rules']>): Pick<Policy, 'rules' | 'rulesByScope'> {
  const rules = new Map<string, RuleLevel>();
  const rulesByScope = new Map<string, ReadonlyMap<string, RuleLevel>>();
  for (const [rule, level] of stated) {
    if (typeof level === 'string') rules.set(rule, level);
    else rulesByScope.set(rule, level);
  }
  return { rules, rulesByScope };
}

function buildSignatures(file: PolicyFile['signatures']): SignaturePolicy {
  const defaults = defaultPolicy.signatures;
  return {
    identity: file?.identity ?? defaults.identity,
    onPush: file?.onPush ?? defaults.onPush,
    signers: [...(file?.signers ?? [])].map(([key, { name = key, emails = [], roles = [] }]) => ({
      key,
      name,
      emails,
      roles,
    })),
    requirements:
      file?.require?.map(({ paths = [], rules = [], signers = [], roles = [] }) => ({
        paths,
        rules,
        signers,
        roles,
      })) ?? [],
    forge: { ...defaults.forge, ...stated(file?.forge ?? {}) },
    identities: file?.identities?.map(({ subject, issuer, roles = [] }) => ({ subject, issuer, roles })) ?? [],
  };
}

function buildRender(file: PolicyFile['render']): RenderPolicy {
  const { require = [], roots = [], repositories = [], seconds = defaultPolicy.render.seconds } = file ?? {};
  return {
    require,
    roots: roots.map(({ path, name, values = [], namespace, release }) => ({
      path,
      name: name ?? (values.length === 0 ? path : `${path} (${values.join(', ')})`),
      values,
      namespace,
      release,
    })),
    repositories,
    seconds,
  };
}

type Item<T> = NonNullable<T> extends readonly (infer I)[] ? I : never;

function buildRole({ kind, name, namespace, rules }: Item<NonNullable<PolicyFile['rbac']>['roles']>): DeclaredRole {
  return { kind, name, namespace, rules: rules.map(stated) };
}

function buildIgnore(entry: Item<PolicyFile['ignore']>, line: number): IgnoreEntry {
  const { rule, fingerprint, object, path, blob = [], reason, until } = entry;
  return { rule, fingerprint, object, path, blobs: blob, reason, until, line };
}

/** The keys that the file states, without those that are undefined. */
function stated<T extends object>(values: T): { [K in keyof T]: NonNullable<T[K]> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: NonNullable<T[K]> };
}
