import { groupBy } from '../../groups.ts';
import type { LoosenedObject, Loosening } from '../../kube/loosening.ts';
import { canonical, json, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import { memoize } from '../../rbac/model/memoize.ts';
import { flagsLowered, isUsed } from '../apiserver/flags-lowered.ts';
import { auditdLowered } from '../detection/auditd.ts';
import { falcoAdded, falcoLowered, readFalco } from '../detection/falco.ts';
import { falcoSettingsLowered } from '../detection/falco-settings.ts';
import type { Flags } from '../model/flags.ts';
import { type Holder, type Holders, positionIn } from '../model/holder.ts';
import type { Part } from '../model/search.ts';
import { policyLowered } from '../policy/policy-lowered.ts';
import type { AuditPart } from './audit-parts.ts';
import { type FlagsPart, joinContainers } from './container-flags.ts';

/** Parts of both sides of a scope. */
export interface Parts {
  readonly before: readonly AuditPart[];
  readonly after: readonly AuditPart[];
}

/** A part with its former self. */
interface Pair<P extends AuditPart> {
  readonly before: P | undefined;
  readonly after: P | undefined;
}

/** What parts of files and objects no longer log or find. A part that moved is compared with itself. */
export function partsLowered({ before, after }: Parts, holders: Holders): readonly LoosenedObject[] {
  const of = <K extends AuditPart['kind']>(all: readonly AuditPart[], kind: K) =>
    all.filter((each): each is Extract<AuditPart, { kind: K }> => each.kind === kind);
  const pairsOf = <K extends AuditPart['kind']>(kind: K) => pairs(of(before, kind), of(after, kind));
  const flags = { before: joinContainers(of(before, 'flags')), after: joinContainers(of(after, 'flags')) };
  return [
    ...pairsOf('policy').flatMap((pair) => loosened(pair, 'The audit policy', policyPair(pair, holders))),
    ...pairs(flags.before, flags.after).flatMap((pair) =>
      loosened(pair, 'The API server’s configuration', flagsPair(pair, flags.after, flags.before)),
    ),
    ...falcoPairs(pairsOf('falco'), of(before, 'falco'), of(after, 'falco')),
    ...pairsOf('falco settings')
      .flatMap(ownPairs)
      .flatMap((pair) => loosened(pair, 'The Falco configuration', falcoSettingsPair(pair, holders))),
    ...pairsOf('auditd').flatMap((pair) =>
      pair.before === undefined
        ? []
        : loosened(
            pair,
            'The auditd configuration',
            auditdLowered(
              pair.before.value,
              pair.after?.value,
              of(after, 'auditd').map(({ value }) => value),
            ),
          ),
    ),
    ...talosDefaults(before, after, holders),
  ];
}

const keyOf = ({ holder, names }: AuditPart) => JSON.stringify([holder.key, names]);

/** Of the same place in the same file, else of the same place; what is left on both sides in their order, the same content first. */
function pairs<P extends AuditPart>(before: readonly P[], after: readonly P[]): readonly Pair<P>[] {
  const found: Pair<P>[] = [];
  let [old, now] = [before, after];
  const match = (likeness: (part: P) => string) => {
    const former = groupBy(old, likeness);
    const open: P[] = [];
    for (const part of now) {
      const own = former.get(likeness(part))?.shift();
      if (own === undefined) open.push(part);
      else found.push({ before: own, after: part });
    }
    [old, now] = [[...former.values()].flat(), open];
  };
  match((part) => `${part.holder.file} ${keyOf(part)}`);
  match((part) => `${contentOf(part)} ${keyOf(part)}`);
  match((part) => (part.holder.resource === undefined ? json(part.names) : keyOf(part)));
  match(contentOf);
  match(() => '');
  return [
    ...found,
    ...old.map((part) => ({ before: part, after: undefined })),
    ...now.map((part) => ({ before: undefined, after: part })),
  ];
}

function contentOf({ value }: AuditPart): string {
  return canonical(value instanceof Map ? [...value].map(([name, flag]) => [name, flag.value]).sort() : value);
}

function policyPair({ before, after }: Pair<Part<'policy', Mapping>>, holders: Holders): readonly Loosening[] {
  if (before === undefined) return [];
  if (after !== undefined) return policyLowered(before.value, after.value);
  const isLeft = ({ file, value }: Holder) => file === before.holder.file && mapping(value).cluster !== undefined;
  if (isTalos(before) && holders.after.some(isLeft)) {
    return policyLowered(before.value, talosPolicy).map((each) => ({ ...each, path: [], formerPath: [] }));
  }
  return [
    {
      what: 'is gone, and with it what it had recorded',
      remedy: 'Keep an audit policy: without one the API server records nothing.',
      severity: 'high',
      path: [],
      formerPath: [],
      subject: ['gone'],
    },
  ];
}

/** A flag that another place of the same form newly has was moved there. */
function flagsPair(
  { before, after }: Pair<FlagsPart>,
  now: readonly FlagsPart[],
  old: readonly FlagsPart[],
): readonly Loosening[] {
  if (before === undefined) return [];
  const formOf = ({ holder, names }: FlagsPart) => JSON.stringify([holder.resource?.kind, names.at(-1)]);
  const countOf = (all: readonly FlagsPart[], name: string) =>
    all.filter((each) => isUsed(name, each.value) && formOf(each) === formOf(before)).length;
  const none: Flags = new Map();
  const isSame = (name: string) => countOf(now, name) <= countOf(old, name);
  return flagsLowered(
    before.value,
    after?.value ?? none,
    (name) => countOf(now, name) >= countOf(old, name),
    (name) => after !== undefined && isSame(name),
  );
}

type FalcoPart = Part<'falco', readonly unknown[]>;

function falcoPairs(all: readonly Pair<FalcoPart>[], old: readonly FalcoPart[], now: readonly FalcoPart[]) {
  if (old.length === 0 && now.length === 0) return [];
  const everywhere = {
    before: readFalco(old.map(({ value }) => value)),
    after: readFalco(now.map(({ value }) => value)),
  };
  return all.flatMap((pair) => {
    const { before, after } = pair;
    const found =
      before === undefined
        ? falcoAdded(after?.value ?? [], everywhere)
        : falcoLowered(before.value, after?.value, everywhere);
    return loosened(pair, 'The Falco configuration', found);
  });
}

/** Settings of something else are not a former self, unless they are the same. */
function ownPairs<P extends AuditPart>({ before, after }: Pair<P>): readonly Pair<P>[] {
  if (before === undefined || after === undefined) return [{ before, after }];
  if (keyOf(before) === keyOf(after) || contentOf(before) === contentOf(after)) return [{ before, after }];
  return [
    { before, after: undefined },
    { before: undefined, after },
  ];
}

/** Where an object or a file stated no settings before, it had those that Falco and its chart have by themselves. */
function falcoSettingsPair(
  { before, after }: Pair<Part<'falco settings', Mapping>>,
  holders: Holders,
): readonly Loosening[] {
  if (after === undefined) return [settingsGone];
  const { key, file } = after.holder;
  const there = placesBefore(holders);
  const wasThere = there.has(json([key])) || there.has(json([key, file]));
  return before === undefined && !wasThere ? [] : falcoSettingsLowered(before?.value ?? { falco: {} }, after.value);
}

/** An object may come from another file than before. */
const placesBefore = memoize(
  ({ before }: Holders): ReadonlySet<string> =>
    new Set(before.map(({ key, file, resource }) => json(resource === undefined ? [key, file] : [key]))),
);

const settingsGone: Loosening = {
  what: 'is gone: what Falco finds and tells without it was not judged',
  remedy: 'Keep it, or have something else look at the same.',
  severity: 'medium',
  path: [],
  formerPath: [],
  subject: ['settings', 'gone'],
};

const isTalos = ({ names }: AuditPart) => names.join('.') === 'cluster.apiServer.auditPolicy';

/** Talos records metadata of everything where its configuration has no policy (siderolabs/talos, APIServerConfig.AuditPolicy). */
const talosPolicy: Mapping = { rules: [{ level: 'Metadata' }] };

function talosDefaults(
  before: readonly AuditPart[],
  after: readonly AuditPart[],
  holders: Holders,
): readonly LoosenedObject[] {
  const had = new Set(
    before.filter((each) => each.kind === 'policy' && isTalos(each)).map(({ holder }) => holder.file),
  );
  const files = new Set(
    holders.before
      .filter(({ value }) => mapping(mapping(value).cluster).apiServer !== undefined)
      .map(({ file }) => file),
  );
  return after.flatMap((part) => {
    if (part.kind !== 'policy' || !isTalos(part) || had.has(part.holder.file) || !files.has(part.holder.file))
      return [];
    return loosened({ before: undefined, after: part }, 'The audit policy', policyLowered(talosPolicy, part.value));
  });
}

/** The loosenings of a part, with their places in its file. */
function loosened(
  { before, after }: Pair<AuditPart>,
  what: string,
  loosenings: readonly Loosening[],
): readonly LoosenedObject[] {
  const part = after ?? before;
  if (part === undefined || loosenings.length === 0) return [];
  const { holder, document, path } = part;
  const isItself =
    holder.resource?.value === part.value && scalarText(mapping(mapping(part.value).metadata).name) !== '';
  return [
    {
      resource: holder.resource,
      called: isItself
        ? holder.called
        : `${what} ${holder.resource?.value === part.value ? `of ${holder.file}` : `in ${holder.called}`}`,
      loosenings,
      at: (inner) => positionIn(holder, document, [...path, ...inner]),
      formerAt: (inner) =>
        before === undefined ? undefined : positionIn(before.holder, before.document, [...before.path, ...inner]),
    },
  ];
}
