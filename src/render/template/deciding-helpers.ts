import { addTo } from '../../groups.ts';
import type { Template } from './template-text.ts';

/** By these a value, or the text of a helper, decides what else a template gives. */
export const deciding =
  /serviceAccount|automount|\b(?:tpl|lookup|eq|ne|lt|gt|le|ge|deepEqual|kind\w*|type\w*|semver\w*|contains|(?:mustH|h)as\w*|in|(?:mustR|r)egex\w*|range|get|index|dig)\b/;

/** A helper makes any text: whether there is one decides as well. */
const asking = /\b(?:if|with|not|and|or|ternary|empty)\b/;
/** Helpers that a chart calls its accounts by; what they are made of are names. */
const calling = /(?:[nN]ame|labels|Labels|chart|namespace|annotations)$/;
const included = /\b(?:include|template)\s{1,9}["`]([^"`]{1,200})/g;
/** A name that is computed: any helper may be meant. */
const computed = /\b(?:include|template)\s{1,9}[($.]/;
/** What is in the place of a helper whose name is computed. */
export const anyHelper = '*';

/**
 * The helpers by whose text `templates` decide what they give, alone or as a part of another one (`eq (include "c.mode" .) "v2"`), each as a
 * template of its own. `all` are those of the chart.
 */
export function decidingHelpers(templates: readonly Template[], all: readonly Template[]): readonly Template[] {
  const open = templates.flatMap(({ source }) => helpersAsked(source.split('\n')));
  if (open.length === 0) return [];
  const blocks = blocksOf(all);
  const found = new Set<string>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    if (name === anyHelper) open.push(...blocks.keys());
    for (const { source } of blocks.get(name) ?? []) open.push(...namesIn(source));
  }
  return [...found].flatMap((name) => blocks.get(name) ?? []);
}

function helpersAsked(lines: readonly string[]): string[] {
  const isKept = lines.some((text) => deciding.test(text) && /\$\w/.test(text));
  return lines.flatMap((text) => {
    const names = namesIn(text);
    if (asking.test(text) || (isKept && text.includes(':=')) || deciding.test(text.replace(/serviceAccount\w*/g, '')))
      return names;
    return deciding.test(text) ? names.filter((name) => !calling.test(name)) : [];
  });
}

/** The helpers that a line includes; `anyHelper` where a name is computed. */
export function namesIn(text: string): string[] {
  const names = [...text.matchAll(included)].flatMap(([, name]) => name ?? []);
  return computed.test(text) ? [...names, anyHelper] : names;
}

/** The helpers of templates by their names, each up to the next one. */
export function blocksOf(templates: readonly Template[]): ReadonlyMap<string, Template[]> {
  const blocks = new Map<string, Template[]>();
  for (const { path, source } of templates) {
    for (const block of source.split(/(?=\b(?:define|block)\s{1,9}["`])/).slice(1)) {
      const [, name = ''] = /^(?:define|block)\s{1,9}["`]([^"`]{1,200})/.exec(block) ?? [];
      addTo(blocks, name, { path, source: block, isDeciding: true });
    }
  }
  return blocks;
}
