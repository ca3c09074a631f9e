import { observeLoosened } from '../observe-loosened.ts';
import { joinCopies } from '../rbac/join-copies.ts';
import type { Rule } from '../rule.ts';

/** More can be read of a secret store: from more namespaces, by more accounts, or through a plain Secret. */
export const secretStoreWidened: Rule = {
  id: 'secret-store-widened',
  category: 'secret',
  severity: 'high',
  summary: 'Namespaces or accounts can read secrets of a store that they could not read before.',
  check: ({ secrets, change }) => joinCopies(observeLoosened(secrets.stores, ['OWASP K08']), change.touched),
};
