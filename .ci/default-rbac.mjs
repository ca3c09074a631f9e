/**
 * Writes the roles and bindings that clusters begin with, by version: src/rbac/state/default-rbac.data.ts of Kubernetes,
 * src/rbac/state/openshift-rbac.data.ts of what OpenShift adds.
 *
 * Usage: node .ci/default-rbac.mjs kubernetes VERSION=DIRECTORY…
 * where DIRECTORY is plugin/pkg/auth/authorizer/rbac/bootstrappolicy/testdata of that Kubernetes version,
 * e.g. from `go mod download -json k8s.io/kubernetes@v1.34.0`.
 *
 * Usage: node .ci/default-rbac.mjs openshift VERSION=DIRECTORY…
 * where DIRECTORY holds, of the branch release-VERSION of each of these repositories of github.com/openshift,
 * - bootstrappolicy.json: what Policy() of openshift-apiserver's package pkg/bootstrappolicy returns, as JSON
 *   (a main function of three lines, `go run -mod=vendor`);
 * - the manifests of cluster-kube-apiserver-operator's bindata/bootkube/scc-manifests;
 * - the roles (*role*.yaml) of cluster-monitoring-operator's assets/cluster-monitoring-operator;
 * - deployer-clusterrole.yaml of cluster-openshift-controller-manager-operator's bindata/assets/openshift-controller-manager.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, loadAll } from 'js-yaml';

const kubernetesFiles = [
  'cluster-roles.yaml',
  'controller-roles.yaml',
  'namespace-roles.yaml',
  'cluster-role-bindings.yaml',
  'controller-role-bindings.yaml',
  'namespace-role-bindings.yaml',
];

const platforms = {
  kubernetes: {
    file: 'default-rbac.data.ts',
    source: "Kubernetes' plugin/pkg/auth/authorizer/rbac/bootstrappolicy/testdata",
    names: ['defaultRbacVersions', 'defaultRbacData'],
    what: 'The Kubernetes versions whose default roles and bindings are known',
    objects: (directory) =>
      kubernetesFiles.flatMap((file) => load(readFileSync(join(directory, file), 'utf8')).items.map(compact)),
  },
  openshift: {
    file: 'openshift-rbac.data.ts',
    source:
      'openshift-apiserver, cluster-kube-apiserver-operator, cluster-monitoring-operator and cluster-openshift-controller-manager-operator of github.com/openshift',
    names: ['openshiftVersions', 'openshiftData'],
    what: 'The OpenShift versions whose default roles, bindings and constraints are known',
    objects: openshiftObjects,
  },
};

const [platform, ...rest] = process.argv.slice(2);
const { file, source, names, what, objects } = platforms[platform] ?? {};
if (file === undefined || rest.length === 0) {
  console.error(`usage: node .ci/default-rbac.mjs ${Object.keys(platforms).join('|')} VERSION=DIRECTORY…`);
  process.exit(2);
}

const versions = rest.map((argument) => argument.split('='));
/** Each distinct object → the bit set of the versions that have it. */
const bits = new Map();
for (const [index, [, directory]] of versions.entries()) {
  for (const object of objects(directory)) {
    const text = JSON.stringify(object);
    bits.set(text, (bits.get(text) ?? 0) | (1 << index));
  }
}

/** Leaves out what every default object has: the API version, the autoupdate annotation, the bootstrapping label. */
function compact({ kind, metadata, aggregationRule, rules, roleRef, subjects }) {
  const { 'kubernetes.io/bootstrapping': _, ...labels } = metadata.labels ?? {};
  return {
    kind,
    name: metadata.name,
    namespace: metadata.namespace,
    labels: Object.keys(labels).length > 0 ? labels : undefined,
    aggregationRule,
    rules: rules ?? undefined,
    roleRef: roleRef && { kind: roleRef.kind, name: roleRef.name },
    subjects: subjects?.map(({ kind, name, namespace }) => ({ kind, name, namespace })),
  };
}

/** Roles and bindings, and constraints on pods with all that says what pods may do. */
function openshiftObjects(directory) {
  const policy = JSON.parse(readFileSync(join(directory, 'bootstrappolicy.json'), 'utf8'));
  const ofKind = (kind, list) => list.map((item) => ({ ...item, kind }));
  const stated = [
    ...ofKind('ClusterRole', policy.ClusterRoles),
    ...ofKind('ClusterRoleBinding', policy.ClusterRoleBindings),
    ...ofKind('Role', Object.values(policy.Roles).flat()),
    ...ofKind('RoleBinding', Object.values(policy.RoleBindings).flat()),
    ...manifests(directory),
  ];
  return stated.flatMap((item) => {
    if (/^(Cluster)?Role(Binding)?$/.test(item.kind)) return compact(item);
    return item.kind === 'SecurityContextConstraints' ? constraints(item) : [];
  });
}

/** Objects of all files. Descriptions are cut out: some are quoted in a way that only Go's YAML reader takes. */
function manifests(directory) {
  const files = readdirSync(directory, { recursive: true }).filter((name) => name.endsWith('.yaml'));
  return files.sort().flatMap((name) => {
    const text = readFileSync(join(directory, name), 'utf8');
    return loadAll(text.replace(/^ {4}kubernetes\.io\/description:[\s\S]*?(?=^ {0,2}\w)/gm, '')).filter(Boolean);
  });
}

function constraints({ kind, metadata, apiVersion: _, users: __, groups: ___, priority: ____, ...fields }) {
  return { kind, name: metadata.name, constraints: fields };
}

const quote = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const lines = [...bits].map(([text, set]) => `  [${set}, ${quote(text)}],`).sort();
const target = new URL(`../src/rbac/state/${file}`, import.meta.url);
writeFileSync(
  target,
  `// Written by .ci/default-rbac.mjs; facts from ${source}.

/** ${what}, oldest first. */
export const ${names[0]}: readonly string[] = [${versions.map(([version]) => quote(version)).join(', ')}];

/** Bit set of the versions (by index above) that have the object, and the object as JSON. */
export const ${names[1]}: readonly (readonly [number, string])[] = [
${lines.join('\n')}
];
`,
);
