import type { Tree } from '../../git/object/object.ts';
import { addTo } from '../../groups.ts';
import type { Position } from '../../kube/resource.ts';
import type { Scope } from '../../kube/touched-file.ts';
import type { Path } from '../../yaml/document.ts';
import {
  type CreationRule,
  folderOf,
  isSopsConfig,
  placeOf,
  type RuleFound,
  type SopsConfigs,
} from '../sops/creation-rules.ts';
import { nearerRecipients } from '../sops/key-groups.ts';
import { refusedRules } from '../sops/refused-rules.ts';
import { isDescriptive, isSelected, selectorNames } from '../sops/selectors.ts';
import { valueAtPath } from '../text/source.ts';

/** What a change takes from what `.sops.yaml` says, which holds for files that are encrypted from now on. */
export interface SopsConfigFault {
  readonly is:
    | 'uncovered'
    | 'uncovered-plain'
    | 'recipients'
    | 'threshold'
    | 'groups-joined'
    | 'selectors-several'
    | 'narrowed'
    | 'narrowed-in-secrets'
    | 'mac-narrowed'
    | 'unread'
    | 'covers-nothing'
    | 'never-first';
  readonly scope: Scope;
  /** In the `.sops.yaml` of the change; undefined where it is gone. */
  readonly position: Position | undefined;
  readonly removedAt?: Position;
  /** The `.sops.yaml` that it is about. */
  readonly file: string;
  /** `path_regex` of the rule, as it was where it was not replaced; empty for one of all files. */
  readonly regex: string;
  /** The `.sops.yaml` that had the rule before. */
  readonly from: string;
  /** New recipients, the two thresholds, what is no longer selected, or a selector. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  /** Files that the rule covers. */
  readonly files: readonly string[];
  /** Those of them that were not read and count as encrypted, where it matters. */
  readonly unread?: readonly string[];
}

/** The `.sops.yaml` files of both sides. */
export interface BothConfigs {
  readonly before: SopsConfigs;
  readonly after: SopsConfigs;
}

/** What `.sops.yaml` says of a change's files. */
export interface SopsCover {
  readonly configs: BothConfigs;
  /** Of new files that are not encrypted, by path: how many others their rule covers, where all of these are encrypted. */
  readonly amongEncrypted: ReadonlyMap<string, number>;
  /** Files that newly no rule covers or one with other selectors, and that hold no ciphertext of SOPS. */
  readonly neverEncrypted: ReadonlySet<string>;
  /** Of such files, those that were not read: too many, too large. */
  readonly unread: ReadonlySet<string>;
}

/** Compares what holds for each file of the tree after the change. */
export function sopsConfigFaults(
  cover: SopsCover,
  trees: { readonly before: Tree; readonly after: Tree },
  touched: ReadonlyMap<string, Scope>,
): readonly SopsConfigFault[] {
  const { before, after } = cover.configs;
  const paths = pathsOfChanged({ before, after }, trees.after, (path) => touched.has(path));
  const pairs = new Map<string, Pair>();
  const add = (was: RuleFound, is: RuleFound, isOld: boolean, path?: string) => {
    if (was.is !== 'rule') return;
    const key = JSON.stringify([keyOf(was.rule), is.is === 'rule' ? keyOf(is.rule) : is.is]);
    const pair = pairs.get(key) ?? { was: was.rule, is, files: [], isOld: false };
    pairs.set(key, pair);
    pair.isOld ||= isOld;
    if (path !== undefined) pair.files.push(path);
  };
  for (const path of paths) add(before.ruleFor(path), after.ruleFor(path), trees.before.has(path), path);
  // Rules for files to come.
  for (const [was, is] of sameRules(before, after)) add({ is: 'rule', rule: was }, { is: 'rule', rule: is }, true);
  const faults = [...pairs.values()].flatMap((pair) => compareRules(pair, cover, touched));
  const refused = refusedRules(before, after).map(({ rule, name }): SopsConfigFault => {
    const { config, path, regex, selectors } = rule;
    const position = placeOf(config, [...path, name]);
    const own = { scope: touched.get(config.path) ?? '.', position, file: config.path, regex, from: config.path };
    return { is: 'selectors-several', ...own, gained: selectors.names, lost: [], files: [] };
  });
  return [...faults, ...idleRules(before, after, touched, paths), ...refused];
}

/** The files that the `.sops.yaml` files which the change touches could hold for. */
function pathsOfChanged(
  { before, after }: BothConfigs,
  tree: Tree,
  isTouched: (path: string) => boolean,
): readonly string[] {
  const changed = [...before.all, ...after.all].filter(({ path }) => isTouched(path));
  const folders = changed.map(({ path }) => folderOf(path));
  return folders.length === 0
    ? []
    : [...tree.keys()].filter((path) => !isSopsConfig(path) && folders.some((folder) => path.startsWith(folder)));
}

/** Files of head that a rule of the base covers, and none of head or another one with other selectors. */
export function pathsCoveredLess(
  configs: BothConfigs,
  tree: Tree,
  isTouched: (path: string) => boolean,
): readonly string[] {
  return pathsOfChanged(configs, tree, isTouched).filter((path) => {
    const [was, is] = [configs.before.ruleFor(path), configs.after.ruleFor(path)];
    if (was.is !== 'rule' || is.is === 'unknown') return false;
    return (
      is.is !== 'rule' || (!isSameRule(was.rule, is.rule) && was.rule.selectors.stated !== is.rule.selectors.stated)
    );
  });
}

/** Whether a rule of head takes the place of one of the base, for files to come as well. */
const isSameRule = (was: CreationRule, is: CreationRule): boolean =>
  was.config.path === is.config.path && was.regex === is.regex;

interface Pair {
  readonly was: CreationRule;
  readonly is: RuleFound;
  readonly files: string[];
  /** Whether it is about more than new files, which may come with a rule of their own. */
  isOld: boolean;
}

const keyOf = ({ config, path }: CreationRule): string => `${config.path} ${path.join('.')}`;

function* sameRules(before: SopsConfigs, after: SopsConfigs): Iterable<readonly [CreationRule, CreationRule]> {
  const byRegex = new Map(
    after.all.flatMap(({ path, rules = [] }) => [...rules].reverse().map((rule) => [`${path}\0${rule.regex}`, rule])),
  );
  for (const { path, rules = [] } of before.all)
    for (const rule of rules) {
      const other = byRegex.get(`${path}\0${rule.regex}`);
      if (other !== undefined) yield [rule, other];
    }
}

function compareRules(
  { was, is, files, isOld }: Pair,
  { configs: { after }, neverEncrypted, unread: notRead }: SopsCover,
  scopes: ReadonlyMap<string, Scope>,
): readonly SopsConfigFault[] {
  const faults: SopsConfigFault[] = [];
  const file = is.is === 'rule' ? is.rule.config.path : is.is === 'none' ? was.config.path : is.config.path;
  const fault = (
    kind: SopsConfigFault['is'],
    path: Path,
    gained: readonly string[],
    lost: readonly string[] = [],
    about: readonly string[] = files,
  ) => {
    const config = after.all.find((each) => each.path === file);
    const position = config && placeOf(config, path);
    const removedAt = is.is === 'rule' ? undefined : placeOf(was.config, was.path);
    const removed = removedAt === undefined ? {} : { removedAt };
    const scope = scopes.get(file) ?? scopes.get(was.config.path) ?? '.';
    const unread = kind === 'uncovered' ? about.filter((path) => notRead.has(path)) : [];
    faults.push({
      is: kind,
      scope,
      position,
      ...removed,
      file,
      regex: was.regex,
      from: was.config.path,
      gained,
      lost,
      files: about,
      ...(unread.length === 0 ? {} : { unread }),
    });
  };
  if (is.is !== 'rule') {
    if (is.is === 'unknown') fault('unread', [], []);
    else if (isOld) {
      // What was never encrypted loses nothing: a rule for all files covers the README as well.
      const encrypted = files.filter((path) => !neverEncrypted.has(path));
      fault(
        encrypted.length > 0 ? 'uncovered' : 'uncovered-plain',
        [],
        [],
        [],
        encrypted.length > 0 ? encrypted : files,
      );
    }
    return faults;
  }
  const { rule } = is;
  weakenedKeys(was, rule, fault);
  if (rule.selectors.stated === was.selectors.stated) return faults;
  const [unread] = rule.selectors.unread;
  if (unread !== undefined) fault('unread', [...rule.path, unread], [unread]);
  else if (isOld) {
    // Another rule for what was never encrypted takes nothing from what is there.
    const isOfPlain = !isSameRule(was, rule) && files.every((path) => neverEncrypted.has(path));
    narrowed(was, rule, isOfPlain, fault);
  }
  return faults;
}

type AddFault = (kind: SopsConfigFault['is'], path: Path, gained: readonly string[], lost?: readonly string[]) => void;

/** What lets others decrypt, or notice less. */
function weakenedKeys(was: CreationRule, rule: CreationRule, fault: AddFault): void {
  const gained = [...rule.recipients].filter(([name]) => !was.recipients.has(name));
  const lost = [...was.recipients.keys()].filter((name) => !rule.recipients.has(name));
  const names = gained.map(([name]) => name);
  if (gained[0] !== undefined) fault('recipients', gained[0][1], names, lost);
  if (rule.threshold < was.threshold)
    fault('threshold', [...rule.path, 'shamir_threshold'], [`${was.threshold}`, `${rule.threshold}`]);
  const [nearer, ...more] = nearerRecipients(was, rule);
  if (nearer !== undefined)
    fault(
      'groups-joined',
      nearer.path,
      [nearer, ...more].map(({ recipient }) => recipient),
    );
  if (rule.macOnlyEncrypted && !was.macOnlyEncrypted) fault('mac-narrowed', [...rule.path, 'mac_only_encrypted'], []);
}

/** Where secrets usually are; patterns are tried with them, and with the words that they name themselves. */
const secretPaths = [['data', 'key'], ['stringData', 'key'], ['spec', 'values', 'password'], ['password'], ['secret']];

function narrowed(was: CreationRule, is: CreationRule, isOfPlain: boolean, fault: AddFault): void {
  const words = [...wordsOf(was.selectors.stated), ...wordsOf(is.selectors.stated)].map((word) => [word]);
  const paths = [...secretPaths, ...words].filter(([first = '']) => !isDescriptive(first));
  const lost = paths.filter((keys) => {
    const value = { keys, comments: () => [] };
    return isSelected(was.selectors, value) === true && isSelected(is.selectors, value) === false;
  });
  if (lost.length === 0) return;
  const isInSecrets = !isOfPlain && lost.some(([first = '']) => /^(?:data|stringData)$/.test(first));
  const name = selectorNames.find((each) => valueAtPath(is.config.document?.value, [...is.path, each]) !== undefined);
  const fields = [...new Set(lost.map((keys) => keys.join('.').replace(/^(data|stringData)\.key$/, '$1')))];
  fault(isInSecrets ? 'narrowed-in-secrets' : 'narrowed', name === undefined ? is.path : [...is.path, name], fields);
}

function wordsOf(stated: string): readonly string[] {
  return [...new Set(stated.match(/[A-Za-z_][\w-]{1,60}/g) ?? [])].slice(0, 100);
}

/** New rules that no file of the repository makes use of: a mistyped pattern, or a rule that comes too late. */
function* idleRules(
  before: SopsConfigs,
  after: SopsConfigs,
  touched: ReadonlyMap<string, Scope>,
  paths: readonly string[],
): Iterable<SopsConfigFault> {
  for (const config of after.all) {
    const scope = touched.get(config.path);
    if (scope === undefined) continue;
    const former = before.all.find(({ path }) => path === config.path)?.rules ?? [];
    const known = new Set(former.map(({ regex }) => regex));
    const own = paths.filter((path) => after.nearest(path) === config);
    const first = new Map<CreationRule, string[]>();
    for (const path of own) {
      const found = after.ruleFor(path);
      if (found.is === 'rule') addTo(first, found.rule, path);
    }
    for (const rule of config.rules ?? []) {
      if (rule.regex === '' || known.has(rule.regex) || first.has(rule)) continue;
      const covered = own.filter((path) => after.matches(rule, path) !== false);
      yield {
        is: rule.pattern === 'unread' ? 'unread' : covered.length > 0 ? 'never-first' : 'covers-nothing',
        scope,
        position: placeOf(config, [...rule.path, 'path_regex']),
        file: config.path,
        regex: rule.regex,
        from: config.path,
        gained: rule.pattern === 'unread' ? ['path_regex'] : [],
        lost: [],
        files: covered,
      };
    }
  }
}
