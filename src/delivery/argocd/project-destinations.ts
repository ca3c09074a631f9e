import { isSameValue, json, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import { anyName, type Pattern, readPattern, witnessesOf } from '../model/pattern.ts';
import { type Fence, type FenceGain, fenceGain } from './fence.ts';

/** A namespace of a cluster, which Argo CD knows by its address and by a name. */
export interface Destination {
  readonly server: string;
  readonly name: string;
  readonly namespace: string;
}

type DestinationPatterns = Readonly<Record<keyof Destination, Pattern>>;

interface DestinationFence extends Fence<Destination> {
  readonly patterns: readonly DestinationPatterns[];
}

/** Reads `spec.destinations` as AppProject.isDestinationMatched does (argo-cd, app_project_types.go). */
export function destinationFence(spec: Mapping): DestinationFence {
  const patterns = list(spec.destinations).map((each) => patternsOf(mapping(each)));
  return {
    patterns,
    items: patterns.flatMap((each, index) => {
      const code = json([each.server.text, each.name.text, each.namespace.text]);
      const item = { text: itemText(each), code, path: ['spec', 'destinations', index] };
      const allowing = { ...item, excludes: false, isAbout: (asked: Destination) => isAllowed(each, asked) };
      // An item that excludes one thing allows the others.
      if (!Object.values(each).some(({ isNegated }) => isNegated)) return [allowing];
      return [allowing, { ...item, excludes: true, isAbout: (asked: Destination) => isExcluded(each, asked) }];
    }),
    permits: (asked) =>
      patterns.some((each) => isAllowed(each, asked)) && !patterns.some((each) => isExcluded(each, asked)),
  };
}

/** Combinations of cluster and namespace that are asked about. */
const mostAsked = 20_000;

/** Where applications newly may be deployed. */
export function gainedDestinations(before: Mapping, after: Mapping): FenceGain<Destination> | undefined {
  if (isSameValue(before.destinations, after.destinations)) return undefined;
  const [was, is] = [destinationFence(before), destinationFence(after)];
  return fenceGain(was, is, askedAbout([...was.patterns, ...is.patterns]));
}

const ownServer = 'https://kubernetes.default.svc';
const ownName = 'in-cluster';

function askedAbout(patterns: readonly DestinationPatterns[]): readonly Destination[] | undefined {
  const own = { server: readPattern(ownServer), name: readPattern(ownName) };
  const servers = witnessesOf([anyName, own.server, ...patterns.map(({ server }) => server)]);
  const names = witnessesOf([anyName, own.name, ...patterns.map(({ name }) => name)]);
  const namespaces = witnessesOf(patterns.map(({ namespace }) => namespace));
  if (servers === undefined || names === undefined || namespaces === undefined) return undefined;
  if (servers.length * names.length * namespaces.length > mostAsked) return undefined;
  // Argo CD's own cluster has that name and that address.
  const clusters = servers.flatMap((server) =>
    names.flatMap((name) =>
      server === '' || name === '' || (server === ownServer) !== (name === ownName) ? [] : [{ server, name }],
    ),
  );
  return clusters.flatMap((cluster) => namespaces.map((namespace) => ({ ...cluster, namespace })));
}

function patternsOf(item: Mapping): DestinationPatterns {
  const read = (field: keyof Destination) => readPattern(scalarText(item[field]), '', true);
  return { server: read('server'), name: read('name'), namespace: read('namespace') };
}

/** `globMatch` with negation: a pattern that excludes matches all else. */
function matches({ isNegated, matches: isLike }: Pattern, value: string): boolean {
  return isLike(value) !== isNegated;
}

function isAllowed({ server, name, namespace }: DestinationPatterns, asked: Destination): boolean {
  const isCluster =
    (asked.server !== '' && matches(server, asked.server)) || (asked.name !== '' && matches(name, asked.name));
  return isCluster && matches(namespace, asked.namespace);
}

function isExcluded(item: DestinationPatterns, asked: Destination): boolean {
  if (isAllowed(item, asked)) return false;
  const isName = asked.name !== '' && matches(item.name, asked.name);
  const isServer = asked.server !== '' && matches(item.server, asked.server);
  const isNamespace = matches(item.namespace, asked.namespace);
  if (!isName && item.name.isNegated) return true;
  if (!isServer && item.server.isNegated && isNamespace) return true;
  return !isNamespace && item.namespace.isNegated && isServer;
}

function itemText({ server, name, namespace }: DestinationPatterns): string {
  const cluster = server.text === '' ? name.text : server.text;
  const other = server.text === '' || name.text === '' ? '' : ` (${name.text})`;
  return `namespace ${namespace.text} of ${cluster}${other}`;
}
