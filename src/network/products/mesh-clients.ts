import type { Loosening } from '../../kube/loosening.ts';
import { list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';

/** A subset of the hosts, a port, or both; nothing for all of it. */
interface Part {
  readonly subset?: string;
  readonly port?: string;
}

/** How requests to one host are sent: to all of it, to a port, to a subset. */
interface Connection {
  readonly part: Part;
  /** The part as one text, for comparing; empty for all of it. */
  readonly where: string;
  readonly mode: string;
  readonly isUnverified: boolean;
  readonly path: Path;
}

/**
 * What a DestinationRule (networking.istio.io/v1) no longer protects of requests to its host. Where it states no mode, the mesh encrypts by itself what
 * its own workloads take, and nothing else; `before` is undefined of a new one.
 */
export function connectionsLoosened(before: Mapping | undefined, after: Mapping): readonly Loosening[] {
  const host = scalarText(mapping(after.spec).host);
  const isSameHost = before !== undefined && scalarText(mapping(before.spec).host) === host;
  const old = new Map(isSameHost ? connectionsOf(before).map((each) => [each.where, each]) : []);
  const whole = old.get('');
  const is = connectionsOf(after);
  const isWhole = is.find(({ where }) => where === '');
  const now = isWhole === undefined && whole !== undefined ? [{ ...whole, mode: '', isUnverified: false }, ...is] : is;
  return now.flatMap((each) => {
    const was = old.get(each.where) ?? whole;
    // What holds for the whole host is said once.
    if (each.where !== '' && was === whole && each.mode === isWhole?.mode) return [];
    return loosened(was, each, host, { isThere: before !== undefined && isSameHost, isSameHost });
  });
}

function connectionsOf({ spec }: Mapping): readonly Connection[] {
  const of = (policy: unknown, part: Part, path: Path): readonly Connection[] => {
    const { tls, portLevelSettings } = mapping(policy);
    const ports = list(portLevelSettings).flatMap((each, index) => {
      const { port, tls: own } = mapping(each);
      return connection(own, { ...part, port: scalarText(mapping(port).number) }, [
        ...path,
        'portLevelSettings',
        index,
      ]);
    });
    return [...connection(tls, part, path), ...ports];
  };
  const { trafficPolicy, subsets } = mapping(spec);
  return [
    ...of(trafficPolicy, {}, ['spec', 'trafficPolicy']),
    ...list(subsets).flatMap((each, index) =>
      of(mapping(each).trafficPolicy, { subset: scalarText(mapping(each).name) }, [
        ...['spec', 'subsets', index],
        'trafficPolicy',
      ]),
    ),
  ];
}

function connection(tls: unknown, part: Part, path: Path): readonly Connection[] {
  if (tls === undefined || tls === null) return [];
  const { mode, insecureSkipVerify } = mapping(tls);
  const where = Object.entries(part).flat().join(' ');
  return [{ part, where, mode: scalarText(mode), isUnverified: insecureSkipVerify === true, path: [...path, 'tls'] }];
}

function loosened(
  was: Connection | undefined,
  { part: { subset, port }, where, mode, isUnverified, path }: Connection,
  host: string,
  { isThere, isSameHost }: { readonly isThere: boolean; readonly isSameHost: boolean },
): readonly Loosening[] {
  const inSubset = subset === undefined ? '' : ` in the subset ${subset}`;
  const to = `to ${host}${inSubset}${port === undefined ? '' : ` on port ${port}`}`;
  const found = (what: string, severity: Loosening['severity'], field: string): readonly Loosening[] => [
    {
      what,
      remedy: 'Keep encrypting and verifying: what is on the way reads and answers requests else.',
      severity,
      path: [...path, field],
      formerPath: path,
      subject: ['connections', where, field, mode, ...(isSameHost ? [] : [host])],
    },
  ];
  const old = was?.mode ?? '';
  const skips =
    isUnverified && was?.isUnverified !== true
      ? found(`no longer verifies who answers requests ${to}`, isThere ? 'high' : 'medium', 'insecureSkipVerify')
      : [];
  if (mode === 'DISABLE' && old !== 'DISABLE')
    return found(`newly sends requests ${to} without TLS`, isThere ? 'high' : 'medium', 'mode');
  if (mode === '' && /^(?:SIMPLE|MUTUAL)$/.test(old))
    return found(`no longer says that requests ${to} are sent by TLS`, 'medium', 'mode');
  if (mode === 'SIMPLE' && /MUTUAL$/.test(old))
    return [...skips, ...found(`no longer shows a certificate with requests ${to}`, 'medium', 'mode')];
  return skips;
}
