import { observeLoosened } from '../observe-loosened.ts';
import { joinCopies } from '../rbac/join-copies.ts';
import type { Rule } from '../rule.ts';
import { goneTogether } from './gone-together.ts';

/** Admission refuses less: policies, webhooks and what they select. */
export const admissionWeakened: Rule = {
  id: 'admission-weakened',
  category: 'admission',
  severity: 'high',
  summary: 'Admission policies, webhooks or image policies refuse less than before.',
  check: ({ admission, change }) =>
    joinCopies(goneTogether(observeLoosened(admission, ['OWASP K04', 'NSA/CISA admission control'])), change.touched),
};
