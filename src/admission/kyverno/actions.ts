import { canonical, list, type Mapping, mapping, scalarText, strings, text } from '../../plain-values.ts';
import { isWithin, readLabelSelector } from '../../rbac/model/label-selector.ts';
import type { Path } from '../../yaml/document.ts';
import { isLike } from './kinds.ts';

/** What some namespaces have instead of a rule's or policy's own action (ValidationFailureActionOverride). */
export interface Override {
  readonly isEnforce: boolean;
  readonly namespaces: readonly string[];
  /** The namespaces again, as they are, and those that are patterns of names. */
  readonly names: ReadonlySet<string>;
  readonly patterns: readonly string[];
  /** Undefined where there is none. */
  readonly selector: unknown;
  readonly path: Path;
}

/** An action where it is written. */
interface Action {
  readonly isEnforce: boolean;
  readonly path: Path;
}

/** What is done about what breaks a rule: in all namespaces, and in some. */
export interface Actions {
  /** Kyverno is not asked about requests (`admission: false`). */
  readonly isOff: boolean;
  readonly isOfImages: boolean;
  readonly own: Action | undefined;
  readonly ownOverrides: readonly Override[];
  readonly policy: Action | undefined;
  readonly policyOverrides: readonly Override[];
}

/** Namespaces that nothing here distinguishes: one name, or a pattern's, and the selectors that take them. */
export interface Cell {
  readonly name: string;
  /** The names or patterns that it is for; none for namespaces that no override names. */
  readonly called: string;
  readonly selectors: readonly string[];
}

/** The actions of a rule and of its policy. Small letters were the older form. */
export function readActions(rule: Mapping, path: Path, spec: Mapping): Actions {
  const validate = mapping(rule.validate);
  return {
    isOff: spec.admission === false,
    isOfImages: rule.validate === undefined,
    own:
      rule.validate === undefined
        ? actionOfImages(rule, path)
        : actionOf(validate.failureAction, [...path, 'validate', 'failureAction']),
    ownOverrides: overridesOf(validate.failureActionOverrides, [...path, 'validate', 'failureActionOverrides']),
    policy: actionOf(spec.validationFailureAction, ['spec', 'validationFailureAction']),
    policyOverrides: overridesOf(spec.validationFailureActionOverrides, ['spec', 'validationFailureActionOverrides']),
  };
}

function actionOf(value: unknown, path: Path): Action | undefined {
  const action = text(value);
  return action === undefined ? undefined : { isEnforce: isEnforce(action), path };
}

function isEnforce(action: string): boolean {
  return action === 'Enforce' || action === 'enforce';
}

/** Of several images one that is enforced is enough. */
function actionOfImages(rule: Mapping, path: Path): Action | undefined {
  const actions = list(rule.verifyImages).flatMap(
    (each, index) => actionOf(mapping(each).failureAction, [...path, 'verifyImages', index, 'failureAction']) ?? [],
  );
  return actions.find((each) => each.isEnforce) ?? actions[0];
}

function overridesOf(value: unknown, path: Path): readonly Override[] {
  return list(value).map((each, index) => {
    const { action, namespaces, namespaceSelector } = mapping(each);
    const all = strings(namespaces);
    return {
      isEnforce: isEnforce(scalarText(action)),
      namespaces: all,
      names: new Set(all),
      patterns: all.filter((name) => name.includes('*')),
      selector: namespaceSelector ?? undefined,
      path: [...path, index],
    };
  });
}

/** Whether a rule refuses in some namespaces, and what decides that. */
export interface Verdict {
  readonly refuses: boolean;
  /** The place of the override that decides, or of the action; undefined where none is written. */
  readonly path: Path | undefined;
  readonly isByOverride: boolean;
}

/**
 * What holds in a namespace. The first override that matches decides. Kyverno asks twice and refuses only where both say so: which rules it
 * enforces there (pkg/policycache/cache.go), where the policy's overrides come before a rule's own action, and whether what failed is refused
 * (pkg/engine/api/engineresponse.go), where they come after it.
 */
export function verdictIn(actions: Actions, cell: Cell): Verdict {
  const { isOff, isOfImages, own, ownOverrides, policy, policyOverrides } = actions;
  if (isOff) return { refuses: false, path: ['spec', 'admission'], isByOverride: false };
  const [ownOverride, policyOverride] = [ownOverrides, policyOverrides].map((all) =>
    all.find((each) => takesBoth(each, cell)),
  );
  const answer = ownOverride ?? own ?? policyOverride ?? policy;
  const first = (ownOverrides.length > 0 ? ownOverrides : policyOverrides).find((each) => takesEither(each, cell));
  const chosen = isOfImages ? answer : (first ?? own ?? policy);
  const deciding = answer?.isEnforce === true ? chosen : answer;
  const override = [ownOverride, policyOverride, first].find((each) => each === deciding);
  return {
    refuses: answer?.isEnforce === true && chosen?.isEnforce === true,
    path: override === undefined ? deciding?.path : placeIn(override, cell),
    isByOverride: override !== undefined,
  };
}

/** As policies are chosen: namespaces or their labels are enough. */
function takesEither(override: Override, cell: Cell): boolean {
  const { namespaces, selector } = override;
  if (namespaces.length === 0 && selector === undefined) return true;
  return isNamed(override, cell) || (selector !== undefined && cell.selectors.includes(canonical(selector)));
}

/** As failures are answered: both have to hold. */
function takesBoth(override: Override, cell: Cell): boolean {
  const { namespaces, selector } = override;
  return (
    (namespaces.length === 0 || isNamed(override, cell)) &&
    (selector === undefined || cell.selectors.includes(canonical(selector)))
  );
}

function isNamed({ names, patterns }: Override, { name }: Cell): boolean {
  return names.has(name) || patterns.some((each) => isLike(each, name));
}

/** The namespace of an override that takes one, if it is by its name. */
function placeIn({ namespaces, names, path }: Override, { name }: Cell): Path {
  const index = names.has(name) ? namespaces.indexOf(name) : namespaces.findIndex((each) => isLike(each, name));
  return index < 0 ? path : [...path, 'namespaces', index];
}

/** Patterns of which the names in common are tried, and selectors of which all are that may hold together. */
const [mostPatterns, mostSelectors] = [12, 5];

/** The rest of a name, in the place of a pattern's star: no namespace has it. */
const rest = '~';

/** Comparisons of namespaces with overrides, for the rules of a policy together, and characters of a namespace (RFC 1123). */
const [mostSteps, longestName] = [3_000_000, 63];

/** Whether the namespaces that overrides distinguish are too many to be gone through for each of as many rules. */
export function isTooMuch(sides: readonly Actions[], rules: number): boolean {
  const overrides = sides.flatMap(({ ownOverrides, policyOverrides }) => [...ownOverrides, ...policyOverrides]);
  const selectors = overrides.filter(({ selector }) => selector !== undefined).length;
  const sets = selectors <= mostSelectors ? 2 ** selectors : selectors + 1;
  const [names, patterns] = [new Set<string>(), overrides.reduce((sum, each) => sum + each.patterns.length, 0)];
  for (const { namespaces } of overrides) for (const each of namespaces) names.add(each);
  const isLong = [...names].some((each) => each.length > longestName);
  const inCommon = patterns === 0 ? 0 : mostPatterns ** 2;
  const steps = (names.size + inCommon + 1) * sets * (overrides.length + patterns) + selectors ** 2;
  return (isLong && patterns > mostPatterns) || steps * rules > mostSteps;
}

/** Whether a rule may refuse in some namespace, as far as what is written shows it. */
export function mayRefuse({ isOff, own, ownOverrides, policy, policyOverrides }: Actions): boolean {
  return !isOff && [own, ...ownOverrides, policy, ...policyOverrides].some((each) => each?.isEnforce === true);
}

/** What decides where a rule refuses, as one text. */
export function codeOfActions({ isOff, own, ownOverrides, policy, policyOverrides }: Actions): string {
  const bare = (all: readonly Override[]) =>
    all.map(({ isEnforce, namespaces, selector }) => [isEnforce, namespaces, selector ?? null]);
  const actions = [isOff, own?.isEnforce ?? null, policy?.isEnforce ?? null];
  return canonical([actions, bare(ownOverrides), bare(policyOverrides)]);
}

/** The namespaces that overrides of a rule distinguish, before and after; the first are those that none of them names. */
export function cellsOf(sides: readonly Actions[]): readonly Cell[] {
  const overrides = sides.flatMap(({ ownOverrides, policyOverrides }) => [...ownOverrides, ...policyOverrides]);
  const all = [...new Set(overrides.flatMap(({ namespaces }) => namespaces))];
  const names = new Map([['', ''], ...all.map((each) => [each.replace(/\*+/g, rest), each] as const)]);
  // Two patterns may have names in common.
  const open = all.filter((each) => each.endsWith('*')).slice(0, mostPatterns);
  const ended = all.filter((each) => each.startsWith('*')).slice(0, mostPatterns);
  for (const one of open) {
    for (const other of ended) {
      const both = one.replace(/\*+$/, '') + rest + other.replace(/^\*+/, '');
      if (one !== other && !names.has(both)) names.set(both, `${one} and ${other}`);
    }
  }
  const sets = selectorSets(overrides.flatMap(({ selector }) => (selector === undefined ? [] : [selector])));
  return [...names].flatMap(([name, called]) =>
    sets.map((selectors): Cell => ({ name: name === '' ? `${rest}${rest}` : name, called, selectors })),
  );
}

/** Which selectors may take a namespace together: not one without another that takes all that it does. */
function selectorSets(selectors: readonly unknown[]): readonly (readonly string[])[] {
  const known = [...new Map(selectors.map((each) => [canonical(each), readLabelSelector(each)]))];
  const around = ([, inner]: (typeof known)[number]) =>
    known.flatMap(([code, outer]) =>
      inner !== undefined && outer !== undefined && isWithin(inner, outer) ? [code] : [],
    );
  const chosen =
    known.length <= mostSelectors
      ? Array.from({ length: 2 ** known.length }, (_, bits) => known.filter((__, index) => (bits >> index) % 2 === 1))
      : [[], ...known.map((each) => [each])];
  const sets = chosen.map((set) => [...new Set(set.flatMap((each) => [each[0], ...around(each)]))].sort());
  return [...new Map(sets.map((set) => [set.join(), set])).values()];
}
