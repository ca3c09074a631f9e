import type { Loosening } from '../../kube/loosening.ts';
import { canonical, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import { codesOf, gained, type Ignored, narrowerBefore, objectsOf, waysText } from '../model/ignored.ts';
import { type Way, waysOf } from '../model/ignored-fields.ts';
import { type Pattern, readPattern } from '../model/pattern.ts';

/** What the helm-controller does about differences from what it deployed, from the most to nothing (fluxcd/helm-controller, api/v2, DriftDetectionMode). */
const modes = ['enabled', 'warn', 'disabled'] as const;

type Mode = (typeof modes)[number];

/**
 * What a HelmRelease newly leaves as somebody changed it in the cluster. It is low that nothing is taken back any more: that is how releases are where nothing
 * is stated, and the next version of the chart sets everything again.
 */
export function driftLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const [was, is] = [before, after].map(({ spec }) => mapping(mapping(spec).driftDetection)) as [Mapping, Mapping];
  const [old, now] = [modeOf(was), modeOf(is)];
  if (modes.indexOf(now) > modes.indexOf(old)) return [lessDetected(old, now, is)];
  return old === 'disabled' ? [] : ignoredMore(was, is, now);
}

function modeOf({ mode }: Mapping): Mode {
  return modes.find((each) => each === mode) ?? 'disabled';
}

function lessDetected(old: Mode, now: Mode, is: Mapping): Loosening {
  const path = ['spec', 'driftDetection', 'mode'];
  const what =
    old === 'enabled'
      ? `no longer takes back what is changed in the cluster in what it deploys${now === 'warn' ? ', and only reports it' : ''}`
      : 'no longer reports what is changed in the cluster in what it deploys';
  return {
    what: `${what} (driftDetection)`,
    remedy: `Keep driftDetection.mode: ${old}, and ignore single fields of single objects where a controller fills them in.`,
    severity: 'low',
    ...(is.mode === undefined ? { path: ['spec'], formerPath: path } : { path }),
    subject: ['driftDetection', old, now],
  };
}

/** Further differences of objects that decide what is allowed: what is ignored is neither reported nor taken back (fluxcd/pkg, ssa/jsondiff). */
function ignoredMore(was: Mapping, is: Mapping, now: Mode): readonly Loosening[] {
  const known = new Set(list(was.ignore).map(canonical));
  // What selects by labels or versions leaves less than what it names.
  const former = ignoredBy(was).filter(({ isPartial }) => !isPartial);
  const added = ignoredBy(is).filter(({ value }) => !known.has(canonical(value)));
  return gained(former, added).map((each) => ({
    what: `no longer ${now === 'enabled' ? 'takes back' : 'reports'} what is changed in the cluster in ${objectsOf(each)} (driftDetection.ignore: ${waysText(each.ways)})`,
    remedy: 'Ignore only the field that a controller fills in, of the object it fills in, by its name.',
    severity: now === 'enabled' ? 'medium' : 'low',
    path: each.ignored.path,
    ...narrowerBefore(each),
    subject: ['driftDetection', 'ignore', now, ...codesOf(each)],
  }));
}

/** An entry of `ignore`. */
interface Rule extends Ignored {
  readonly value: unknown;
  readonly isPartial: boolean;
}

function ignoredBy({ ignore }: Mapping): readonly Rule[] {
  return list(ignore).map((value, index) => {
    const { paths, target } = mapping(value);
    const { group, kind, name, namespace, ...others } = mapping(target);
    return {
      value,
      isPartial: Object.values(others).some((each) => scalarText(each) !== ''),
      group: patternOf(scalarText(group)),
      kind: patternOf(scalarText(kind)),
      name: scalarText(name),
      namespace: scalarText(namespace),
      ways: strings(paths).map(wayOf),
      path: ['spec', 'driftDetection', 'ignore', index],
    };
  });
}

/** The empty pointer is the whole object (IgnorePathRoot). */
function wayOf(pointer: string): Way {
  if (pointer === '') return { by: 'pointer', text: 'all of it', field: [], isWhole: true };
  const [way] = waysOf({ jsonPointers: [pointer] });
  return way ?? { by: 'pointer', text: pointer, field: undefined, isWhole: false };
}

/** A regular expression for the whole of a group or kind (ssa/jsondiff, SelectorRegex), as a glob; one that is more than names, `.`, `.*` and `|` may match anything. */
function patternOf(text: string): Pattern {
  if (/^[\w-]*$/.test(text)) return readPattern(text === '' ? '*' : text);
  const bare = text.replace(/^\^?\(?|\)?\$?$/g, '').replaceAll('\\.', '.');
  const isRead = /^[\w.*|-]*$/.test(bare) && !/(?:^|[^.])\*/.test(bare);
  const globs = isRead ? bare.replaceAll('.*', '*').replaceAll('.', '?').split('|') : [];
  const pattern = readPattern(globs.length === 1 ? (globs[0] ?? '') : `{${globs.join()}}`);
  if (isRead && pattern.glob !== undefined) return { ...pattern, text };
  return { ...pattern, text, glob: undefined, isLiteral: false, matches: () => true };
}
