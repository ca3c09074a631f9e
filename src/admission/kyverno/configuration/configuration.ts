import { clipped } from '../../../clipped.ts';
import type { Loosening } from '../../../kube/loosening.ts';
import { addedItems, isMapping, json, list, type Mapping, mapping, scalarText } from '../../../plain-values.ts';
import { enumerate } from '../../../rbac/judge/sentence.ts';
import { parsedText } from '../../../render/model/parsed-values.ts';
import { isSelectorNarrower } from '../../model/narrowing.ts';
import { leftOut } from '../../model/selectors.ts';
import { leftAlone } from './left-alone.ts';

/** What Kyverno newly leaves alone by its ConfigMap, whatever its policies say; nothing for other ConfigMaps. */
export function kyvernoConfigurationLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const [was, is] = [mapping(before.data), mapping(after.data)];
  if (was.resourceFilters === undefined && is.resourceFilters === undefined && !isOfKyverno(after)) return [];
  return [...leftAlone(was, is), ...webhooks(was, is), ...asked(was, is)];
}

/** The chart names it after its release, and labels it. */
function isOfKyverno({ metadata }: Mapping): boolean {
  const { name, namespace, labels } = mapping(metadata);
  if (scalarText(name) === 'kyverno') return ['', 'kyverno'].includes(scalarText(namespace));
  return scalarText(mapping(labels)['app.kubernetes.io/part-of']) === 'kyverno';
}

/** What a webhook selects, and of which kind of webhook it is said. */
interface Selection {
  readonly of: string;
  readonly value: Mapping;
}

/** Selectors of the webhooks by which the API server asks Kyverno, as a text of JSON or YAML. */
function webhooks(was: Mapping, is: Mapping): readonly Loosening[] {
  const key = 'webhooks';
  if (json(was[key]) === json(is[key]) || is[key] === undefined) return [];
  const [old, now] = [selectionsOf(was[key]), selectionsOf(is[key])];
  const ofKinds = new Map(old.map((each) => [each.of, each]));
  const left = now.flatMap(({ of, value }, index) =>
    selectors.flatMap(({ field, of: whose }) => {
      const before = (of === '' ? undefined : ofKinds.get(of)) ?? old[index];
      const [former, own] = [before?.value[field] ?? {}, value[field] ?? {}];
      if (!isSelectorNarrower(former, own)) return [];
      return [{ field, text: enumerate(leftOut(former, own, whose)), where: `${of === '' ? '' : `${of}.`}${field}` }];
    }),
  );
  const unread = now.length === 0 && scalarText(is[key]).trim() !== '';
  if (left.length === 0 && !unread) return [];
  const fields = selectors.map(({ field }) => field).filter((field) => left.some((each) => each.field === field));
  const texts = [...new Set(left.map(({ text }) => text || 'objects'))];
  const places = [...new Set(left.map(({ where }) => where))];
  return [
    {
      what: unread
        ? 'selects what Kyverno is asked about otherwise than before, which could not be read (webhooks)'
        : `newly leaves ${texts.join(', and ')} out of what Kyverno is asked about (webhooks: ${places.join(', ')})`,
      remedy: 'Keep what the webhooks select, and exempt what needs it in the policy that it cannot keep.',
      severity: 'high',
      path: ['data', key],
      subject: [
        key,
        ...fields,
        ...(unread ? [scalarText(is[key])] : now.map(({ value }) => json(fields.map((field) => value[field])))),
      ],
    },
  ];
}

const selectors = [
  { field: 'namespaceSelector', of: 'namespaces' },
  { field: 'objectSelector', of: 'objects' },
] as const;

/** One for all webhooks; older versions had a list of them, or one for each kind (`mutate`, `validate`). */
function selectionsOf(text: unknown): readonly Selection[] {
  const read = parsedText(scalarText(text));
  if (Array.isArray(read)) return list(read).map((each) => ({ of: '', value: mapping(each) }));
  if (!isMapping(read)) return [];
  const ofKinds = Object.entries(read).flatMap(([of, value]) =>
    isMapping(value) && !selectors.some(({ field }) => field === of) ? [{ of, value }] : [],
  );
  return [{ of: '', value: read }, ...ofKinds];
}

/** Conditions without which the API server does not ask Kyverno (kyverno, pkg/config/types.go, parseMatchConditions). */
function asked(was: Mapping, is: Mapping): readonly Loosening[] {
  const key = 'matchConditions';
  const [old, now] = [was[key], is[key]].map((text) => parsedText(scalarText(text)));
  // What is no list is not taken at all.
  const added = addedItems(list(old).map(expressionOf), list(now).map(expressionOf));
  if (added.length === 0) return [];
  const texts = list(now).flatMap((each) => {
    const isNew = added.includes(json(expressionOf(each)));
    return isNew ? [`${scalarText(mapping(each).name)}: ${clipped(expressionOf(each), 120)}`] : [];
  });
  return [
    {
      what: `newly has Kyverno asked only about what fulfils ${enumerate(texts)} (${key})`,
      remedy: 'Leave the conditions out, and exempt what needs it in the policy that it cannot keep.',
      severity: 'high',
      path: ['data', key],
      subject: [key, ...added],
    },
  ];
}

function expressionOf(condition: unknown): string {
  return scalarText(mapping(condition).expression).replace(/\s+/g, ' ').trim();
}
