import type { Loosening } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import { isSameValue, json, list, mapping, strings } from '../../plain-values.ts';
import { isWithin, readLabelSelector } from '../../rbac/model/label-selector.ts';
import { isOfSecurity } from './worth.ts';

const kinds: readonly { readonly group: RegExp; readonly kind: RegExp; readonly does: string }[] = [
  { group: /^monitoring\.coreos\.com$/, kind: /^(?:ServiceMonitor|PodMonitor|Probe|ScrapeConfig)$/, does: 'measured' },
  {
    group: /^operator\.victoriametrics\.com$/,
    kind: /^VM(?:Service|Pod|Node|Static)?(?:Scrape|Probe|ScrapeConfig)$/,
    does: 'measured',
  },
  {
    group: /^fluentbit\.fluent\.io$|^fluentd\.fluent\.io$/,
    kind: /^(?:Cluster)?(?:Output|FluentdConfig|FluentBitConfig)$/,
    does: 'sent',
  },
  { group: /^logging\.banzaicloud\.io$/, kind: /^(?:Cluster)?(?:Flow|Output)$/, does: 'sent' },
];

/** Whether an object measures something, or sends logs, so that it is a loss where it is gone. */
export function watches(resource: Resource): boolean {
  return doesOf(resource) !== undefined;
}

function doesOf({ group, kind }: Resource): string | undefined {
  return kinds.find((each) => each.group.test(group) && each.kind.test(kind))?.does;
}

/** Where monitors list what they measure of each pod. */
const endpoints: readonly string[] = ['endpoints', 'podMetricsEndpoints'];

const remedy = 'Keep it as long as what it watches is there.';

/** That something which watches is gone, or selects less. */
export function watcherLowered(before: Resource, after: Resource | undefined): readonly Loosening[] {
  const text = `${before.namespace ?? ''} ${before.name} ${json(mapping(before.value.spec).selector)}`;
  const severity = isOfSecurity(text) ? 'medium' : 'low';
  if (after === undefined) {
    const what = `is gone, and with it what it ${doesOf(before) ?? 'watched'}`;
    return [{ what, remedy, severity, path: [], formerPath: [], subject: ['gone'] }];
  }
  const [was, is] = [mapping(before.value.spec), mapping(after.value.spec)];
  const ports = endpoints.find((field) => list(was[field]).length > 0 && list(is[field]).length === 0);
  if (ports !== undefined) {
    const what = `measures nothing any more (${ports})`;
    const formerPath = ['spec', ports];
    return [{ what, remedy, severity, path: ['spec', ports], formerPath, subject: ['endpoints'] }];
  }
  return ['selector', 'namespaceSelector'].flatMap((field): readonly Loosening[] => {
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
