import { groupBy } from '../../groups.ts';
import type { Loosening } from '../../kube/loosening.ts';
import { canonical, json, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';

/** An entry of a file of rules, with its place in it. */
interface Entry {
  readonly name: string;
  readonly value: Mapping;
  readonly index: number;
}

/** Entries of all files of rules of a scope, by their kind and name. */
export interface FalcoRules {
  readonly rules: ReadonlyMap<string, readonly Entry[]>;
  readonly others: ReadonlyMap<string, readonly Entry[]>;
  readonly conditions: ReadonlySet<string>;
}

const remedy = 'Keep the rule, and except what is known to be harmless by an exception of its own.';

/** Reads files of rules (falco, userspace/engine/rule_loader_reader.cpp). */
export function readFalco(files: readonly (readonly unknown[])[]): FalcoRules {
  const entries = (key: string) =>
    files.flatMap((file) =>
      file.flatMap((item, index) => {
        const value = mapping(item);
        const name = scalarText(value[key]);
        return name === '' ? [] : [{ name: key === 'rule' ? name : `${key} ${name}`, value, index }];
      }),
    );
  const rules = entries('rule');
  return {
    rules: groupBy(rules, ({ name }) => name),
    others: groupBy([...entries('macro'), ...entries('list')], ({ name }) => name),
    conditions: new Set(rules.map(({ value }) => conditionOf(value))),
  };
}

/** What one file of rules no longer finds; `everywhere` are the rules of the scope. Paths are those of the file's list. */
export function falcoLowered(
  before: readonly unknown[],
  after: readonly unknown[] | undefined,
  everywhere: { readonly before: FalcoRules; readonly after: FalcoRules },
): readonly Loosening[] {
  const [was, is] = [readFalco([before]), readFalco([after ?? []])];
  return [
    ...goneRules(was, everywhere.after),
    ...(after === undefined
      ? []
      : [
          ...silenced(is, everywhere.before),
          ...overridden(is, was, everywhere),
          ...lowerPriorities(was, is),
          ...otherConditions(was, is, everywhere.after),
        ]),
  ];
}

/** A file that is new may turn off what others have, and except from it. */
export function falcoAdded(
  after: readonly unknown[],
  everywhere: { readonly before: FalcoRules; readonly after: FalcoRules },
): readonly Loosening[] {
  const is = readFalco([after]);
  return [...silenced(is, everywhere.before), ...overridden(is, readFalco([]), everywhere)];
}

function goneRules({ rules }: FalcoRules, now: FalcoRules): readonly Loosening[] {
  const gone = [...rules.values()].flatMap((entries) =>
    entries.filter(
      ({ name, value }) =>
        isDefinition(value) && !isOff(value) && !now.rules.has(name) && !now.conditions.has(conditionOf(value)),
    ),
  );
  const [first] = gone;
  if (first === undefined) return [];
  const names = gone.map(({ name }) => name);
  return [
    {
      what: `no longer ${names.length === 1 ? 'has the rule' : 'has the rules'} ${enumerate(names)}`,
      remedy,
      severity: 'high',
      path: [],
      formerPath: [first.index, 'rule'],
      subject: ['gone', ...[...names].sort()],
    },
  ];
}

/** Rules that are turned off, or whose condition never holds. */
function silenced({ rules }: FalcoRules, before: FalcoRules): readonly Loosening[] {
  const found = [...rules.values()].flatMap((entries) =>
    entries.filter(({ name, value }) => {
      const former = before.rules.get(name) ?? [];
      const isNew = former.length === 0 && isDefinition(value);
      return !isNew && isSilent(value) && !former.some((each) => isSilent(each.value));
    }),
  );
  return found.map(({ name, value, index }) => ({
    what: isOff(value) ? `turns off the rule ${name}` : `gives the rule ${name} a condition that never holds`,
    remedy,
    severity: 'high',
    path: [index, isOff(value) ? 'enabled' : 'condition'],
    subject: ['silenced', name],
  }));
}

/** Macros and lists that Falco's own rules have for exceptions of whoever installs them (falcosecurity/rules). */
const forExceptions =
  /^(?:macro|list) (?:user_(?:known|trusted|expected|sensitive|read|shell)_|allowed_|known_|trusted_)/;

/**
 * What newly changes or excepts from a rule, macro or list that another file has, or Falco brings along: `append`, `override`,
 * `exceptions`, and what Falco's own rules leave to be filled in. Of rules that are new with it nothing is lost.
 */
function overridden(
  is: FalcoRules,
  was: FalcoRules,
  everywhere: { readonly before: FalcoRules; readonly after: FalcoRules },
): readonly Loosening[] {
  const of = (kind: 'rules' | 'others') =>
    [...is[kind]].flatMap(([name, entries]) => {
      const isNew =
        (everywhere.after[kind].get(name) ?? []).some(({ value }) => isWhole(value)) &&
        !(everywhere.before[kind].get(name) ?? []).some(({ value }) => isWhole(value));
      const known = new Set((everywhere.before[kind].get(name) ?? []).map(({ value }) => canonical(value)));
      const isSaid = was[kind].has(name);
      const found = entries.find(({ value }) => isOverride(name, value) && !known.has(canonical(value)));
      return found === undefined || isSaid || (isNew && !forExceptions.test(name)) ? [] : [found];
    });
  const found = [...of('rules'), ...of('others')];
  const [first] = found;
  if (first === undefined) return [];
  return [
    {
      what: `changes or excepts what Falco finds by ${enumerate(found.map(({ name }) => name))}; whether it finds less was not judged`,
      remedy: 'Except one known program, image or path at a time, by several fields together.',
      severity: 'medium',
      path: [first.index],
      subject: [
        'override',
        ...found.map(({ name }) => name).sort(),
        ...found.flatMap(({ name }) => entriesOf(is, name)),
      ],
    },
  ];
}

/** All that a file says of a rule, macro or list, without its words for people. */
function entriesOf({ rules, others }: FalcoRules, name: string): readonly string[] {
  const entries = rules.get(name) ?? others.get(name) ?? [];
  return entries.map(({ value: { desc: _, output: __, tags: ___, ...value } }) => json(value)).sort();
}

function isOverride(name: string, value: Mapping): boolean {
  if (isSilent(value)) return false;
  const { append, override, exceptions, condition, items } = value;
  if (forExceptions.test(name)) return conditionOf(value) !== '(never_true)' && (condition ?? items) !== undefined;
  return (
    scalarText(append) === 'true' ||
    override !== undefined ||
    (condition === undefined && items === undefined && exceptions !== undefined)
  );
}

/** Whether it is a rule, macro or list of its own, not an addition to one. */
function isWhole({ condition, items, append, override }: Mapping): boolean {
  return (condition ?? items) !== undefined && scalarText(append) !== 'true' && override === undefined;
}

function isSilent(value: Mapping): boolean {
  return isOff(value) || /\bnever_true\b|\bnot\s+always_true\b|\bevt\.num\s*=\s*0\b/.test(conditionOf(value));
}

function isOff({ enabled }: Mapping): boolean {
  return enabled === false || scalarText(enabled) === 'false';
}

function isDefinition({ condition, append, override }: Mapping): boolean {
  return condition !== undefined && append !== true && override === undefined;
}

function conditionOf({ condition }: Mapping): string {
  return scalarText(condition).replace(/\s+/g, ' ').trim();
}

/** From the worst on. */
export const priorityNames = ['emergency', 'alert', 'critical', 'error', 'warning', 'notice', 'info', 'debug'];

/** The place of a rule's priority, or of the least one of Falco's settings, among these names. */
export function priorityOf({ priority }: Mapping): number | undefined {
  const name = scalarText(priority).toLowerCase();
  const at = priorityNames.indexOf(name === 'informational' ? 'info' : name);
  return at < 0 ? undefined : at;
}

function lowerPriorities(was: FalcoRules, is: FalcoRules): readonly Loosening[] {
  const found = [...is.rules].flatMap(([name, [entry]]) => {
    const former = was.rules.get(name)?.[0];
    const [old, now] = [former, entry].map((each) => (each === undefined ? undefined : priorityOf(each.value)));
    return entry !== undefined && old !== undefined && now !== undefined && now > old ? [entry] : [];
  });
  const [first] = found;
  if (first === undefined) return [];
  return [
    {
      what: `gives ${enumerate(found.map(({ name }) => name))} a lower priority than before`,
      remedy: 'Keep the priority: what takes these alerts may only look at those from some priority on.',
      severity: 'medium',
      path: [first.index, 'priority'],
      subject: ['priority', ...found.map(({ name, value }) => `${name} ${scalarText(value.priority)}`).sort()],
    },
  ];
}

/** Conditions are programs: that they are other ones is all that is said, once for a file. */
function otherConditions(was: FalcoRules, is: FalcoRules, now: FalcoRules): readonly Loosening[] {
  const content = ({ condition, exceptions, items, append, override }: Mapping) =>
    canonical([conditionOf({ condition }), exceptions, items, append, override]);
  const of = (kind: 'rules' | 'others') =>
    [...is[kind]].flatMap(([name, entries]) => {
      const old = was[kind].get(name)?.map(({ value }) => content(value));
      const other = entries.find(({ value }) => old?.includes(content(value)) === false);
      return other === undefined || isSilent(other.value) ? [] : [other];
    });
  const lost = [...was.others.keys()].filter((name) => !now.others.has(name));
  const changed = [...of('rules'), ...of('others')];
  const [first] = changed;
  if (first === undefined) return [];
  return [
    {
      what: `has other conditions than before; whether it finds less was not judged: ${enumerate(changed.map(({ name }) => name))}`,
      remedy: 'Compare what both versions find: exceptions that are too wide hide attacks.',
      severity: 'medium',
      path: [first.index],
      ...(lost.length === 0 ? {} : { details: [`gone: ${enumerate(lost)}`] }),
      subject: [
        'conditions',
        ...changed.map(({ name }) => name).sort(),
        ...changed.flatMap(({ name }) => entriesOf(is, name)),
        ...lost.sort(),
      ],
    },
  ];
}
