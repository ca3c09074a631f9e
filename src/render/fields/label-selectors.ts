import { mayHideWords } from '../../kube/candidate.ts';
import { isMapping, list, mapping, scalarText } from '../../plain-values.ts';
import type { YamlFile } from '../../yaml/document.ts';

const field = 'clusterRoleSelectors';

/** Whether a role of a file takes in others by one of these labels; it may where the file says it in a way that is not read here. */
export function maySelectBy(labels: readonly string[], bytes: Buffer, { documents, unreadable }: YamlFile): boolean {
  if (!bytes.includes(field) && !mayHideWords(bytes)) return false;
  const asked = new Set<string>();
  const isRead = documents.every(({ value }) => collect(value, asked));
  if (isRead && (unreadable.length === 0 || !bytes.includes(field))) return labels.some((label) => asked.has(label));
  // `matchExpressions` may ask for what is not there.
  return bytes.includes('matchExpressions') || labels.some((label) => bytes.includes(label));
}

/** Adds the labels that selectors ask for, wherever they are; false where a string may hold some (a patch, a manifest in a ConfigMap). */
function collect(value: unknown, asked: Set<string>): boolean {
  if (typeof value === 'string') return !value.includes(field);
  if (Array.isArray(value)) return value.every((item) => collect(item, asked));
  if (!isMapping(value)) return true;
  // In a schema it is not a list.
  for (const selector of list(value[field])) {
    const { matchLabels, matchExpressions } = mapping(selector);
    for (const label of Object.keys(mapping(matchLabels))) asked.add(label);
    for (const expression of list(matchExpressions)) asked.add(scalarText(mapping(expression).key));
  }
  return Object.values(value).every((inner) => collect(inner, asked));
}
