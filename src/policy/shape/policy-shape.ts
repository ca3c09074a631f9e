import { nearest } from '../../nearest.ts';
import { isMapping } from '../../plain-values.ts';
import { severities } from '../../severity.ts';
import { postureChecks } from '../posture-checks.ts';
import { secretsShape } from './secrets-shape.ts';
import {
  checked,
  choice,
  integer,
  list,
  mapping,
  quote,
  record,
  type Schema,
  type Shape,
  text,
  truth,
} from './shape.ts';
import { signaturesShape } from './signatures-shape.ts';
import { branchGlob, glob, line, lineLike, objectName, scopeName, shortName } from './text-shapes.ts';

const fingerprint = text(
  /^[0-9a-f]{64}$/u,
  'a whole fingerprint (64 hex digits)',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '`gitops-gate ignore` prints the whole entry',
);
const blob = text(
  /^([0-9a-f]{40}|[0-9a-f]{64})$/u,
  'a blob id (40 or 64 hex digits)',
  'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
);
const kubernetesMinor = text(/^1\.[0-9]{1,3}$/u, 'a Kubernetes version', '1.34');
const anyText = text(/^[^\n]*$/u, 'text', 'get');

const day = checked(
  text(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u, 'a date, YYYY-MM-DD', '2026-12-31'),
  (value, path, complain) => {
    if (!isDay(value)) complain(path, 'value', 'a date that is not a day of the calendar', 'write YYYY-MM-DD');
  },
);

/** Whether YYYY-MM-DD is a day of the Gregorian calendar. */
export function isDay(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(`${value}T`);
}

type Level = (typeof severities)[number] | 'off';

/** `off` written without quotes is the boolean false to a YAML 1.1 reader, as kubectl is one. */
const level: Shape<Level> = {
  schema: { enum: [...severities, 'off', false] },
  read: (value, path, complain) => choice([...severities, 'off']).read(value === false ? 'off' : value, path, complain),
};

/** Levels by the names or globs of scopes. */
const levelsByScope = mapping(level, scopeName);

/** One level for all findings of a rule, or one for each scope. */
const ruleLevel: Shape<Level | ReadonlyMap<string, Level>> = {
  schema: { anyOf: [level.schema, { ...levelsByScope.schema, type: 'object', minProperties: 1 }] },
  read(value, path, complain) {
    if (!isMapping(value) && !Array.isArray(value)) return level.read(value, path, complain);
    if (isMapping(value) && Object.keys(value).length > 0) return levelsByScope.read(value, path, complain);
    const what = isMapping(value) ? 'names no scope' : 'is neither a severity nor a mapping of scopes to severities';
    const fix = `write one of ${severities.join(', ')}, off for all findings, or "SCOPE: SEVERITY" lines`;
    complain(path, 'value', `${quote(String(path.at(-1)))} ${what}`, fix);
    return undefined;
  },
};

/** One blob id, or several. */
const blobs: Shape<readonly string[]> = {
  schema: { anyOf: [blob.schema, list(blob, 1).schema] },
  read(value, path, complain) {
    if (Array.isArray(value)) return list(blob, 1).read(value, path, complain);
    const one = blob.read(value, path, complain);
    return one === undefined ? undefined : [one];
  },
};

function ruleIdShape(known: readonly string[] | undefined): Shape<string> {
  return checked(shortName, (id, path, complain) => {
    if (known === undefined || known.includes(id)) return;
    const meant = nearest(id, known);
    const fix = meant === undefined ? `rules: ${known.join(', ')}` : `did you mean ${meant}?`;
    complain(path, 'value', `unknown rule ${quote(id)}`, fix);
  });
}

function ignoreShape(ruleId: Shape<string>) {
  return checked(
    record({
      rule: { shape: ruleId, description: 'Id of the rule.', required: true },
      fingerprint: { shape: fingerprint, description: 'The finding’s whole fingerprint. A critical finding needs it.' },
      object: {
        shape: objectName,
        description: 'The object, as Kind/name or Kind/namespace/name; Kind.group works too.',
      },
      path: { shape: glob, description: 'Files. Never hides an RBAC finding by itself.' },
      blob: {
        shape: blobs,
        description: 'Blob id of the file (or files). A secret’s entry needs it: a changed file makes it count again.',
      },
      reason: { shape: line, description: 'Why it is accepted.', required: true },
      until: { shape: day, description: 'The last day it is accepted (UTC).', required: true },
    }),
    (entry, path, complain) => {
      if (entry.fingerprint === undefined && entry.object === undefined && entry.path === undefined) {
        complain(path, 'key', 'an ignore entry that selects nothing', 'name a fingerprint, an object or a path');
      }
    },
    { anyOf: [{ required: ['fingerprint'] }, { required: ['object'] }, { required: ['path'] }] },
  );
}

const role = checked(
  record({
    kind: { shape: choice(['Role', 'ClusterRole']), description: 'Role or ClusterRole.', required: true },
    name: { shape: lineLike('deployer'), description: 'Its metadata.name.', required: true },
    namespace: { shape: lineLike('ci'), description: 'Its namespace; a Role has one, a ClusterRole none.' },
    rules: {
      shape: list(
        record({
          apiGroups: { shape: list(anyText), description: 'API groups; "" is the core group.' },
          resources: { shape: list(anyText), description: 'Resources and subresources.' },
          verbs: { shape: list(anyText), description: 'Verbs.', required: true },
          resourceNames: { shape: list(anyText), description: 'Names the rule is limited to.' },
          nonResourceURLs: { shape: list(anyText), description: 'URLs that are not resources.' },
        }),
      ),
      description: 'What it grants, as in its manifest.',
      required: true,
    },
  }),
  ({ kind, namespace }, path, complain) => {
    if (kind === 'Role' && namespace === undefined) {
      complain(path, 'key', 'a Role lacks its namespace', 'name the namespace, or write ClusterRole');
    }
    if (kind === 'ClusterRole' && namespace !== undefined) {
      complain([...path, 'namespace'], 'key', 'a ClusterRole has no namespace', 'take it out, or write Role');
    }
  },
);

const limits = record(
  {
    bytes: { shape: integer(1, 2 ** 30), description: 'Bytes of one file. Default: 5242880.' },
    documents: { shape: integer(1, 1e6), description: 'Documents in one file. Default: 10000.' },
    depth: { shape: integer(1, 100), description: 'Nesting inside a document. Default: 100.' },
    aliases: { shape: integer(0, 1e6), description: 'Aliases in one document. Default: 1000.' },
    expandedNodes: { shape: integer(1, 1e9), description: 'Values reached through aliases. Default: 1000000.' },
    totalBytes: {
      shape: integer(1, 2 ** 40),
      description: 'Bytes read in one run; what changed may be half of them. Default: 1073741824.',
    },
    seconds: { shape: integer(1, 86_400), description: 'Seconds one run may take. Default: 300.' },
    findings: {
      shape: integer(1, 1e6),
      description: 'Findings that a report lists, the worst first; all count. Default: 5000.',
    },
  },
  'may be empty',
);

const posture = record(
  {
    approvals: {
      shape: integer(1, 10),
      description: 'How many people must approve a change to a delivered branch. Default: 1.',
    },
    require: {
      shape: list(choice(postureChecks)),
      description:
        'Checks that must be made: where the token lets one not be, the run could not be judged. Default: none.',
    },
  },
  'may be empty',
);

const ages = record(
  {
    secretDays: { shape: integer(1, 1e5), description: 'Days after which an encrypted secret is stale. Default: 365.' },
    refreshHours: {
      shape: integer(1, 1e6),
      description: 'Hours between two readings of a secret that is kept elsewhere. Default: 24.',
    },
    certificateDays: {
      shape: integer(0, 1e5),
      description: 'Days before its last one from which a certificate is stale. Default: 30.',
    },
  },
  'may be empty',
);

const renderRoot = record({
  path: { shape: lineLike('clusters/prod/shop'), description: 'Folder of the kustomization or chart.', required: true },
  name: { shape: lineLike('shop-prod'), description: 'What the report calls it. Default: its path.' },
  values: {
    shape: list(lineLike('charts/shop/values-prod.yaml')),
    description: 'Values files of a chart, as paths of the repository.',
  },
  namespace: { shape: lineLike('shop'), description: 'The namespace it is installed into.' },
  release: { shape: lineLike('shop'), description: 'The name of the release. Default: the chart’s.' },
});

const render = record(
  {
    require: { shape: list(glob), description: 'kustomize and Helm roots that must be rendered.' },
    roots: { shape: list(renderRoot), description: 'Roots that the repository alone does not show.' },
    repositories: {
      shape: list(lineLike('https://git.example.org/acme/gitops')),
      description: 'URLs that mean this repository, alongside the forge’s own.',
    },
    seconds: { shape: integer(1, 3600), description: 'Seconds that rendering may take in one run. Default: 120.' },
  },
  'may be empty',
);

const rbac = record(
  { roles: { shape: list(role), description: 'Roles that bindings name and that are not in the repository.' } },
  'may be empty',
);

/** Every key of policy.yaml: the reader and the published schema follow from it. Ids of rules are checked where they are known. */
export function policyShape(ruleIds?: readonly string[]) {
  const ruleId = ruleIdShape(ruleIds);
  return record(
    {
      version: { shape: integer(1, 1), description: 'Version of this format: 1.' },
      failOn: {
        shape: choice([...severities, 'never']),
        description: 'The least severity that blocks; `never` only reports. Default: high.',
      },
      rules: {
        shape: mapping(ruleLevel, ruleId),
        description:
          'Severity of a rule’s findings, or off, by the rule’s id; as a mapping by the scope they are in, each by its name or a glob.',
      },
      branches: {
        shape: list(branchGlob, 1),
        description:
          'The branches that clusters are delivered from, by name or glob. A change into another one could not be judged. The default branch’s policy must allow it too.',
      },
      signatures: { shape: signaturesShape(ruleId), description: 'How commits must be signed.' },
      clusters: {
        shape: mapping(list(glob, 1), line),
        description: 'Which paths make up one cluster: nothing in one ever excuses anything in another.',
      },
      rbac: { shape: rbac, description: 'What the repository does not show of RBAC.' },
      kubernetesVersion: {
        shape: kubernetesMinor,
        description: 'Whose default roles hold, in quotes. Default: "1.34".',
      },
      openshift: {
        shape: truth,
        description: 'Whether OpenShift’s default roles hold too. Default: where the repository shows OpenShift.',
      },
      ignore: { shape: list(ignoreShape(ruleId)), description: 'Findings that are accepted, each until a day.' },
      render: { shape: render, description: 'Rendering.' },
      secrets: { shape: secretsShape, description: 'What is a secret.' },
      ages: { shape: ages, description: 'From when on `audit --ages` calls secrets stale.' },
      posture: { shape: posture, description: 'How the repository must be set up on its forge.' },
      limits: { shape: limits, description: 'Bounds on what is read. What is over one is reported, not passed over.' },
    },
    'may be empty',
  );
}

/** policy.yaml as its shape reads it. */
export type PolicyFile = ReturnType<typeof policyShape> extends Shape<infer T> ? T : never;

/** The published JSON Schema, `policy.schema.json`. */
export const policySchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'gitops-gate policy',
  description: 'The file .gitops-gate/policy.yaml.',
  ...policyShape().schema,
};
