import { addTo } from '../../groups.ts';
import type { DeliveryChange } from '../../render/judge/deliveries.ts';
import type { Observation, Rule } from '../rule.ts';

/** Something begins to be delivered from outside the repository, so that what it holds was not judged. */
export const deliveryChanged: Rule = {
  id: 'delivery-changed',
  category: 'input',
  severity: 'high',
  summary:
    'Something begins to be delivered whose content could not be judged: a remote base, a chart, another source.',
  *check({ delivery }) {
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
  },
};

/** `others` deliver the same version of the same, too: one release that many take is one thing to review. */
function observeDelivery(change: DeliveryChange, others: readonly DeliveryChange[]): Observation {
  const { by, what, address, version, kind, isRelease, like, position } = change;
  const named = version === undefined ? address : `${address} (${version})`;
  const all =
    others.length === 0 ? `${by} now delivers` : `${by} and ${others.length.toLocaleString('en')} more now deliver`;
  const message =
    kind === 'new'
      ? `${by} newly delivers ${what} ${named} from outside this repository${like === undefined ? '' : `, as ${like} does`}: the content was not judged.`
      : `${all} another version of ${what} ${named} from outside this repository: the content was not judged.`;
  return {
    message,
    remedy: remedyFor(kind, version, what),
    // Who publishes releases there was accepted when it was first delivered; anything else can be anybody's.
    severity: isRelease ? 'medium' : 'high',
    position,
    ...(others.length === 0 ? {} : { places: others.map((other) => other.position) }),
    subject: [...[change, ...others].map((each) => each.by.replace(/ \([^()]*\)/, '')).sort(), address, version ?? ''],
  };
}

function remedyFor(kind: DeliveryChange['kind'], version: string | undefined, what: string): string {
  if (what === 'what a program makes')
    return 'Commit what the program makes, so that it can be judged, or review the program.';
  if (kind === 'version')
    return 'Compare the two versions (`helm template`, `kustomize build`) before you accept this one.';
  const pin = version === undefined ? ', pin it to a version or digest,' : '';
  return `Review what it delivers${pin} or copy it into the repository, so that it is judged like the rest.`;
}
