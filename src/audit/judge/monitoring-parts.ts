import type { Mapping } from '../../plain-values.ts';
import type { Part, Reader } from '../model/search.ts';
import { isAlertmanager } from '../monitoring/alertmanager.ts';
import { type Alert, alertsOf, holdsAlerts } from '../monitoring/alerts.ts';
import { forwarderOutputs, type LogOutput, outputsOfMapping, outputsOfText } from '../monitoring/log-outputs.ts';

/** Alerts, a configuration of Alertmanager, outputs of logs. */
export type MonitoringPart =
  | Part<'alerts', readonly Alert[]>
  | Part<'alertmanager', Mapping>
  | Part<'outputs', readonly LogOutput[]>;

/** Finds what watches, and whom it tells. */
export const monitoringReader: Reader<MonitoringPart> = {
  hints: /^[ \t]*(?:- )?["']?(?:alert["']?[ \t]*:[ \t]*["']?\w|(?:receivers|sinks|clients|groups)["']?[ \t]*:)/m,
  ofMapping(value) {
    if (holdsAlerts(value)) return { kind: 'alerts', value: alertsOf(value), isWhole: true };
    if (isAlertmanager(value)) return { kind: 'alertmanager', value, isWhole: true };
    const outputs = value.kind === 'ClusterLogForwarder' ? forwarderOutputs(value) : outputsOfMapping(value);
    return outputs === undefined ? undefined : { kind: 'outputs', value: outputs, isWhole: true };
  },
  ofText(value) {
    const outputs = /\[OUTPUT\]|<match\b/i.test(value) ? outputsOfText(value) : [];
    return outputs.length === 0 ? undefined : { kind: 'outputs', value: outputs };
  },
};
