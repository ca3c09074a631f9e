import { matchGlob } from '../policy/glob.ts';
import type { Policy, TrustedFiles } from '../policy/policy.ts';
import type { Unjudged } from './verdict.ts';

/** The roots that the policy demands rendered and of which the change touches a file: nothing renders them, so they could not be judged. */
export function unrenderedRoots({ render, source }: Policy, touched: readonly string[]): readonly Unjudged[] {
  const isTouched = (root: string) => touched.some((path) => matchGlob(root, path) || matchGlob(`${root}/`, path));
  return render.require.filter(isTouched).map((root) => ({
    what: `render.require of ${source ?? 'the policy'} demands that ${root} is rendered, which this version cannot do`,
    remedy: 'Take it out of render.require, and review by other means what it renders to.',
  }));
}

/** Says which keys and identities the base states that this version does not read: they trust nobody. */
export function unsupportedTrust({ signatures, source }: Policy, { x509 }: TrustedFiles): readonly string[] {
  const roots = x509.map(({ path }) => path);
  const identities = signatures.identities.length > 0 ? [`signatures.identities of ${source ?? 'the policy'}`] : [];
  const unread = [...roots, ...identities];
  if (unread.length === 0) return [];
  return [`X.509 and gitsign signatures are not verified by this version: ${unread.join(', ')} trust nobody.`];
}
