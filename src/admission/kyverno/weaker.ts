import { groupBy } from '../../groups.ts';
import type { Loosening } from '../../kube/loosening.ts';
import { json } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { compareSeverity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';
import { weakened } from '../model/strength.ts';
import {
  type Actions,
  type Cell,
  cellsOf,
  codeOfActions,
  isTooMuch,
  mayRefuse,
  type Verdict,
  verdictIn,
} from './actions.ts';
import { selectorText } from './filters.ts';
import type { KyvernoRule } from './rules.ts';

/** A rule with its former self. */
export interface RulePair {
  readonly was: KyvernoRule;
  readonly is: KyvernoRule;
}

const remedy =
  'Keep refusing there, and exempt what needs it by its name, which is reported as well: have that reviewed and accept it (`gitops-gate ignore`).';

/** What is only recorded that was refused: everywhere, or in some namespaces; what the policy says is said once. */
export function weakerActions(pairs: readonly RulePair[]): readonly Loosening[] {
  const judges = pairs.filter(({ was, is }) => was.isJudge && is.isJudge);
  const isLarge = ({ was, is }: RulePair) => isTooMuch([was.actions, is.actions], judges.length);
  const large = new Set(judges.filter(isLarge));
  const found = judges.filter((each) => !large.has(each)).map((pair) => lossOfPair(pair));
  return [
    ...everywhere(judges, found),
    ...somewhere(found.filter(({ isWhole }) => !isWhole)),
    ...uncompared([...large]),
  ];
}

/** Rules whose overrides changed and are too many to be compared: they may refuse in fewer namespaces. */
function uncompared(pairs: readonly RulePair[]): readonly Loosening[] {
  const changed = pairs.flatMap(({ was, is }) => {
    const code = codeOfActions(is.actions);
    return mayRefuse(was.actions) && codeOfActions(was.actions) !== code ? [{ was, is, code }] : [];
  });
  return [...groupBy(changed, ({ code }) => code)].flatMap(([code, group]): readonly Loosening[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { ownOverrides, policyOverrides, own } = first.is.actions;
    const names = group.map(({ was }) => was.name);
    return [
      {
        what: `may newly only record in some namespaces by its rule ${enumerate(names)}: its overrides are too many to be compared`,
        remedy,
        severity: 'high',
        path: (ownOverrides[0] ?? policyOverrides[0] ?? own)?.path ?? ['spec'],
        subject: ['overrides', ...names.sort(), code],
      },
    ];
  });
}

/** Where one rule refuses no longer. */
interface Loss {
  readonly pair: RulePair;
  /** It is the rule everywhere but where an override says otherwise. */
  readonly isWhole: boolean;
  readonly cells: readonly { readonly cell: Cell; readonly verdict: Verdict; readonly former: Verdict }[];
}

function lossOfPair(pair: RulePair): Loss {
  const [was, is] = [pair.was.actions, pair.is.actions];
  const cells = cellsOf([was, is]).flatMap((cell) => {
    const [former, verdict] = [verdictIn(was, cell), verdictIn(is, cell)];
    return former.refuses && !verdict.refuses ? [{ cell, verdict, former }] : [];
  });
  return { pair, isWhole: cells.some(({ cell }) => isElsewhere(cell)), cells };
}

function isElsewhere({ called, selectors }: Cell): boolean {
  return called === '' && selectors.length === 0;
}

/** Less is done about all that breaks a rule. */
function everywhere(judges: readonly RulePair[], found: readonly Loss[]): readonly Loosening[] {
  const losses = found.filter(({ isWhole }) => isWhole);
  const said = losses.map((loss) => {
    const { verdict, former } = loss.cells.find(({ cell }) => isElsewhere(cell)) ?? {};
    const place = verdict?.path ?? former?.path;
    const isOwn = place?.[1] === 'rules';
    const places = placesOf(verdict?.path, former?.path, isOwn ? loss.pair.is.path : ['spec']);
    return {
      loss,
      isOwn,
      each: weakened('refuses', 'records', { ...places, ...(isOwn ? { who: loss.pair.was.name } : {}) }),
    };
  });
  const [first] = said
    .filter(({ isOwn }) => !isOwn)
    .flatMap(({ each }) => each)
    .sort((one, other) => compareSeverity(one.severity, other.severity));
  // Rules that are as strong as they were are not among those of which this is said.
  const weaker = new Set(said.map(({ loss }) => loss.pair.is.name));
  const kept = judges.flatMap(({ is }) => (isByPolicy(is) || weaker.has(is.name) ? [] : [is.name]));
  return [
    ...(first === undefined ? [] : [{ ...first, subject: [...first.subject, ...kept.sort()] }]),
    ...said.filter(({ isOwn }) => isOwn).flatMap(({ each }) => each),
  ];
}

function isByPolicy({ actions }: KyvernoRule): boolean {
  return actions.own === undefined || actions.isOff;
}

/** What is not written any more is said at what it was in, and where it was. */
function placesOf(path: Path | undefined, former: Path | undefined, around: Path) {
  if (path !== undefined) return { path };
  return former === undefined ? { path: around } : { path: around, formerPath: former };
}

/** Namespaces in which a rule no longer refuses, by what decides it there. */
function somewhere(losses: readonly Loss[]): readonly Loosening[] {
  const each = losses.flatMap(({ pair, cells }) =>
    cells.map(({ cell, verdict, former }) => {
      const place = verdict.path ?? former.path;
      const isOwn = place?.[1] === 'rules';
      const field =
        (former.isByOverride ? former.path : undefined) ?? (verdict.isByOverride ? verdict.path : undefined) ?? place;
      return { pair, cell, verdict, former, who: isOwn ? pair.was.name : '', field: fieldOf(field) };
    }),
  );
  const groups = groupBy(each, ({ who, verdict }) => json([who, entryOf(verdict.path)]));
  return [...groups.values()].flatMap((group): readonly Loosening[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { where, names, selectors } = namespacesOf(group.map(({ cell }) => cell));
    const { who, verdict, former, pair } = group.find(({ cell }) => cell.called === names[0]) ?? first;
    const isGone = former.isByOverride && !verdict.isByOverride;
    // The override is still there, and is for fewer namespaces.
    const left = isGone ? overrideIn(pair.is.actions, former.path) : undefined;
    return [
      {
        what: `newly only records in ${where}${who === '' ? '' : ` by its rule ${who}`}`,
        remedy,
        severity: 'high',
        ...placesOf(left ?? verdict.path, former.path, who === '' ? ['spec'] : [...pair.is.path, 'validate']),
        ...(isGone ? { formerPath: former.path ?? [] } : {}),
        subject: [first.field, who, ...names, ...selectors],
      },
    ];
  });
}

/** What is left of an override. */
function overrideIn({ ownOverrides, policyOverrides }: Actions, former: Path | undefined): Path | undefined {
  const overrides = former?.[1] === 'rules' ? ownOverrides : policyOverrides;
  const field = json(entryOf(former));
  return overrides.find((each) => json(each.path) === field)?.path;
}

/** Namespaces in words and by their codes: those that their names alone decide, and those that their labels decide. */
function namespacesOf(cells: readonly Cell[]) {
  const direct = cells.filter(({ called }) => called !== '' && !called.includes(' and '));
  const named = direct.filter(({ selectors }) => selectors.length === 0);
  const labelled = cells.filter(({ called }) => called === '');
  // Of what only a name and labels decide together, or two patterns, both are said.
  const others = named.length + labelled.length > 0 ? [] : direct.length > 0 ? direct : cells;
  const names = [...new Set([...named, ...others].map(({ called }) => called))].sort();
  const selectors = [...new Set([...labelled, ...others].flatMap((each) => each.selectors))].sort();
  const labels = selectors.map((each) => selectorText(JSON.parse(each))).join(' or ');
  const inNames = names.length === 0 ? '' : `namespace ${enumerate(names)}`;
  const where =
    labels === ''
      ? inNames
      : others.length > 0
        ? `${inNames} with the labels ${labels}`
        : [inNames, `namespaces with the labels ${labels}`].filter((each) => each !== '').join(' and ');
  return { where, names, selectors };
}

/** The override itself, whichever of its namespaces is meant. */
function entryOf(path: Path = []): Path {
  return path.at(-2) === 'namespaces' ? path.slice(0, -2) : path;
}

function fieldOf(path: Path = []): string {
  const fields = path.map(String);
  return fields.find((each) => each.endsWith('Overrides')) ?? fields.at(-1) ?? '';
}
