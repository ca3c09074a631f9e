import type { Loosening } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import { isSameValue, json, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { isWithin, readLabelSelector } from '../../rbac/model/label-selector.ts';
import type { Severity } from '../../severity.ts';
import { isOpenText } from '../../workload/pod-security/open-text.ts';
import { pipelineOfForwarder } from './log-outputs.ts';
import { isOfSecurity } from './of-security.ts';

interface Watchers {
  /** The first is meant where a template makes the version. */
  readonly groups: readonly [string, ...string[]];
  readonly kinds: readonly string[];
  readonly does: string;
}

const all: readonly Watchers[] = [
  {
    groups: ['monitoring.coreos.com'],
    kinds: ['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig'],
    does: 'measured',
  },
  {
    groups: ['operator.victoriametrics.com'],
    kinds: ['VMServiceScrape', 'VMPodScrape', 'VMNodeScrape', 'VMStaticScrape', 'VMProbe', 'VMScrapeConfig'],
    does: 'measured',
  },
  {
    groups: ['fluentbit.fluent.io', 'fluentd.fluent.io'],
    kinds: [
      'Output',
      'FluentdConfig',
      'FluentBitConfig',
      'ClusterOutput',
      'ClusterFluentdConfig',
      'ClusterFluentBitConfig',
    ],
    does: 'sent',
  },
  { groups: ['logging.openshift.io', 'observability.openshift.io'], kinds: ['ClusterLogForwarder'], does: 'sent' },
  { groups: ['logging.banzaicloud.io'], kinds: ['Flow', 'Output', 'ClusterFlow', 'ClusterOutput'], does: 'sent' },
];

/** Whose outputs for logs about security, and the last ones, are judged with those of other products. */
const isForwarder = ({ kind }: Resource) => kind === 'ClusterLogForwarder';

/** Whether an object measures something, or sends logs, so that it is a loss where it is gone. */
export function watches(resource: Resource): boolean {
  return watchersOf(resource) !== undefined;
}

/** By what an object that watches is known: charts make the version of an object by the cluster's, so that its group cannot be read there. */
export function watcherKey(resource: Resource): string {
  const { group, kind, namespace, name, apiVersion } = resource;
  const known = isOpenText(apiVersion) ? watchersOf(resource)?.groups[0] : group;
  return JSON.stringify([known ?? group, kind, namespace, name]);
}

function watchersOf({ group, kind, apiVersion }: Resource): Watchers | undefined {
  return all.find((each) => each.kinds.includes(kind) && (each.groups.includes(group) || isOpenText(apiVersion)));
}

/** Where monitors list what they measure of each pod. */
const endpoints: readonly string[] = ['endpoints', 'podMetricsEndpoints'];

const remedy = 'Keep it as long as what it watches is there.';

/** That something which watches is gone, or selects less. */
export function watcherLowered(before: Resource, after: Resource | undefined): readonly Loosening[] {
  if (isForwarder(before)) return after === undefined ? [] : inputsLost(before.value, after.value);
  const text = `${before.namespace ?? ''} ${before.name} ${json(mapping(before.value.spec).selector)}`;
  const severity = isOfSecurity(text) ? 'medium' : 'low';
  if (after === undefined) {
    const what = `is gone, and with it what it ${watchersOf(before)?.does ?? 'watched'}`;
    return [{ what, remedy, severity, path: [], formerPath: [], subject: ['gone'] }];
  }
  const [was, is] = [mapping(before.value.spec), mapping(after.value.spec)];
  const ports = endpoints.find((field) => list(was[field]).length > 0 && list(is[field]).length === 0);
  if (ports !== undefined) {
    const what = `measures nothing any more (${ports})`;
    const formerPath = ['spec', ports];
    return [{ what, remedy, severity, path: ['spec', ports], formerPath, subject: ['endpoints'] }];
  }
  const narrowed = ['selector', 'namespaceSelector'].flatMap((field): readonly Loosening[] => {
    const isLess = field === 'selector' ? isNarrower(was[field], is[field]) : hasFewerNamespaces(was[field], is[field]);
    if (!isLess || !/Monitor$|Scrape$/.test(after.kind)) return [];
    const place = is[field] === undefined ? { path: ['spec'], formerPath: ['spec', field] } : { path: ['spec', field] };
    return [
      {
        what: `measures less than before (${field})`,
        remedy,
        severity,
        ...place,
        subject: ['narrowed', field, json(is[field])],
      },
    ];
  });
  return [...endpointsLost(was, is, severity), ...narrowed];
}

/** Logs of applications and the like that a ClusterLogForwarder sends nowhere any more, while it still sends others. */
function inputsLost(before: Mapping, after: Mapping): readonly Loosening[] {
  const [old, now] = [before, after].map((each) => [...new Set(pipelineOfForwarder(each).outputs.map(({ of }) => of))]);
  const gone = (old ?? []).filter((each) => now?.includes(each) === false && !isOfSecurity(each));
  if (gone.length === 0 || now?.length === 0) return [];
  const path = ['spec', 'pipelines'];
  const what = `no longer sends logs of ${enumerate(gone)}`;
  return [{ what, remedy, severity: 'low', path, formerPath: path, subject: ['inputs', ...gone.sort()] }];
}

/** Endpoints that are gone without another one in their place; of each what is measured, not how. */
function endpointsLost(was: Mapping, is: Mapping, severity: Severity): readonly Loosening[] {
  return endpoints.flatMap((field): readonly Loosening[] => {
    const [old, now] = [was, is].map((spec) => list(spec[field]).map(endpointText)) as [string[], string[]];
    const gone = [...new Set(old)].filter((each) => !now.includes(each));
    if (gone.length === 0 || now.length >= old.length) return [];
    const what = `no longer measures ${enumerate(gone)} (${field})`;
    return [{ what, remedy, severity, path: ['spec', field], formerPath: ['spec', field], subject: [field, ...gone] }];
  });
}

function endpointText(value: unknown): string {
  const { port, targetPort, portNumber, path } = mapping(value);
  const at = [port, targetPort, portNumber].map(scalarText).find((each) => each !== '') ?? '';
  return `${scalarText(path) || '/metrics'} on port ${at}`;
}

function isNarrower(before: unknown, after: unknown): boolean {
  if (isSameValue(before, after)) return false;
  const [was, is] = [readLabelSelector(before ?? {}), readLabelSelector(after ?? {})];
  // Another application's labels are a change of the application; here only what selects a part of it counts.
  return was !== undefined && is !== undefined && isWithin(is, was) && !isWithin(was, is);
}

/** A list of names, or every namespace; nothing is the object's own. */
function hasFewerNamespaces(before: unknown, after: unknown): boolean {
  const [was, is] = [mapping(before), mapping(after)];
  if (is.any === true) return false;
  if (was.any === true) return true;
  const now = strings(is.matchNames);
  return strings(was.matchNames).some((name) => !now.includes(name));
}
