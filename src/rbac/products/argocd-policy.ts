import type { Path } from '../../yaml/document.ts';

/** One line of Argo CD's policy: `p, subject, resource, action, object, effect` or `g, user, role`. */
export interface ArgocdPolicyLine {
  readonly type: string;
  readonly fields: readonly string[];
  /** Where it is in the object that states it. */
  readonly path: Path;
}

/**
 * Reads the lines of a policy, each a record of comma-separated values as Go's encoding/csv reads one (argo-cd, util/rbac,
 * loadPolicyLine): a field may be in quotes, in which a comma is one and a quote is written twice. What that refuses is read all the
 * same: a policy that we take for broken is not one that grants nothing.
 */
export function readArgocdPolicy(text: string, path: Path): readonly ArgocdPolicyLine[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) return [];
    const [type = '', ...fields] = fieldsOf(trimmed);
    return [{ type, fields, path: lines.length > 1 ? [...path, index] : path }];
  });
}

function fieldsOf(line: string): readonly string[] {
  if (!line.includes('"')) return line.split(',').map((field) => field.trim());
  const fields = line.matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))/g);
  return [...fields].map(([, quoted, plain = '']) =>
    (quoted?.replaceAll('""', '"') ?? plain.replaceAll('"', '')).trim(),
  );
}
