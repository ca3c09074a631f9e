import type { Loosening } from '../../kube/loosening.ts';
import { isMapping, list, type Mapping, mapping, scalarText, strings, valueUnder } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { parsedText } from '../../render/model/parsed-values.ts';
import { codesOf, type Gained, gained, type Ignored, narrowerBefore, objectsOf, waysText } from '../model/ignored.ts';
import { unreadWay, type Way, waysOf } from '../model/ignored-fields.ts';
import { type Pattern, readPattern } from '../model/pattern.ts';

const remedy = 'Ignore only the field that a controller fills in, of the object it fills in, by its name.';

/**
 * What an Application newly leaves as it is in the cluster of objects that decide what is allowed (argo-cd,
 * util/argo/normalizers/diff_normalizer.go and util/argo/diff/ignore.go).
 */
export function applicationDifferences(was: Mapping, is: Mapping): readonly Loosening[] {
  const now = ofApplication(is);
  return [
    ...gained(ofApplication(was), now).map((each) => ({
      what: `no longer takes back what is changed in the cluster in ${objectsOf(each)} (ignoreDifferences: ${waysText(each.ways)})`,
      remedy,
      severity: 'medium' as const,
      path: each.ignored.path,
      ...narrowerBefore(each),
      subject: ['ignoreDifferences', ...codesOf(each)],
    })),
    ...respected(was, is, gained([], now)),
  ];
}

/** The same of every Application, by `argocd-cm` (argo-cd, docs/user-guide/diffing.md and util/settings/settings.go). */
export function differencesIgnored(was: Mapping, is: Mapping): readonly Loosening[] {
  return gained(ofConfiguration(was), ofConfiguration(is)).map((each) => ({
    what: `no longer takes back what is changed in the cluster in ${objectsOf(each)}, of every Application (${waysText(each.ways)})`,
    remedy: 'Ignore only the field that a controller fills in, in the Application that has the object, by its name.',
    severity: 'medium',
    path: each.ignored.path,
    subject: ['ignoreDifferences', ...codesOf(each)],
  }));
}

/** Whose fields are ignored keeps them when it is deployed as well: what the repository says of them is not applied any more (argo-cd, controller/sync.go). */
function respected(was: Mapping, is: Mapping, all: readonly Gained[]): readonly Loosening[] {
  const option = 'RespectIgnoreDifferences=true';
  const isOn = (spec: Mapping) => strings(valueUnder(spec, 'syncPolicy', 'syncOptions')).includes(option);
  if (isOn(was) || !isOn(is) || all.length === 0) return [];
  const whose = enumerate([...new Set(all.map(objectsOf))]);
  return [
    {
      what: `no longer deploys what the repository says of the fields that it ignores, in ${whose} (${option})`,
      remedy: `Leave ${option} out, or ignore nothing of these objects.`,
      severity: 'medium',
      path: ['spec', 'syncPolicy', 'syncOptions'],
      subject: ['RespectIgnoreDifferences', ...all.flatMap(codesOf)],
    },
  ];
}

/** Patterns are without separators (argo-cd, util/glob); without a group it is the core group. */
function ofApplication({ ignoreDifferences }: Mapping): readonly Ignored[] {
  return list(ignoreDifferences).map((each, index) => {
    const { group, kind, name, namespace } = mapping(each);
    return {
      group: patternOf(scalarText(group)),
      kind: patternOf(scalarText(kind)),
      name: scalarText(name),
      namespace: scalarText(namespace),
      ways: waysOf(mapping(each)),
      path: ['spec', 'ignoreDifferences', index],
    };
  });
}

/** One that is too long to be read may match anything. */
function patternOf(text: string): Pattern {
  const pattern = readPattern(text);
  return pattern.glob === undefined ? { ...pattern, isLiteral: false, matches: () => true } : pattern;
}

const split = 'resource.customizations.ignoreDifferences.';
const joined = 'resource.customizations';

/** By keys of their own (`group_Kind`, `all`), which take the place of what the older form says of the same (`group/Kind` in one text). */
function ofConfiguration(data: Mapping): readonly Ignored[] {
  const texts = new Map<string, { readonly at: string; readonly text: string }>();
  for (const [key, each] of Object.entries(mapping(parsedText(scalarText(data[joined]))))) {
    texts.set(key, { at: joined, text: scalarText(mapping(each).ignoreDifferences) });
  }
  for (const [at, value] of Object.entries(data)) {
    if (!at.startsWith(split)) continue;
    const name = at.slice(split.length).replace('_', '/');
    texts.set(name === 'all' ? '*/*' : name, { at, text: scalarText(value) });
  }
  return [...texts].map(([name, { at, text }]) => {
    const parts = name.split('/');
    const [group = '', kind = ''] = parts.length === 1 ? ['', name] : parts;
    const [groups, kinds] = [patternOf(group), patternOf(kind)];
    const isExact = (groups.isLiteral && kinds.isLiteral) || name === '*/*';
    return { group: groups, kind: kinds, name: '', namespace: '', ways: waysIn(text, isExact), path: ['data', at] };
  });
}

function waysIn(text: string, isExact: boolean): readonly Way[] {
  if (text.trim() === '') return [];
  const read = parsedText(text);
  const ways = isMapping(read) ? waysOf(read) : [unreadWay(text)];
  // Managers of fields go by the exact kind, or by all kinds.
  return isExact ? ways : ways.filter(({ by }) => by !== 'manager');
}
