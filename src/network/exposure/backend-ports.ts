import { addTo } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import { list, mapping, scalarText } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { memoize } from '../../rbac/model/memoize.ts';
import { isFilledIn } from '../model/filled-in.ts';
import type { Backend, BackendPort, Exposure } from './exposure.ts';

/** Services by their keys (`namespace/name`). */
export type ServicesByKey = ReadonlyMap<string, Resource>;

/** The Services of both sides. */
export interface ServicesOfSides {
  readonly before: ServicesByKey;
  readonly after: ServicesByKey;
}

/** Ports of pods that led outside before the change, and whether their Service now has others in the place of all of them. */
interface FormerPorts {
  readonly known: ReadonlySet<string>;
  readonly isReplaced: boolean;
}

/** The same by the key of the Service. */
export type FormerTargets = ReadonlyMap<string, FormerPorts>;

/** The ports of pods that led outside before the change, by the key of the Service. */
export function formerTargets(backends: readonly Backend[], { before, after }: ServicesOfSides): FormerTargets {
  const found = new Map<string, Set<string>>();
  const seen = new Set<string>();
  for (const { key, port } of backends) {
    const place = JSON.stringify([key, port]);
    if (seen.has(place)) continue;
    seen.add(place);
    const targets = found.get(key) ?? new Set();
    found.set(key, targets);
    for (const { target } of portsOf(before.get(key), port)) targets.add(target);
  }
  return new Map(
    [...found].map(([key, known]) => {
      const now = after.get(key);
      const isKept = now !== undefined && [...known].some((target) => portsIn(now).targets.has(target));
      return [key, { known, isReplaced: !isKept }];
    }),
  );
}

/**
 * Other ports of Services that something led to before. What takes the place of a port that its Service no longer has is none, and of a
 * Service that the repository does not show nothing is known.
 */
export function newPorts(
  backends: readonly Backend[],
  { before, after }: ServicesOfSides,
  former: FormerTargets,
): readonly Exposure[] {
  const seen = new Set<string>();
  return backends.flatMap(({ service, key, port, path }): readonly Exposure[] => {
    const [old, now, led] = [before.get(key), after.get(key), former.get(key)];
    const place = JSON.stringify([key, port]);
    if (old === undefined || now === undefined || led === undefined || led.known.size === 0) return [];
    if (isOutside(old) || seen.has(place)) return [];
    seen.add(place);
    const { targets } = portsIn(old);
    const { known, isReplaced } = led;
    const added = portsOf(now, port).filter(
      ({ target }) => !known.has(target) && (targets.has(target) || !isReplaced) && !seen.has(`${key} ${target}`),
    );
    for (const { target } of added) seen.add(`${key} ${target}`);
    if (added.length === 0) return [];
    const ports = added.map((each) => each.port);
    return [
      {
        what: `newly leads from outside to ${ports.length === 1 ? 'port' : 'ports'} ${enumerate(ports)} of Service ${service}, to which nothing led before`,
        remedy:
          'Keep to the port that was there: what else listens in the pods, such as metrics or an administration page, can then be reached by everybody.',
        severity: 'medium',
        path,
        subject: [`port ${service} ${[...ports].sort().join(' ')}`],
      },
    ];
  });
}

/** All ports of such a Service can be reached without an Ingress. */
function isOutside({ value }: Resource): boolean {
  return /^(?:LoadBalancer|NodePort)$/.test(scalarText(mapping(value.spec).type));
}

/** A port of a Service, and the one of the pods that it leads to. */
interface ServicePort {
  readonly port: string;
  readonly target: string;
}

/** The ports of a Service that a backend means: a Route means those of the pods by their number (route.openshift.io/v1, RoutePort). */
function portsOf(service: Resource | undefined, wanted: BackendPort | undefined): readonly ServicePort[] {
  if (service === undefined) return [];
  const { all, byName } = portsIn(service);
  if (wanted === undefined) return all;
  // What a template fills in may be any of them.
  return byName.get(`${wanted.isOfPods} ${wanted.text}`) ?? (isFilledIn(wanted.text) ? all : []);
}

const portsIn = memoize((service: Resource) => {
  const all: ServicePort[] = [];
  const byName = new Map<string, ServicePort[]>();
  for (const { name, port, targetPort, protocol } of list(mapping(service.value.spec).ports).map(mapping)) {
    const number = scalarText(port);
    const target = scalarText(targetPort) || number;
    const found = { port: number, target: `${scalarText(protocol) || 'TCP'} ${target}` };
    all.push(found);
    for (const isOfPods of [true, false]) {
      for (const each of new Set([scalarText(name), isOfPods ? target : number]))
        addTo(byName, `${isOfPods} ${each}`, found);
    }
  }
  return { all, byName, targets: new Set(all.map(({ target }) => target)) };
});
