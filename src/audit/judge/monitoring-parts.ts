import type { Mapping } from '../../plain-values.ts';
import type { Part, Reader } from '../model/search.ts';
import { isAlertmanager } from '../monitoring/alertmanager.ts';
import { type Alert, alertsOf, holdsAlerts } from '../monitoring/alerts.ts';
import {
  forwarderOutputs,
  type LogPipeline,
  pipelineOfMapping,
  pipelineOfText,
  withoutDrops,
} from '../monitoring/log-outputs.ts';

/** Alerts, a configuration of Alertmanager, outputs of logs. */
export type MonitoringPart =
  | Part<'alerts', readonly Alert[]>
  | Part<'alertmanager', Mapping>
  | Part<'outputs', LogPipeline>;

/** Finds what watches, and whom it tells. */
export const monitoringReader: Reader<MonitoringPart> = {
  hints:
    /^[ \t]*(?:- )?["']?(?:alert["']?[ \t]*:[ \t]*["']?\w|(?:receivers|sinks|clients|groups|pipeline)["']?[ \t]*:)/m,
  ofMapping(value) {
    if (holdsAlerts(value)) return { kind: 'alerts', value: alertsOf(value), isWhole: true };
    if (isAlertmanager(value)) return { kind: 'alertmanager', value, isWhole: true };
    const isForwarder = value.kind === 'ClusterLogForwarder';
    const found = isForwarder ? withoutDrops(forwarderOutputs(value)) : pipelineOfMapping(value);
    return found === undefined ? undefined : { kind: 'outputs', value: found, isWhole: true };
  },
  ofText(value) {
    const found = pipelineOfText(value);
    return found === undefined ? undefined : { kind: 'outputs', value: found };
  },
};
