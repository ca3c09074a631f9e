import type { LoosenedObject, Loosening } from '../../kube/loosening.ts';
import type { Mapping } from '../../plain-values.ts';
import { positionIn } from '../model/holder.ts';
import type { Part, Reader } from '../model/search.ts';
import { isAlertmanager } from '../monitoring/alertmanager.ts';
import { type Alert, alertsOf, holdsAlerts } from '../monitoring/alerts.ts';
import type { LogPipeline } from '../monitoring/log-model.ts';
import { pipelineOfForwarder, pipelineOfMapping, pipelineOfText } from '../monitoring/log-outputs.ts';

/** Alerts, a configuration of Alertmanager, outputs of logs. */
export type MonitoringPart =
  | Part<'alerts', readonly Alert[]>
  | Part<'alertmanager', Mapping>
  | Part<'outputs', LogPipeline>;

/** Finds what watches, and whom it tells. */
export const monitoringReader: Reader<MonitoringPart> = {
  hints:
    /(?:^|[{,[])[ \t]*(?:-[ \t]+)?["']?(?:alert["']?[ \t]*:[ \t]*["']?\w|(?:receivers|sinks|clients|groups|pipeline)["']?[ \t]*:)/m,
  ofMapping(value) {
    if (holdsAlerts(value)) return { kind: 'alerts', value: alertsOf(value), isWhole: true };
    if (isAlertmanager(value)) return { kind: 'alertmanager', value, isWhole: true };
    const isForwarder = value.kind === 'ClusterLogForwarder';
    const found = isForwarder ? pipelineOfForwarder(value) : pipelineOfMapping(value);
    return found === undefined ? undefined : { kind: 'outputs', value: found, isWhole: true };
  },
  ofText(value) {
    const found = pipelineOfText(value);
    return found === undefined ? undefined : { kind: 'outputs', value: found };
  },
};

/** By which a part is known on both sides: of an object wherever it is written, else of its file. */
export function keyOf({ kind, holder, names }: MonitoringPart): string {
  return JSON.stringify([kind, holder.resource === undefined ? holder.file : holder.key, names]);
}

/** The loosenings of a part with their places, in the file as it is now or as it was. */
export function placed(
  before: MonitoringPart,
  after: MonitoringPart | undefined,
  what: string,
  loosenings: readonly Loosening[],
): readonly LoosenedObject[] {
  if (loosenings.length === 0) return [];
  const { holder, document, path } = after ?? before;
  const isOwn =
    /^(?:PrometheusRule|VMRule|GrafanaAlertRuleGroup|ClusterLogForwarder|AlertmanagerConfig|VMAlertmanagerConfig)$/.test(
      holder.resource?.kind ?? '',
    );
  return [
    {
      resource: holder.resource,
      called: isOwn ? holder.called : `${what === 'The alerts' ? 'The file of alerts' : what} in ${holder.called}`,
      loosenings,
      at: (inner) => positionIn(holder, document, [...path, ...inner]),
      formerAt: (inner) => positionIn(before.holder, before.document, [...before.path, ...inner]),
    },
  ];
}
