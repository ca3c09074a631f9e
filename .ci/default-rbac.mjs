/**
 * Writes src/rbac/state/default-rbac.data.ts: Kubernetes' own roles and bindings, by version.
 * Usage: node .ci/default-rbac.mjs VERSION=DIRECTORY…
 * where DIRECTORY is plugin/pkg/auth/authorizer/rbac/bootstrappolicy/testdata of that Kubernetes version,
 * e.g. from `go mod download -json k8s.io/kubernetes@v1.34.0`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';

const files = [
  'cluster-roles.yaml',
  'controller-roles.yaml',
  'namespace-roles.yaml',
  'cluster-role-bindings.yaml',
  'controller-role-bindings.yaml',
  'namespace-role-bindings.yaml',
];

const versions = process.argv.slice(2).map((argument) => argument.split('='));
/** Each distinct object → the bit set of the versions that have it. */
const objects = new Map();
for (const [index, [, directory]] of versions.entries()) {
  for (const file of files) {
    for (const item of load(readFileSync(join(directory, file), 'utf8')).items) {
      const text = JSON.stringify(compact(item));
      objects.set(text, (objects.get(text) ?? 0) | (1 << index));
    }
  }
}

/** Leaves out what every default object has: the API version, the autoupdate annotation, the bootstrapping label. */
function compact({ kind, metadata, aggregationRule, rules, roleRef, subjects }) {
  const { 'kubernetes.io/bootstrapping': _, ...labels } = metadata.labels;
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

const quote = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const lines = [...objects].map(([text, bits]) => `  [${bits}, ${quote(text)}],`).sort();
writeFileSync(
  new URL('../src/rbac/state/default-rbac.data.ts', import.meta.url),
  `// Written by .ci/default-rbac.mjs; facts from Kubernetes' plugin/pkg/auth/authorizer/rbac/bootstrappolicy/testdata.

/** The Kubernetes versions whose default roles and bindings are known, oldest first. */
export const defaultRbacVersions: readonly string[] = [${versions.map(([version]) => quote(version)).join(', ')}];

/** Bit set of the versions (by index above) that have the object, and the object as JSON. */
export const defaultRbacData: readonly (readonly [number, string])[] = [
${lines.join('\n')}
];
`,
);
