import { list, mapping, scalarText } from '../../plain-values.ts';

/** Ports of a NetworkPolicyPort: a range of numbers, or a port by the name that pods give it. */
export type PortRange =
  | { readonly protocol: string; readonly first: number; readonly last: number }
  | { readonly protocol: string; readonly name: string };

/** A part of the ports that no range of a comparison divides. `other`: ICMP and whatever else has no ports. */
export type PortPart = PortRange | { readonly protocol: 'other' };

const highest = 65_535;
const protocols = ['TCP', 'UDP', 'SCTP'];
/** Allowed only where a rule names no ports. */
const withoutPorts: PortPart = { protocol: 'other' };

/**
 * Reads `ports` of a rule; undefined means every port of every protocol (networking/v1, NetworkPolicyIngressRule), which all ports of the
 * three protocols are as well: of others nothing is said.
 */
export function readPorts(value: unknown): readonly PortRange[] | undefined {
  const ports = list(value).map((each) => readPort(mapping(each)));
  return ports.length === 0 || areAllPorts(ports) ? undefined : ports;
}

/** Whether ranges together are all ports of the three protocols. */
export function areAllPorts(ports: readonly PortRange[]): boolean {
  return protocols.every((protocol) => areAllOf(ports, protocol));
}

function areAllOf(ports: readonly PortRange[], protocol: string): boolean {
  const ranges = ports
    .flatMap((each) => ('first' in each && each.protocol === protocol ? each : []))
    .sort((one, two) => one.first - two.first);
  let reached = 0;
  for (const { first, last } of ranges) if (first <= reached + 1) reached = Math.max(reached, last);
  return reached >= highest;
}

function readPort({ protocol, port, endPort }: ReturnType<typeof mapping>): PortRange {
  const named = scalarText(protocol) || 'TCP';
  const text = scalarText(port);
  if (text === '') return { protocol: named, first: 1, last: highest };
  if (!/^\d+$/.test(text)) return { protocol: named, name: text };
  const end = scalarText(endPort);
  return { protocol: named, first: Number(text), last: /^\d+$/.test(end) ? Number(end) : Number(text) };
}

/** Whether a part is among the ranges; a name is also among all ports of its protocol. */
export function holdsPorts(ranges: readonly PortRange[] | undefined, part: PortPart): boolean {
  if (ranges === undefined) return true;
  return ranges.some((range) => {
    if (range.protocol !== part.protocol) return false;
    if ('name' in range) return 'name' in part && range.name === part.name;
    if ('first' in part) return range.first <= part.first && part.last <= range.last;
    return range.first <= 1 && range.last >= highest;
  });
}

/** The parts into which the ranges divide the ports of all protocols. */
export function portParts(ranges: Iterable<PortRange>): readonly PortPart[] {
  const firsts = new Map(protocols.map((protocol) => [protocol, new Set<number>([1])]));
  const names = new Map<string, PortRange>();
  for (const range of ranges) {
    if ('name' in range) names.set(`${range.protocol} ${range.name}`, range);
    else {
      const known = firsts.get(range.protocol) ?? new Set([1]);
      firsts.set(range.protocol, known.add(range.first));
      if (range.last < highest) known.add(range.last + 1);
    }
  }
  const numbers = [...firsts].flatMap(([protocol, all]) => {
    const sorted = [...all].sort((one, two) => one - two);
    return sorted.map((first, index) => ({ protocol, first, last: (sorted[index + 1] ?? highest + 1) - 1 }));
  });
  return [...numbers, ...names.values(), withoutPorts];
}

/** The ranges of parts next to each other joined; undefined where they are all there is. */
export function joinParts(parts: readonly PortPart[]): readonly PortRange[] | undefined {
  const joined: PortRange[] = [];
  for (const part of parts) {
    if (part.protocol === withoutPorts.protocol) continue;
    const range = part as PortRange;
    const last = joined.at(-1);
    const isNext =
      last !== undefined &&
      'last' in last &&
      'first' in range &&
      last.protocol === range.protocol &&
      last.last + 1 === range.first;
    if (isNext) joined[joined.length - 1] = { ...last, last: range.last };
    else joined.push(range);
  }
  const isAll =
    parts.includes(withoutPorts) &&
    protocols.every((protocol) => holdsPorts(joined, { protocol, first: 1, last: highest }));
  return isAll ? undefined : joined;
}

/** `TCP 443`, `UDP 5000–5010`, `TCP http`; `all ports`, `all ports but TCP 8080`. */
export function describePorts(ranges: readonly PortRange[] | undefined): string {
  if (ranges === undefined) return 'all ports';
  const except = exceptedPorts(ranges);
  if (except !== undefined) return `all ports but ${except.map(describeRange).join(', ')}`;
  return [...new Set(ranges.map(describeRange))].join(', ');
}

/** Gaps that are named in the place of all ports around them. */
const mostGaps = 3;

/** The few ports that the ranges leave out; undefined where they leave out many, or a whole protocol. */
function exceptedPorts(ranges: readonly PortRange[]): readonly PortRange[] | undefined {
  const numbered = ranges.flatMap((each) => ('first' in each ? each : []));
  if (numbered.length < ranges.length || !protocols.every((each) => numbered.some(({ protocol }) => protocol === each)))
    return undefined;
  const gaps = protocols.flatMap((protocol) => gapsOf(numbered.filter((each) => each.protocol === protocol)));
  const isMuch = gaps.some(({ first, last }) => last - first >= highest / 2);
  return gaps.length === 0 || gaps.length > mostGaps || isMuch ? undefined : gaps;
}

type NumberedRange = Extract<PortRange, { readonly first: number }>;

/** What is between the ranges of one protocol. */
function gapsOf(ranges: readonly NumberedRange[]): readonly NumberedRange[] {
  const gaps: NumberedRange[] = [];
  let next = 1;
  const protocol = ranges[0]?.protocol ?? '';
  for (const { first, last } of [...ranges].sort((one, other) => one.first - other.first)) {
    if (first > next) gaps.push({ protocol, first: next, last: first - 1 });
    next = Math.max(next, last + 1);
  }
  return next > highest ? gaps : [...gaps, { protocol, first: next, last: highest }];
}

/** The same for fingerprints, without words: `TCP/443`, `UDP/5000-5010`, `*`. */
export function portsCode(ranges: readonly PortRange[] | undefined): string {
  if (ranges === undefined) return '*';
  const codes = ranges.map((range) => {
    const which =
      'name' in range ? range.name : range.first === range.last ? range.first : `${range.first}-${range.last}`;
    return `${range.protocol}/${which}`;
  });
  return [...new Set(codes)].join();
}

function describeRange(range: PortRange): string {
  if ('name' in range) return `${range.protocol} ${range.name}`;
  const { protocol, first, last } = range;
  if (first <= 1 && last >= highest) return `all ${protocol} ports`;
  return `${protocol} ${first === last ? first : `${first}–${last}`}`;
}
