import { randomBytes } from 'node:crypto';
import type { Policy } from '../policy/policy.ts';
import { analyseRbac } from '../rbac/judge/analyse-rbac.ts';
import type { Analysis } from '../rules/evidence.ts';
import { analyseSecrets } from '../secrets/compare/analyse-secrets.ts';
import type { Manifests } from './manifests.ts';
import type { Trees } from './trees.ts';

/** Asks every family for its result, each once: the only place where families compute. */
export function analyse({ after }: Pick<Trees, 'after'>, manifests: Manifests, policy: Policy): Analysis {
  const { touched, objects } = manifests;
  return {
    rbac: analyseRbac(manifests, policy),
    secrets: analyseSecrets(touched, objects.values(), after, randomBytes(32)),
  };
}
