import { matchGlob } from '../policy/glob.ts';
import type { Policy, TrustedFiles } from '../policy/policy.ts';
import { unrenderedFix } from '../render/result/unrendered-fix.ts';
import type { Unjudged } from '../unjudged.ts';

/** A root that the change reaches, and why it was not rendered. */
export interface UnrenderedRoot {
  readonly id: string;
  readonly folder: string;
  /** Undefined where it was rendered. */
  readonly reason: string | undefined;
}

/** The roots that the change reaches and that had to be rendered, by the policy's `render.require` or the caller's wish, and were not. */
export function unrenderedRoots(
  { render, source }: Policy,
  roots: readonly UnrenderedRoot[],
  requiresAll: boolean,
): readonly Unjudged[] {
  return roots.flatMap(({ id, folder, reason }) => {
    const isNamed = render.require.some((glob) => matchGlob(glob, id) || matchGlob(glob, folder));
    if (reason === undefined || !(isNamed || requiresAll)) return [];
    const by = isNamed ? `render.require of ${source ?? 'the policy'}` : 'the input render (required)';
    return {
      what: `${by} demands that ${id} is rendered, which failed: ${reason}`,
      remedy: `Either ${unrenderedFix(reason)}; or take it out of what is required.`,
    };
  });
}

/** Says which keys and identities the base states that this version does not read: they trust nobody. */
export function unsupportedTrust({ signatures, source }: Policy, { x509 }: TrustedFiles): readonly string[] {
  const roots = x509.map(({ path }) => path);
  const identities = signatures.identities.length > 0 ? [`signatures.identities of ${source ?? 'the policy'}`] : [];
  const unread = [...roots, ...identities];
  if (unread.length === 0) return [];
  return [`X.509 and gitsign signatures are not verified by this version: ${unread.join(', ')} trust nobody.`];
}
