import { observeLoosened } from '../observe-loosened.ts';
import { joinCopies } from '../rbac/join-copies.ts';
import type { Rule } from '../rule.ts';

/** Fewer alerts, or fewer who are told: rules of alerts, Alertmanager, monitors, outputs of logs. */
export const monitoringRemoved: Rule = {
  id: 'monitoring-removed',
  category: 'audit',
  severity: 'medium',
  summary: 'Alerts, whom they are told, or what measures and sends logs are gone or silenced.',
  check: ({ monitoring, change }) => joinCopies(observeLoosened(monitoring, ['OWASP K05']), change.touched),
};
