import { observeLoosened } from '../observe-loosened.ts';
import { joinCopies } from '../rbac/join-copies.ts';
import type { Rule } from '../rule.ts';

/** Fewer alerts, or fewer who are notified: rules of alerts, Alertmanager, monitors, outputs of logs. */
export const monitoringRemoved: Rule = {
  id: 'monitoring-removed',
  category: 'audit',
  severity: 'medium',
  summary: 'Alerts, who is notified of them, or what measures and sends logs is gone or silenced.',
  check: ({ monitoring, change }) => joinCopies(observeLoosened(monitoring, ['OWASP K05']), change.touched),
};
