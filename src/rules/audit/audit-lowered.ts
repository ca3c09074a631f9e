import { observeLoosened } from '../observe-loosened.ts';
import { joinCopies } from '../rbac/join-copies.ts';
import type { Rule } from '../rule.ts';

/** Less is recorded or found: audit policies, flags of API servers, rules of Falco, Tetragon and auditd. */
export const auditLowered: Rule = {
  id: 'audit-lowered',
  category: 'audit',
  severity: 'high',
  summary: 'The API server records less, or what looks for attacks on nodes finds less than before.',
  check: ({ audit, change }) =>
    joinCopies(observeLoosened(audit, ['CIS 3.2.1', 'OWASP K05', 'NSA/CISA audit logging']), change.touched),
};
