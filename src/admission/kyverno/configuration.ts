import type { Loosening } from '../../kube/loosening.ts';
import { isMapping, isSameValue, json, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { parsedText } from '../../render/model/parsed-values.ts';
import { isSelectorNarrower } from '../model/narrowing.ts';

/** Lists of whom and what Kyverno leaves alone, each with the words for an item of it (kyverno, pkg/config). */
const lists = [
  { key: 'resourceFilters', of: 'objects that match', split: /\]\s*,?\s*(?=\[)/ },
  { key: 'excludeGroups', of: 'requests of the group', split: /[\s,]+/ },
  { key: 'excludeGroupRole', of: 'requests of the group', split: /[\s,]+/ },
  { key: 'excludeUsernames', of: 'requests of the user', split: /[\s,]+/ },
  { key: 'excludeUsername', of: 'requests of the user', split: /[\s,]+/ },
  { key: 'excludeRoles', of: 'requests by the role', split: /[\s,]+/ },
  { key: 'excludeClusterRoles', of: 'requests by the cluster role', split: /[\s,]+/ },
] as const;

/** What Kyverno newly leaves alone by its ConfigMap, whatever its policies say; nothing for other ConfigMaps. */
export function kyvernoConfigurationLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const [was, is] = [mapping(before.data), mapping(after.data)];
  if (was.resourceFilters === undefined && is.resourceFilters === undefined && !isOfKyverno(after)) return [];
  return [...excluded(was, is), ...webhooks(was, is)];
}

/** The chart names it after its release, and labels it. */
function isOfKyverno({ metadata }: Mapping): boolean {
  const { name, namespace, labels } = mapping(metadata);
  if (scalarText(name) === 'kyverno') return ['', 'kyverno'].includes(scalarText(namespace));
  return scalarText(mapping(labels)['app.kubernetes.io/part-of']) === 'kyverno';
}

function excluded(was: Mapping, is: Mapping): readonly Loosening[] {
  return lists.flatMap(({ key, of, split }): readonly Loosening[] => {
    const items = (data: Mapping) =>
      scalarText(data[key])
        .split(split)
        .map((each) => each.replace(/[\s[\]]/g, ''))
        .filter((each) => each !== '');
    const known = new Set(items(was));
    const added = [...new Set(items(is))].filter((each) => !known.has(each));
    if (added.length === 0) return [];
    return [
      {
        what: `newly leaves ${of} ${enumerate(added)} alone, whatever the policies say (${key})`,
        remedy: 'Exempt what needs it in the policy that it cannot keep, or by a PolicyException.',
        severity: 'high',
        path: ['data', key],
        subject: [key, ...added.sort()],
      },
    ];
  });
}

/** Selectors of the webhooks by which the API server asks Kyverno, as a text of JSON or YAML. */
function webhooks(was: Mapping, is: Mapping): readonly Loosening[] {
  const key = 'webhooks';
  if (isSameValue(was[key], is[key]) || is[key] === undefined) return [];
  const read = (data: Mapping) => {
    const webhook = parsedText(scalarText(data[key]));
    // One of each kind, or one for all.
    return Array.isArray(webhook)
      ? list(webhook).map(mapping)
      : isMapping(webhook)
        ? [webhook, ...ofKinds(webhook)]
        : [];
  };
  const [old, now] = [read(was), read(is)];
  const fields = ['namespaceSelector', 'objectSelector'].filter((field) =>
    now.some((each, index) => isSelectorNarrower(old[index]?.[field] ?? {}, each[field] ?? {})),
  );
  const unread = now.length === 0 && scalarText(is[key]).trim() !== '';
  if (fields.length === 0 && !unread) return [];
  return [
    {
      what: unread
        ? 'selects what Kyverno is asked about otherwise than before, which could not be read (webhooks)'
        : `newly leaves objects out of what Kyverno is asked about (webhooks: ${fields.join(', ')})`,
      remedy: 'Keep what the webhooks select, and exempt what needs it in the policy that it cannot keep.',
      severity: 'high',
      path: ['data', key],
      subject: [
        key,
        ...fields,
        ...(unread ? [scalarText(is[key])] : now.map((each) => json(fields.map((field) => each[field])))),
      ],
    },
  ];
}

/** The newer form has a mapping for each kind of webhook (`mutate`, `validate`). */
function ofKinds(webhooks: Mapping): readonly Mapping[] {
  return Object.values(webhooks).filter(isMapping);
}
