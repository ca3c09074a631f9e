import type { Loosening } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import { isSameValue, json, list, type Mapping, mapping, scalarText, valueUnder } from '../../plain-values.ts';
import { isWithin, readLabelSelector } from '../../rbac/model/label-selector.ts';
import type { Path } from '../../yaml/document.ts';

const modes = ['DISABLE', 'PERMISSIVE', 'STRICT'];

/** What is demanded on both sides where a PeerAuthentication states nothing, or is not there. */
export interface Inherited {
  readonly before: string;
  readonly after: string;
}

/**
 * What a PeerAuthentication no longer demands (security.istio.io/v1), gone or new where a side is undefined: what it leaves open is inherited, by a port from
 * all of it (istio, pilot/pkg/security/authn, ComposePeerAuthentication).
 */
export function peersLoosened(
  before: Mapping | undefined,
  after: Mapping | undefined,
  inherited: Inherited,
): readonly Loosening[] {
  const modeOf = (value: Mapping | undefined, ...path: readonly string[]): string => {
    const stated = scalarText(valueUnder(value, 'spec', ...path, 'mode'));
    if (modes.includes(stated)) return stated;
    if (path[0] !== 'mtls') return modeOf(value, 'mtls');
    return value === before ? inherited.before : inherited.after;
  };
  const ports = Object.keys(mapping(valueUnder(before, 'spec', 'portLevelMtls')));
  const newPorts = Object.keys(mapping(valueUnder(after, 'spec', 'portLevelMtls')));
  const whole = lowered(modeOf(before, 'mtls'), modeOf(after, 'mtls'), undefined, ['spec', 'mtls', 'mode']);
  return [
    ...whole,
    ...[...new Set([...ports, ...newPorts])].flatMap((port) => {
      const of = (value: Mapping | undefined) =>
        valueUnder(value, 'spec', 'portLevelMtls', port) === undefined
          ? modeOf(value, 'mtls')
          : modeOf(value, 'portLevelMtls', port);
      // What holds for all ports is said once; a port may be lower than that.
      const former = whole.length > 0 ? modeOf(after, 'mtls') : of(before);
      return lowered(former, of(after), port, ['spec', 'portLevelMtls', port]);
    }),
  ].map((each) => ({
    ...each,
    what: after === undefined ? `is gone, and what takes its place ${each.what}` : each.what,
    subject: [...each.subject, ...selectorOf(before, after)],
  }));
}

/** The pods that it is for, where these are others than before. */
function selectorOf(before: Mapping | undefined, after: Mapping | undefined): readonly string[] {
  const [was, is] = [before, after].map((value) => mapping(value?.spec).selector);
  return before === undefined || after === undefined || isSameValue(was, is) ? [] : [json(is)];
}

/** `port` is undefined for all of them. */
function lowered(before: string, after: string, port: string | undefined, path: Path): readonly Loosening[] {
  if (modes.indexOf(after) >= modes.indexOf(before)) return [];
  const what =
    after === 'DISABLE' ? 'no longer takes encrypted connections' : 'newly takes connections without a certificate';
  return [
    {
      what: `${what}${port === undefined ? '' : ` on port ${port}`} (${before} before)`,
      remedy: 'Keep STRICT, and make exceptions only for single ports of single workloads.',
      severity: before === 'STRICT' ? 'high' : 'medium',
      path,
      formerPath: path,
      subject: ['mtls', port ?? '', after],
    },
  ];
}

/** What listeners of a Gateway (gateway.networking.k8s.io/v1, networking.istio.io/v1) no longer protect, or newly open. */
export function listenersLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const field = Array.isArray(mapping(after.spec).servers) ? 'servers' : 'listeners';
  const old = new Map(listenersOf(before, field).map((each) => [each.key, each]));
  const isAllEncrypted = old.size > 0 && [...old.values()].every(({ value }) => encrypts(value));
  return listenersOf(after, field).flatMap(({ key, value, index }) => {
    const former = old.get(key)?.value;
    if (former !== undefined) return listenerLoosened(former, value, ['spec', field, index], key);
    // Routes that name no listener are served by each; one that sends requests to TLS serves nothing.
    if (!isAllEncrypted || encrypts(value) || redirects(value)) return [];
    return [
      {
        what: `newly serves ${key} without TLS next to what it serves by TLS`,
        remedy: 'Leave it to a listener that only redirects, and name the listener in routes.',
        severity: 'medium' as const,
        path: ['spec', field, index],
        subject: [key, 'without TLS'],
      },
    ];
  });
}

const protocol = (value: Mapping) =>
  (scalarText(value.protocol) || scalarText(mapping(value.port).protocol)).toUpperCase();
const encrypts = (value: Mapping) =>
  /^(?:HTTPS|TLS)$/.test(protocol(value)) || (value.tls !== undefined && scalarText(mapping(value.tls).mode) !== '');
const redirects = (value: Mapping) => mapping(value.tls).httpsRedirect === true;

function listenersOf({ spec }: Mapping, field: string) {
  return list(mapping(spec)[field]).map((each, index) => {
    const value = mapping(each);
    const port = mapping(value.port);
    return {
      key: scalarText(value.name) || scalarText(port.name) || scalarText(port.number) || String(index),
      value,
      index,
    };
  });
}

/**
 * How far clients have to show a certificate: not at all, only where they have one, always. `OPTIONAL_MUTUAL` of Istio makes it optional
 * (networking.istio.io/v1, ServerTLSSettings), `AllowInsecureFallback` of the Gateway API an invalid one as well (FrontendTLSValidation).
 */
function demand({ tls: stated }: Mapping): number {
  const tls = mapping(stated);
  const mode = scalarText(tls.mode);
  if (mode === 'OPTIONAL_MUTUAL') return 1;
  if (/^(?:ISTIO_)?MUTUAL$/.test(mode)) return 2;
  if (tls.frontendValidation === undefined) return 0;
  return mapping(tls.frontendValidation).mode === 'AllowInsecureFallback' ? 1 : 2;
}

/** Whether routes come from namespaces that were not selected; one that cannot be read selects all (gateway.networking.k8s.io/v1, RouteNamespaces). */
function isSelectorWider(before: Mapping, after: Mapping): boolean {
  const [was, is] = [before, after].map((each) =>
    readLabelSelector(valueUnder(each, 'allowedRoutes', 'namespaces', 'selector')),
  );
  return was !== undefined && (is === undefined || !isWithin(is, was));
}

function listenerLoosened(was: Mapping, is: Mapping, path: Path, name: string): readonly Loosening[] {
  const from = (value: Mapping) => scalarText(valueUnder(value, 'allowedRoutes', 'namespaces', 'from')) || 'Same';
  const reach = ['None', 'Same', 'Selector', 'All'];
  const isLessAsked = demand(was) > demand(is);
  /** `about` is what of the listener it is, for fingerprints. */
  const found = (
    isSo: boolean,
    about: readonly string[],
    what: string,
    severity: Loosening['severity'],
    field: string,
  ): readonly Loosening[] => {
    const at = [...path, field];
    const remedy = 'Keep it, and add what needs less as a listener of its own.';
    return isSo ? [{ what, remedy, severity, path: at, formerPath: at, subject: [name, ...about] }] : [];
  };
  return [
    ...found(encrypts(was) && !encrypts(is), ['TLS'], `no longer serves ${name} over TLS`, 'high', 'protocol'),
    ...found(
      isLessAsked && demand(is) === 0,
      ['client certificate', 'none'],
      `no longer asks clients of ${name} for a certificate`,
      'high',
      'tls',
    ),
    ...found(
      isLessAsked && demand(is) > 0,
      ['client certificate', 'optional'],
      `newly lets clients of ${name} in without a valid certificate`,
      'high',
      'tls',
    ),
    ...found(redirects(was) && !redirects(is), ['redirect'], `no longer redirects ${name} to TLS`, 'medium', 'tls'),
    ...found(
      reach.indexOf(from(is)) > reach.indexOf(from(was)),
      ['routes', from(is)],
      `newly takes routes for ${name} from other namespaces (${from(is)})`,
      'medium',
      'allowedRoutes',
    ),
    ...found(
      from(was) === 'Selector' && from(is) === 'Selector' && isSelectorWider(was, is),
      ['routes', 'Selector', json(valueUnder(is, 'allowedRoutes', 'namespaces'))],
      `newly takes routes for ${name} from namespaces that its selector left out`,
      'medium',
      'allowedRoutes',
    ),
  ];
}

/** What is demanded of the peers that a PeerAuthentication is for without it: by its namespace's own, or by the mesh's, PERMISSIVE where none says it. */
export function modeWithout(own: Resource, peers: readonly Resource[]): string {
  const others = peers.filter(({ namespace, name }) => namespace !== own.namespace || name !== own.name);
  return (
    (isForSome(own) ? modeForAll(others, own.namespace) : undefined) ??
    (own.namespace === rootNamespace && !isForSome(own) ? undefined : modeForAll(others, rootNamespace)) ??
    'PERMISSIVE'
  );
}

/** The namespace whose settings are for the whole mesh (istio.mesh.v1alpha1, MeshConfig.rootNamespace). */
export const rootNamespace = 'istio-system';

/** Whether it is for some pods of its namespace; a selector without labels is for all of them. */
function isForSome({ value }: Resource): boolean {
  return Object.keys(mapping(valueUnder(value, 'spec', 'selector', 'matchLabels'))).length > 0;
}

function modeForAll(peers: readonly Resource[], of: string | undefined): string | undefined {
  const own = peers.find((each) => each.namespace === of && !isForSome(each));
  const stated = scalarText(valueUnder(own?.value, 'spec', 'mtls', 'mode'));
  return modes.includes(stated) ? stated : undefined;
}
