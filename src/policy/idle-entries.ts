import type { IgnoreEntry, Policy } from './policy.ts';

/**
 * What a valid policy states and that holds for nobody, or for nothing: roles that nobody has, entries of `ignore` that are expired or
 * that the gate refuses whatever they meet (how-it-judges.md, "Accepted findings"). `categoryOf` gives the category of a rule; `now` is in
 * milliseconds.
 */
export function idleEntries(
  { signatures, ignore }: Policy,
  categoryOf: (rule: string) => string | undefined,
  now: number,
): readonly string[] {
  const known = new Set([...signatures.signers, ...signatures.identities].flatMap(({ roles }) => roles));
  const idle = new Set(signatures.requirements.flatMap(({ roles }) => roles.filter((role) => !known.has(role))));
  const today = new Date(now).toISOString().slice(0, 10);
  return [
    ...[...idle].map(
      (role) =>
        `signatures.require asks for the role ${role}, which no entry of signatures.signers has: nobody meets it`,
    ),
    ...ignore.flatMap((entry) => {
      const why = entry.until < today ? `is over since ${entry.until}` : refusal(entry, categoryOf(entry.rule));
      return why === undefined ? [] : [`ignore, line ${entry.line}: the entry for ${entry.rule} ${why}`];
    }),
  ];
}

/** Why an entry accepts nothing. */
function refusal({ fingerprint, object, path, blobs }: IgnoreEntry, category: string | undefined): string | undefined {
  if (fingerprint === undefined && object === undefined && path === undefined)
    return 'names no fingerprint, object or path: it accepts nothing';
  if (category === 'rbac' && fingerprint === undefined && object === undefined)
    return 'names a path alone, which never accepts an RBAC finding';
  // That of a commit is pinned by its fingerprint.
  if (category === 'secret' && blobs.length === 0 && fingerprint === undefined)
    return 'has no blob: a secret is accepted only for the file as it is (gitops-gate ignore prints the entry)';
  return undefined;
}
