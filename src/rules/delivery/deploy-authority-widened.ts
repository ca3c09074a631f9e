import { observeLoosened } from '../observe-loosened.ts';
import { joinCopies } from '../rbac/join-copies.ts';
import type { Rule } from '../rule.ts';
import { plainSubmodules } from './submodules.ts';

/** More may be deployed: from more sources, to more places, by more people, or with more permissions. */
export const deployAuthorityWidened: Rule = {
  id: 'deploy-authority-widened',
  category: 'delivery',
  severity: 'high',
  summary: 'Argo CD or Flux may deploy what, where, or as whom they might not before.',
  *check({ authority, change }) {
    const found = observeLoosened(authority, ['OWASP K03', 'OWASP CICD-SEC-5']);
    yield* joinCopies(
      found.map((each) => ({ ...each, remedy: `${each.remedy} ${accepting}` })),
      change.touched,
    );
    if (change.range.kind !== 'audit') yield* change.touched.flatMap(plainSubmodules);
  },
};

/** What is named as narrowly as it can be is newly allowed all the same. */
const accepting = 'If it is meant, have it reviewed and accept it (`gitops-gate ignore`).';
