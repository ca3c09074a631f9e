import { canonical, entryOf, isMapping, json, type Mapping, scalarText } from '../../plain-values.ts';
import type { Labels } from '../../rbac/model/label-selector.ts';
import { readCidr } from '../model/address-set.ts';
import { type Condition, isMet, type Range } from './calico-conditions.ts';

/** The conditions of a rule, which all have to hold (projectcalico.org/v3, Rule); what is not understood is a fact of its own. */
export function readRule(rule: Mapping): readonly Condition[] {
  return Object.entries(rule).flatMap(([field, value]): readonly Condition[] => {
    if (field === 'action' || field === 'metadata' || isNothing(value)) return [];
    if ((field === 'source' || field === 'destination') && isMapping(value)) return readEntity(field, value);
    const protocol = /^(?:notProtocol|protocol)$/.test(field) ? protocolOf(value) : undefined;
    if (protocol === undefined) return [fact(field, value)];
    const condition: Condition = { kind: 'value', of: 'protocol', values: [protocol] };
    return [field === 'protocol' ? condition : { kind: 'not', condition }];
  });
}

/** For whom a policy is. */
export function readSelectors(spec: Mapping): readonly Condition[] {
  return ['selector', 'namespaceSelector', 'serviceAccountSelector'].flatMap((field) =>
    isNothing(spec[field]) ? [] : readSelector(scalarText(spec[field]), `own ${field}`),
  );
}

/** Whether a policy may be for pods with these labels: a selector that is not understood is for any, and so is whatever else it asks. */
export function maySelect({ selector }: Mapping, labels: Labels): boolean {
  if (isNothing(selector)) return true;
  const known = new Map(Object.entries(labels).map(([key, value]) => [`value pod ${key}`, value]));
  return readSelector(scalarText(selector), 'pod').every((each) => each.kind === 'fact' || isMet([each], known));
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (typeof value === 'object' && json(value).length === 2)
  );
}

function fact(...about: readonly unknown[]): Condition {
  return { kind: 'fact', name: canonical(about) };
}

const numbers: Readonly<Record<string, string>> = {
  1: 'ICMP',
  6: 'TCP',
  17: 'UDP',
  58: 'ICMPV6',
  132: 'SCTP',
  136: 'UDPLITE',
};

function protocolOf(value: unknown): string | undefined {
  const text = scalarText(value).toUpperCase();
  return numbers[text] ?? (/^[A-Z\d]+$/.test(text) ? text : undefined);
}

/** One end of traffic (EntityRule). */
function readEntity(side: string, { selector, namespaceSelector, ...fields }: Mapping): readonly Condition[] {
  const others = Object.entries(fields).flatMap(([field, value]): readonly Condition[] => {
    if (isNothing(value)) return [];
    const isNot = /^not[A-Z]/.test(field);
    const reading = entryOf(readings, field.replace(/^notP/, 'p').replace(/^notN/, 'n'));
    if (reading === undefined || !Array.isArray(value)) return [fact(side, field, value, namespaceSelector)];
    const condition: Condition = { kind: 'any', conditions: value.map((each) => reading(side, each)) };
    return [isNot ? { kind: 'not', condition } : condition];
  });
  if (isNothing(selector) && isNothing(namespaceSelector)) return others;
  // Only a pod has labels: `all()` is every pod of the namespaces, not every address.
  const isPod = fact(side, 'pod of', namespaceSelector);
  return [isPod, ...(isNothing(selector) ? [] : readSelector(scalarText(selector), side)), ...others];
}

const readings: Readonly<Record<string, (side: string, value: unknown) => Condition>> = {
  nets: (side, value) => {
    const range = readCidr(scalarText(value));
    // Addresses of both kinds in one row.
    const offset = range?.bits === 128 ? 1n << 32n : 0n;
    return range === undefined
      ? fact(side, 'net', value)
      : number(`${side} address`, { first: range.first + offset, last: range.last + offset });
  },
  ports: (side, value) => {
    const [, first, last = first] = /^(\d{1,5})(?::(\d{1,5}))?$/.exec(scalarText(value)) ?? [];
    return first === undefined
      ? fact(side, 'port', value)
      : number(`${side} port`, { first: BigInt(first), last: BigInt(last ?? first) });
  },
};

function number(of: string, range: Range): Condition {
  return { kind: 'number', of, ranges: [range] };
}

const label = `[\\w./-]+`;
const quoted = `(?:'[^'{}$]*'|"[^"{}$]*")`;
const term = `(?:all\\(\\)|!?has\\(${label}\\)|${label}\\s*[!=]=\\s*${quoted}|${label}\\s+(?:not\\s+)?in\\s*\\{\\s*${quoted}(?:\\s*,\\s*${quoted})*\\s*\\})`;
const conjunction = new RegExp(`^${term}(?:\\s*&&\\s*${term})*$`);

/** A selector (libcalico-go, lib/selector) of terms that all have to hold; any other one is a fact. */
function readSelector(selector: string, whose: string): readonly Condition[] {
  const text = selector.trim();
  if (!conjunction.test(text)) return [fact(whose, text)];
  return [...text.matchAll(new RegExp(term, 'g'))].flatMap(([each]) => readTerm(each, whose));
}

function readTerm(text: string, whose: string): readonly Condition[] {
  if (text === 'all()') return [];
  const [, key = ''] = /^(?:!?has\()?([\w./-]+)/.exec(text) ?? [];
  const of = `${whose} ${key}`;
  const values = [...text.matchAll(new RegExp(quoted, 'g'))].map(([each]) => each.slice(1, -1));
  const isHas = /^!?has\(/.test(text);
  const condition: Condition = { kind: 'value', of, values: isHas ? [undefined] : values };
  // A label that is not there is not equal to any, and in no list.
  const isPositive = isHas ? text.startsWith('!') : !/^[\w./-]+\s*(?:!=|\s+not\s)/.test(text);
  return [isPositive ? condition : { kind: 'not', condition }];
}
