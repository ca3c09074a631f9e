import type { Loosening } from '../../kube/loosening.ts';
import {
  canonical,
  isMapping,
  isSameValue,
  json,
  list,
  type Mapping,
  mapping,
  scalarText,
  text,
} from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';

/** The settings of Connaisseur somewhere in values: of its chart's third version under `application`. */
export interface ConnaisseurSettings {
  readonly value: Mapping;
  readonly path: Path;
}

/** How deep settings are looked for: below the name of a chart that has it as a subchart. */
const deepest = 3;

/** The settings in values or a configuration: the mapping whose `policy` names a validator for patterns of images. */
export function connaisseurSettings(value: unknown, path: Path = []): ConnaisseurSettings | undefined {
  if (!isMapping(value)) return undefined;
  const isRule = (each: unknown) =>
    text(mapping(each).pattern) !== undefined && text(mapping(each).validator) !== undefined;
  if (list(value.policy).some(isRule)) return { value, path };
  if (path.length >= deepest) return undefined;
  return Object.keys(value)
    .map((key) => connaisseurSettings(value[key], [...path, key]))
    .find((each) => each !== undefined);
}

/** A rule of the policy: which validator decides about the images of a pattern. */
interface ImageRule {
  readonly pattern: string;
  readonly validator: string;
  readonly settings: unknown;
  readonly path: Path;
}

/** What Connaisseur newly lets through (securesystemsengineering/connaisseur, docs/basics.md and docs/features). Paths are those of the settings. */
export function connaisseurLoosened(was: Mapping, is: Mapping): readonly Loosening[] {
  return [...rules(was, is), ...validators(was, is), ...features(was, is)];
}

function rulesOf({ policy }: Mapping): readonly ImageRule[] {
  return list(policy).map((each, index) => {
    const { pattern, validator, with: settings } = mapping(each);
    return {
      pattern: scalarText(pattern),
      validator: scalarText(validator) || 'default',
      settings,
      path: ['policy', index],
    };
  });
}

/** Whether a validator takes every image: a static one that approves. */
function approves({ validators: all }: Mapping, name: string): boolean {
  const own = list(all)
    .map(mapping)
    .find((each) => scalarText(each.name) === name);
  return own === undefined ? name === 'allow' : scalarText(own.type) === 'static' && own.approve === true;
}

function rules(was: Mapping, is: Mapping): readonly Loosening[] {
  const [old, now] = [rulesOf(was), rulesOf(is)];
  const others = now.flatMap((rule) => ruleLoosened(rule, old, was, is));
  const gone = old.filter(({ pattern }) => !now.some((each) => each.pattern === pattern));
  return [
    ...others,
    ...gone.flatMap(({ pattern, validator, path }): readonly Loosening[] => {
      const next = mostSpecific(now, pattern);
      if (approves(was, validator) || next === undefined || next.validator === validator) return [];
      const isOpen = approves(is, next.validator);
      const what = `no longer has ${validator} decide about images ${pattern}, but ${next.validator}`;
      return [
        {
          ...loosening(what, isOpen ? 'high' : 'medium', ['policy'], 'gone', pattern, next.pattern, next.validator),
          formerPath: path,
        },
      ];
    }),
  ];
}

function ruleLoosened(rule: ImageRule, old: readonly ImageRule[], was: Mapping, is: Mapping): readonly Loosening[] {
  const { pattern, validator, settings, path } = rule;
  const own = old.find((each) => each.pattern === pattern);
  const former = own ?? mostSpecific(old, pattern);
  if (former === undefined || approves(was, former.validator)) return [];
  // What the validator itself newly takes is said of it.
  if (own?.validator === validator && approves(is, validator)) return [];
  if (approves(is, validator))
    return [
      loosening(
        `newly lets images ${pattern} through unverified (${validator})`,
        'high',
        [...path, 'validator'],
        pattern,
      ),
    ];
  if (own === undefined) return [];
  if (own.validator !== validator)
    return [
      loosening(
        `has ${validator} decide about images ${pattern}, no longer ${own.validator}`,
        'medium',
        [...path, 'validator'],
        pattern,
        validator,
        json(settings),
      ),
    ];
  if (json(own.settings) === json(settings)) return [];
  return [
    loosening(
      `verifies images ${pattern} by other settings than before`,
      'medium',
      [...path, 'with'],
      pattern,
      json(settings),
    ),
  ];
}

/** The rule for images that a pattern names where it has none of its own: of those that match all of them the longest. */
function mostSpecific(all: readonly ImageRule[], pattern: string): ImageRule | undefined {
  const covers = (wide: string) => {
    const parts = wide.replace(/:\*$/, '').split('*');
    const name = pattern.replace(/:\*$/, '');
    let at = 0;
    return parts.every((part, index) => {
      const found = index === 0 ? (name.startsWith(part) ? 0 : -1) : name.indexOf(part, at);
      at = found + part.length;
      return found >= 0;
    });
  };
  return all.filter((each) => covers(each.pattern)).sort((a, b) => b.pattern.length - a.pattern.length)[0];
}

function validators(was: Mapping, is: Mapping): readonly Loosening[] {
  const former = new Map(list(was.validators).map((each) => [scalarText(mapping(each).name), mapping(each)]));
  return list(is.validators).flatMap((each, index): readonly Loosening[] => {
    const value = mapping(each);
    const name = scalarText(value.name);
    const old = former.get(name);
    if (old === undefined || isSameValue(old, value) || approves(was, name)) return [];
    const path = ['validators', index];
    if (approves(is, name))
      return [loosening(`has its validator ${name} approve every image`, 'high', path, 'approves', name)];
    const roots = (of: Mapping) => list(of.trustRoots ?? of.trust_roots).map(canonical);
    const added = roots(value).filter((root) => !roots(old).includes(root));
    if (added.length > 0)
      return [
        loosening(`has its validator ${name} trust other keys than before`, 'medium', path, 'keys', name, ...added),
      ];
    const identity = [scalarText(value.type), scalarText(value.host)];
    if (scalarText(old.type) === scalarText(value.type) && scalarText(old.host) === scalarText(value.host)) return [];
    return [
      loosening(`has its validator ${name} verify in another way`, 'medium', path, 'validator', name, ...identity),
    ];
  });
}

/** Switches that leave images out; of the second version next to the policy, of the third below `features`. */
function features(was: Mapping, is: Mapping): readonly Loosening[] {
  const isOn = (of: Mapping, name: string) => {
    const value = mapping(of.features)[name] ?? of[name];
    return value === true || mapping(value).enabled === true;
  };
  const said: readonly (readonly [string, string, Loosening['severity']])[] = [
    ['detectionMode', 'only records what it refused before (detectionMode)', 'high'],
    [
      'namespacedValidation',
      'newly leaves it to labels of namespaces whether it verifies (namespacedValidation)',
      'high',
    ],
    ['automaticChildApproval', 'newly approves pods whose parent it approved (automaticChildApproval)', 'medium'],
    [
      'automaticUnchangedApproval',
      'newly approves what names the same images as before (automaticUnchangedApproval)',
      'low',
    ],
  ];
  return said.flatMap(([name, what, severity]) => {
    if (!isOn(is, name) || isOn(was, name)) return [];
    return [loosening(what, severity, mapping(is.features)[name] === undefined ? [name] : ['features', name], name)];
  });
}

function loosening(what: string, severity: Loosening['severity'], path: Path, ...about: readonly string[]): Loosening {
  const remedy = 'Keep verifying, and make an exception for the single image that needs it.';
  return { what, remedy, severity, path, subject: ['connaisseur', ...about] };
}
