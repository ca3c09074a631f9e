import type { Loosening } from '../../kube/loosening.ts';
import {
  canonical,
  isSameValue,
  list,
  type Mapping,
  mapping,
  scalarText,
  strings,
  text,
  valueUnder,
} from '../../plain-values.ts';
import { lower, type Severity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';
import { narrowed } from '../model/narrowing.ts';

/** Seconds in which hardly any webhook answers under load. */
const tooShort = 2;

/**
 * What a ValidatingWebhookConfiguration or MutatingWebhookConfiguration no longer has judged (k8s.io/api/admissionregistration/v1).
 * What changes objects protects less than what refuses them; webhooks for a product's own kinds alone protect that product.
 */
export function webhooksLoosened(former: Mapping, current: Mapping, isMutating: boolean): readonly Loosening[] {
  const [before, after] = [withDefaults(former), withDefaults(current)];
  const now = new Map(list(after.webhooks).map((each, index) => [nameOf(each), { webhook: mapping(each), index }]));
  const old = new Set(list(before.webhooks).map(nameOf));
  const added = [...now].flatMap(([name, each]) => (old.has(name) ? [] : [each]));
  // Under another name it judges the same.
  const renamed = (was: Mapping) => added.find(({ webhook }) => contentOf(webhook) === contentOf(was));
  return list(before.webhooks).flatMap((each, index): readonly Loosening[] => {
    const was = mapping(each);
    const name = nameOf(each);
    const found = now.get(name) ?? renamed(was);
    const severity = severityOf(was, isMutating);
    if (found !== undefined) return loosened(was, found.webhook, ['webhooks', found.index], name, severity);
    return [gone(name, severity, ['webhooks'], ['webhooks', index])];
  });
}

/** What holds where a webhook states nothing: v1beta1 has other defaults than v1 (pkg/apis/admissionregistration/v1beta1/defaults.go). */
function withDefaults(value: Mapping): Mapping {
  if (!scalarText(value.apiVersion).endsWith('/v1beta1')) return value;
  const defaults = { failurePolicy: 'Ignore', matchPolicy: 'Exact', timeoutSeconds: 30 };
  return { ...value, webhooks: list(value.webhooks).map((each) => ({ ...defaults, ...mapping(each) })) };
}

/** A configuration that is gone as a whole. */
export function webhooksGone(before: Mapping, isMutating: boolean): readonly Loosening[] {
  const all = list(before.webhooks).map(mapping);
  const severities = all.map((each) => severityOf(each, isMutating));
  const severity = (['high', 'medium'] as const).find((each) => severities.includes(each)) ?? 'low';
  if (all.length === 0) return [];
  return [{ ...gone('', severity, [], []), what: 'is gone, and with it what its webhooks refused or changed' }];
}

function gone(name: string, severity: Severity, path: Path, formerPath: Path): Loosening {
  return {
    what: `no longer has the webhook ${name}`,
    remedy: 'Keep the webhook, or have something else judge the same requests.',
    severity,
    path,
    formerPath,
    subject: ['webhook', 'gone', name],
  };
}

function loosened(was: Mapping, is: Mapping, at: Path, name: string, severity: Severity): readonly Loosening[] {
  const common = { severity, remedy: 'Keep failurePolicy: Fail, and a timeout in which it can answer.' };
  const ignores = ({ failurePolicy }: Mapping) => !/^(?:|Fail)$/.test(scalarText(failurePolicy));
  const seconds = (webhook: Mapping) => (typeof webhook.timeoutSeconds === 'number' ? webhook.timeoutSeconds : 10);
  const found: Loosening[] = [];
  if (ignores(is) && !ignores(was)) {
    const what = `lets requests through where the webhook ${name} does not answer (failurePolicy: Ignore)`;
    found.push({ ...common, what, path: [...at, 'failurePolicy'], subject: ['failurePolicy', name] });
  }
  if (ignores(is) && seconds(is) <= tooShort && seconds(was) > tooShort) {
    const what = `lets requests through where the webhook ${name} does not answer within ${seconds(is)} s`;
    found.push({
      ...common,
      what,
      path: [...at, 'timeoutSeconds'],
      subject: ['timeoutSeconds', name, String(seconds(is))],
    });
  }
  const selected = narrowed(was, is, at, severity).map((each) => ({
    ...each,
    what: `${each.what}, in the webhook ${name}`,
    subject: [...each.subject, name],
  }));
  return [...found, ...selected, ...otherClient(was, is, at, name, severity)];
}

/** Who answers: another service, or an address outside of the cluster. */
function otherClient(was: Mapping, is: Mapping, at: Path, name: string, severity: Severity): readonly Loosening[] {
  const [old, now] = [clientOf(was.clientConfig), clientOf(is.clientConfig)];
  if (now === '') return [];
  if (old === now) return otherEndpoint(was, is, at, name, severity);
  const endpoints = ['path', 'port'].flatMap((field) => {
    const endpoint = endpointOf(is, field);
    return endpoint === endpointOf(was, field) ? [] : [field, endpoint];
  });
  return [
    {
      what: `has another one answer for the webhook ${name}: ${now}, not ${old}`,
      remedy:
        'Be sure whose service it is: it sees every object it is asked about, Secrets too, and lets through what it likes.',
      severity: now.startsWith('https:') ? severity : lower(severity),
      path: [...at, 'clientConfig'],
      subject: ['clientConfig', name, now, ...endpoints],
    },
  ];
}

/** Another program may answer at another port, and at another path what it answers may be that all is well. */
function otherEndpoint(was: Mapping, is: Mapping, at: Path, name: string, severity: Severity): readonly Loosening[] {
  return ['path', 'port'].flatMap((field): readonly Loosening[] => {
    const [old, now] = [endpointOf(was, field), endpointOf(is, field)];
    if (old === now) return [];
    const path = [...at, 'clientConfig', 'service', field];
    const isGone = valueUnder(is.clientConfig, 'service', field) === undefined;
    return [
      {
        what: `asks the webhook ${name} at the ${field} ${now}, not ${old}`,
        remedy: `Be sure that what answers at this ${field} refuses the same.`,
        severity: lower(severity),
        path,
        ...(isGone ? { formerPath: path } : {}),
        subject: ['clientConfig', name, field, now],
      },
    ];
  });
}

/** The path or port of a webhook's Service, or its default. */
function endpointOf({ clientConfig }: Mapping, field: string): string {
  return scalarText(valueUnder(clientConfig, 'service', field)) || (field === 'port' ? '443' : '/');
}

/** The address a webhook is asked at: a URL, or a Service as `namespace/name`, whose path and port are compared by themselves. */
function clientOf(config: unknown): string {
  const { url, service } = mapping(config);
  if (text(url) !== undefined) return scalarText(url);
  const { namespace, name } = mapping(service);
  return text(name) === undefined ? '' : `the Service ${scalarText(namespace)}/${scalarText(name)}`;
}

function contentOf({ name: _, clientConfig, ...webhook }: Mapping): string {
  return canonical([webhook, clientOf(clientConfig)]);
}

function nameOf(webhook: unknown): string {
  return scalarText(mapping(webhook).name);
}

/** Groups of Kubernetes itself; what a webhook for others alone lets through are objects of its own product. */
const builtIn = /^(?:\*|[^.]*|.*\.k8s\.io)$/;

/** How bad it is that a webhook judges less. */
export function severityOf({ rules }: Mapping, isMutating: boolean): Severity {
  const groups = list(rules).flatMap((rule) => strings(mapping(rule).apiGroups));
  if (!groups.some((group) => builtIn.test(group))) return 'low';
  return isMutating ? 'medium' : 'high';
}

/** Where objects of a kind are converted: whoever does that reads and rewrites all of them (apiextensions.k8s.io/v1, CustomResourceConversion). */
export function conversionLoosened(before: Mapping | undefined, after: Mapping): readonly Loosening[] {
  const path = ['spec', 'conversion', 'webhook', 'clientConfig'];
  const client = (value: Mapping | undefined) =>
    clientOf(path.reduce<unknown>((inner, key) => mapping(inner)[key], value));
  const [old, now] = [client(before), client(after)];
  const isUrl = /^https?:/.test(now);
  if (isSameValue(old, now) || now === '' || (!isUrl && old === '')) return [];
  return [
    {
      what: `has its objects converted by ${now}${old === '' ? '' : `, not by ${old}`}`,
      remedy:
        'Convert by a Service of the operator’s own namespace: whoever converts reads and rewrites every object of the kind.',
      severity: isUrl ? 'high' : 'medium',
      path,
      subject: ['conversion', now],
    },
  ];
}
