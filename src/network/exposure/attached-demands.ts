import { clipped } from '../../clipped.ts';
import type { Loosening } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import {
  addedItems,
  isMapping,
  isSameValue,
  json,
  list,
  type Mapping,
  mapping,
  scalarText,
} from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';

/** The fields of Envoy Gateway's SecurityPolicy that decide who is let in (gateway.envoyproxy.io/v1alpha1). */
const ofEnvoy: readonly string[] = ['apiKeyAuth', 'authorization', 'basicAuth', 'extAuth', 'jwt', 'oidc'];
/** The rules of Kuadrant's AuthPolicy that do (kuadrant.io/v1). */
const ofKuadrant: readonly string[] = ['authentication', 'authorization'];

/** What a policy that is attached to routes demands of all who come in by them. */
export function demandsOf({ kind, value }: Resource): readonly string[] {
  const spec = mapping(value.spec);
  if (kind !== 'AuthPolicy') return ofEnvoy.filter((field) => isDemanded(field, spec[field]));
  return ofKuadrant.filter((field) => {
    const rules = rulesOf(spec, field);
    // Of several ways to be known one is enough.
    return rules.length > 0 && !(field === 'authentication' && rules.some(({ rule }) => isMapping(rule.anonymous)));
  });
}

const isOff = (value: unknown) => value === undefined || value === null || scalarText(value) === 'false';

function isDemanded(field: string, value: unknown): boolean {
  if (!isMapping(value)) return false;
  if (field === 'jwt') return isOff(value.optional);
  // What no rule is about is denied unless it is said otherwise.
  const isOpen = field === 'authorization' && !/^(?:|Deny)$/.test(scalarText(value.defaultAction));
  return !isOpen || list(value.rules).some((rule) => mapping(rule).action === 'Deny');
}

/** What a policy demands less of those who come in than before, though it still demands something of that kind. */
export function demandsLoosened(was: Resource, is: Resource): readonly Loosening[] {
  const [old, now] = [mapping(was.value.spec), mapping(is.value.spec)];
  const kept = new Set(demandsOf(is));
  const demanded = demandsOf(was).filter((field) => kept.has(field));
  return was.kind === 'AuthPolicy'
    ? [...demanded.flatMap((field) => rulesLoosened(field, old, now)), ...otherConditions(old, now)]
    : demanded.flatMap((field) => envoyLoosened(field, mapping(old[field]), mapping(now[field])));
}

const remedy =
  'Keep it as it was for the routes that it is attached to, and attach another policy to those that need less.';

function loosening(what: string, severity: Loosening['severity'], path: Path, subject: readonly string[]): Loosening {
  return { what, remedy, severity, path, formerPath: path, subject };
}

function envoyLoosened(field: string, was: Mapping, is: Mapping): readonly Loosening[] {
  const path = ['spec', field];
  if (field === 'extAuth' && isOff(was.failOpen) && !isOff(is.failOpen)) {
    const what = 'newly lets everybody in while the service that decides does not answer';
    return [loosening(what, 'high', [...path, 'failOpen'], [field, 'failOpen'])];
  }
  if (field === 'oidc' && isOff(was.passThroughAuthHeader) && !isOff(is.passThroughAuthHeader)) {
    const what = 'newly leaves whoever brings a token in a header to other checks, without OIDC';
    return [loosening(what, 'medium', [...path, 'passThroughAuthHeader'], [field, 'passThroughAuthHeader'])];
  }
  if (field !== 'authorization') return [];
  const isOpened =
    /^(?:|Deny)$/.test(scalarText(was.defaultAction)) && !/^(?:|Deny)$/.test(scalarText(is.defaultAction));
  if (isOpened) {
    const what = 'newly lets in whom none of its rules is about';
    return [
      loosening(what, 'high', [...path, 'defaultAction'], [field, 'defaultAction', ...addedItems(was.rules, is.rules)]),
    ];
  }
  // The first rule that matches decides: only what is denied besides, before all others, is surely no more.
  const rulesOfSide = (side: Mapping) =>
    list(side.rules).filter((rule) => mapping(rule).action !== 'Deny' || side === was);
  const isKept = rulesOfSide(is).every((rule) => list(was.rules).some((each) => isSameValue(each, rule)));
  const denies = list(was.rules).filter((rule) => mapping(rule).action === 'Deny');
  const isDenied = denies.every((rule) => list(is.rules).some((each) => isSameValue(each, rule)));
  if (isKept && isDenied) return [];
  const what = 'has other rules of whom it lets in than before; whether they let in more was not judged';
  return [loosening(what, 'medium', [...path, 'rules'], [field, 'rules', json(is.rules)])];
}

interface Rule {
  readonly name: string;
  readonly rule: Mapping;
  readonly path: Path;
}

/** A policy states its rules by themselves, as defaults, or as overrides. */
function rulesOf(spec: Mapping, field: string): readonly Rule[] {
  const places = [[], ['defaults'], ['overrides']] as const;
  return places.flatMap((at) => {
    const holder = at[0] === undefined ? spec : mapping(spec[at[0]]);
    const rules = mapping(mapping(holder.rules)[field]);
    const path = ['spec', ...at, 'rules', field];
    return Object.keys(rules).map((name) => ({ name, rule: mapping(rules[name]), path: [...path, name] }));
  });
}

/** Of ways to be known another one lets in more; of rules that all have to hold one that is gone does. */
function rulesLoosened(field: string, was: Mapping, is: Mapping): readonly Loosening[] {
  const [old, now] = [rulesOf(was, field), rulesOf(is, field)];
  const known = new Map(old.map((each) => [each.name, each]));
  const kept = new Set(now.map(({ name }) => name));
  const [first, of] = field === 'authentication' ? ['way to be known', 'authentication'] : ['rule', 'authorization'];
  return [
    ...now.flatMap(({ name, rule, path }) => {
      const former = known.get(name);
      const what = `has another ${first} (${of} ${clipped(name, 60)}) than before; whether it lets in more was not judged`;
      const isOther = former === undefined ? field === 'authentication' : !isSameValue(former.rule, rule);
      return isOther ? [loosening(what, 'medium', path, [field, name, json(rule)])] : [];
    }),
    ...old.flatMap(({ name, path }) => {
      if (field === 'authentication' || kept.has(name)) return [];
      const what = `no longer demands what ${of} ${clipped(name, 60)} did`;
      return [loosening(what, 'high', path, [field, name, 'gone'])];
    }),
  ];
}

/** Where the conditions of a whole policy do not hold, it demands nothing. */
function otherConditions(was: Mapping, is: Mapping): readonly Loosening[] {
  const fields = ['when', 'patterns'];
  const of = (spec: Mapping) =>
    fields.map((field) => [spec[field], mapping(spec.defaults)[field], mapping(spec.overrides)[field]]);
  const isNone = [is, mapping(is.defaults), mapping(is.overrides)].every((each) => list(each.when).length === 0);
  if (isSameValue(of(was), of(is)) || isNone) return [];
  return [
    loosening('newly demands it under other conditions alone (when)', 'high', ['spec', 'when'], ['when', json(of(is))]),
  ];
}
