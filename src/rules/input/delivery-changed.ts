import { addTo, groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import type { Scope } from '../../kube/touched-file.ts';
import type { DeliveryChange } from '../../render/judge/deliveries.ts';
import { computedByTemplate } from '../../render/model/root.ts';
import type { TellingValue } from '../../workload/charts/values-by-name.ts';
import type { Observation, Rule } from '../rule.ts';

/** What a generator or plugin gives. */
const program = 'what a program makes';
/** Names of values beyond these are counted. */
const mostNamed = 5;

/** Something begins to be delivered from outside the repository, so that what it holds was not judged. */
export const deliveryChanged: Rule = {
  id: 'delivery-changed',
  category: 'input',
  severity: 'high',
  summary:
    'Something begins to be delivered whose content could not be judged: a remote base, a chart, another source.',
  *check({ delivery, workloads }) {
    const seen = new Set<string>();
    const releases = new Map<string, DeliveryChange[]>();
    for (const change of delivery.deliveries) {
      const { position, what, address, version, kind, isRelease } = change;
      const key = JSON.stringify([position, address, version]);
      // The same entry of a base that several roots include.
      if (seen.has(key)) continue;
      seen.add(key);
      if (kind === 'version' && isRelease) addTo(releases, JSON.stringify([what, address, version]), change);
      else yield observeDelivery(change, []);
    }
    for (const [first, ...others] of releases.values()) if (first !== undefined) yield observeDelivery(first, others);
    for (const [scope, values] of workloads.telling) yield* observeValues(scope, values);
  },
};

/** Values by whose names a chart from elsewhere may give more: one observation for what an object or a file hands on. */
function* observeValues(scope: Scope, values: readonly TellingValue[]): Generator<Observation> {
  for (const group of groupBy(values, ({ resource }) => resource).values()) {
    const [first, ...others] = group;
    if (first === undefined) continue;
    const { resource, chart, plugin, position } = first;
    const to =
      plugin === undefined
        ? chartWords(resource, chart)
        : `${`the plugin ${plugin}`.trim()} of Argo CD, which makes the manifests in the cluster`;
    const names = group.map(({ name }) => name);
    const by = resource.kind === 'Values' ? resource.file : identityName(resource);
    const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
    yield {
      message: `${by} newly sets ${names.slice(0, mostNamed).join(', ')}${more} for ${to}: values of such names usually decide about permissions or about access to the node, and what comes of them was not judged.`,
      remedy:
        plugin === undefined
          ? 'Compare what the chart gives with both values (`helm template`) before you accept this.'
          : 'Compare what the plugin gives with both values before you accept this.',
      severity: 'medium',
      position,
      places: others.map((other) => other.position),
      scope,
      subject: ['values', by, ...names],
    };
  }
}

/** A ConfigMap does not say which charts take it. */
function chartWords({ kind }: Resource, chart: string | undefined): string {
  if (chart !== undefined) return `the chart ${chart} from outside this repository`;
  return kind === 'ConfigMap' ? 'a chart that was not rendered' : 'a chart from outside this repository';
}

/** `others` deliver the same version of the same, too: one release that many take is one thing to review. */
function observeDelivery(change: DeliveryChange, others: readonly DeliveryChange[]): Observation {
  const { by, what, address, version, kind, isRelease, like, position, isInside } = change;
  const named = version === undefined ? address : `${address} (${version})`;
  const all =
    others.length === 0 ? `${by} now delivers` : `${by} and ${others.length.toLocaleString('en')} more now deliver`;
  const outside = isInside === true ? '' : ' from outside this repository';
  const message =
    what === computedByTemplate
      ? `${by} has elements that a template computes (elementsYaml)${kind === 'new' ? '' : ', from something else than before'}: which Applications they make was not judged.`
      : what === program
        ? `${by} newly delivers what a program makes: ${named}. What it makes was not judged.`
        : kind === 'new'
          ? `${by} newly delivers ${what} ${named}${outside}${like === undefined ? '' : `, as ${like} does`}: the content was not judged.`
          : `${all} another version of ${what} ${named}${outside}: the content was not judged.`;
  return {
    message,
    remedy:
      isInside === true
        ? 'Copy whole folders to where they are to each other here, without exclude or strategy, so that what is delivered is judged.'
        : remedyFor(kind, version, what),
    // Who publishes releases there was accepted when it was first delivered; anything else can be anybody's.
    severity: isRelease ? 'medium' : 'high',
    position,
    ...(others.length === 0 ? {} : { places: others.map((other) => other.position) }),
    subject: [...[change, ...others].map((each) => each.by.replace(/ \([^()]*\)/, '')).sort(), address, version ?? ''],
  };
}

function remedyFor(kind: DeliveryChange['kind'], version: string | undefined, what: string): string {
  if (what === computedByTemplate) return 'State the elements in place, or compare what the template makes of both.';
  if (what === program) return 'Commit what the program makes, so that it can be judged, or review the program.';
  if (kind === 'version')
    return 'Compare the two versions (`helm template`, `kustomize build`) before you accept this one.';
  const pin = version === undefined ? ', pin it to a version or digest,' : '';
  return `Review what it delivers${pin} or copy it into the repository, so that it is judged like the rest.`;
}

function identityName({ kind, namespace, name }: Resource): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}
