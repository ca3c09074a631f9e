import type { SecretTools } from '../../secrets/judge/remedy.ts';
import type { Evidence } from '../rule.ts';

const known = new WeakMap<Evidence, SecretTools>();

/** Which ways of keeping secrets the repository of this change uses, told from its base and head. */
export function secretTools(evidence: Evidence): SecretTools {
  const cached = known.get(evidence);
  if (cached !== undefined) return cached;
  const kinds = new Set<string>();
  for (const state of evidence.scopes.values()) for (const resource of state.after) kinds.add(resource.kind);
  for (const file of evidence.change.touched)
    for (const resource of file.after?.resources ?? []) kinds.add(resource.kind);
  const isSops = (path: string) => /(?:^|\/)\.sops\.ya?ml$/.test(path);
  const tools: SecretTools = {
    sops: [...evidence.change.after.keys()].some(isSops),
    sealedSecrets: kinds.has('SealedSecret'),
    externalSecrets:
      kinds.has('ExternalSecret') ||
      kinds.has('ClusterExternalSecret') ||
      kinds.has('ClusterSecretStore') ||
      kinds.has('SecretStore'),
  };
  known.set(evidence, tools);
  return tools;
}
