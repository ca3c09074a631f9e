import { once } from '../../groups.ts';
import { canonical, mapping, scalarText } from '../../plain-values.ts';
import type { Document, Unreadable, YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import { rbacKinds } from '../rbac-kinds.ts';
import { readBranches, withoutPassed } from './branches.ts';
import { eachWay, installedWays } from './installation.ts';

/** Private-use characters, one for each of ASCII: YAML takes them in any scalar, and nobody writes them. */
const base = 0xe000;

/**
 * The documents of a Helm template, read without rendering it: every action stays in its place as the text it is, all
 * branches of a condition are there, where they say the same field in documents of their own, and an action that only quotes a text is that text. Equal actions are equal text, so that a
 * binding still names the role next to it. What an installation decides is read as it is installed in each way as well.
 */
export function readTemplate(text: string, limits: YamlLimits): Document[] {
  const { documents, branches } = readBranches(withoutActions(text), limits);
  const known = new Set([...documents, ...branches].map(contentOf));
  const ways = installedWays(text).flatMap((way) => {
    const read = readBranches(withoutActions(way), limits);
    return [...read.documents, ...read.branches].filter((each) => {
      // Roles and bindings say what is granted: without a part of them less is.
      if (known.has(contentOf(each)) || rbacKinds.includes(scalarText(mapping(each.value).kind))) return false;
      known.add(contentOf(each));
      return true;
    });
  });
  return [
    ...documents.map(shownDocument),
    ...[...branches, ...ways].map((each) => ({ ...shownDocument(each), isBranch: true as const })),
  ];
}

/** The documents of a template in each way it may be installed, one list for ways that are alike; none where nothing hangs on that. */
export function readEachWay(text: string, limits: YamlLimits): readonly (readonly Document[])[] {
  const read = once((way: string) => readBranches(withoutActions(way), limits).documents.map(shownDocument));
  return eachWay(text).map(read);
}

function contentOf({ value }: Document): string {
  return canonical(withoutPassed(value));
}

function shownDocument(document: Document): Document {
  return {
    value: revealed(withoutPassed(document.value)),
    line: document.line,
    at: (path) => document.at(path.map(hiddenStep)),
    valueAt: (path) => document.valueAt(path.map(hiddenStep)),
    styleAt: (path) => document.styleAt(path.map(hiddenStep)),
    duplicateKeys: [],
  };
}

/** The parts of a template that are not YAML also when its actions are hidden, or that meet a limit. */
export function templateProblems(text: string, limits: YamlLimits): readonly Unreadable[] {
  const hidden = withoutActions(text);
  const { unreadable } = parseYaml(Buffer.from(hidden), limits);
  if (unreadable.length > 0 || readBranches(hidden, limits).isWhole) return unreadable;
  const all = { line: 1, column: 1, firstLine: 1, lastLine: text.split('\n').length };
  return [{ reason: 'documents', detail: 'more branches say one field than are read', ...all }];
}

/** The template with every action hidden, each as long as before: lines of nothing but actions and comments become blank. */
function withoutActions(text: string): string {
  return withoutComments(text)
    .replace(/^[^\S\n]*(?:\{\{(?:[^{}]|\{(?!\{)|\}(?!\}))*\}\}[^\S\n]*)+$/gm, blank)
    .replace(/\{\{((?:[^{}]|\{(?!\{)|\}(?!\}))*)\}\}/g, (action: string, code: string) => {
      const quoted = /^-?\s{0,20}["`]([\w*./:-]*)["`]\s{0,20}(?:\|\s{0,20}quote\s{0,20})?-?$/.exec(code);
      if (quoted?.[1] === undefined) return hidden(action);
      return (quoted[1].startsWith('*') ? `'${quoted[1]}'` : quoted[1]).padEnd(action.length);
    });
}

/** A comment ends at its first asterisk and slash: text/template refuses one that does not end its action as well. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  let done = 0;
  let end = 0;
  for (const { index, 0: opening } of text.matchAll(/\{\{(?:-\s)?\/\*/g)) {
    if (index < done) continue;
    const start = index + opening.length;
    // Many that stay open share one end: it is looked for once.
    if (end < start) end = text.indexOf('*/', start);
    if (end === -1) break;
    const close = /^(?:\s-)?\}\}/.exec(text.slice(end + 2, end + 6))?.[0];
    if (close === undefined) continue;
    kept.push(text.slice(done, index), blank(text.slice(index, end + 2 + close.length)));
    done = end + 2 + close.length;
  }
  return kept.join('') + text.slice(done);
}

function blank(lines: string): string {
  return lines.replaceAll(/[^\n]/g, ' ');
}

/** Line breaks and the indentation after them stay: the lines below keep their numbers. */
function hidden(text: string): string {
  return text.replaceAll(/\n\s*|[\x20-\x7e]/g, (part) =>
    part.length > 1 || part === '\n' ? part : String.fromCharCode(base + part.charCodeAt(0)),
  );
}

function shown(text: string): string {
  return text.replaceAll(/[\ue020-\ue07e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - base));
}

function hiddenStep(step: string | number): string | number {
  return typeof step === 'string' && step.includes('{{') ? step.replaceAll(/\{\{.*?\}\}/gs, hidden) : step;
}

function revealed(value: unknown): unknown {
  if (typeof value === 'string') return shown(value);
  if (Array.isArray(value)) return value.map(revealed);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.create(null);
  for (const [key, item] of Object.entries(value)) copy[shown(key)] = revealed(item);
  return copy;
}
