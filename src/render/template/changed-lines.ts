import { lineDiff } from '../../git/diff/line-diff.ts';
import { templateActions } from '../../kube/template/conditions.ts';
import { templateLines } from '../model/go-template.ts';
import { bare } from './template-text.ts';

/** A line that one of two texts has and the other has not, by its place after. */
export interface ChangedLine {
  readonly line: number;
  readonly text: string;
  /** The named template it is in. */
  readonly define: string | undefined;
}

export function changedLines(before: string, after: string): readonly ChangedLine[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  return lineDiff(textOf(old), textOf(now)).changes.flatMap((change) => {
    const removed = run(change.before).map((line) => ({ line: change.after.start, ...at(old, line) }));
    const added = run(change.after).map((line) => ({ line, ...at(now, line) }));
    return [...added, ...removed].filter(({ text }) => text.trim() !== '');
  });
}

interface Lines {
  readonly lines: readonly string[];
  readonly defines: readonly (string | undefined)[];
}

function linesOf(text: string): Lines {
  return { lines: text.split('\n'), defines: definesOf(text) };
}

function textOf({ lines }: Lines): string {
  return `${lines.map(bare).join('\n')}\n`;
}

function at({ lines, defines }: Lines, line: number): Omit<ChangedLine, 'line'> {
  return { text: lines[line - 1] ?? '', define: defines[line - 1] };
}

function run({ start, count }: { readonly start: number; readonly count: number }): number[] {
  return Array.from({ length: count }, (_, index) => start + index);
}

/** For each line the named template that it is in or that begins on it, the innermost one. */
export function definesOf(text: string): readonly (string | undefined)[] {
  const names: (string | undefined)[] = [];
  const open: (string | undefined)[] = [];
  let line = 0;
  let from = 0;
  const advance = (to: number) => {
    for (; from < to; from++) if (text[from] === '\n') names[++line] = open.at(-1);
  };
  for (const { offset, code } of templateActions(text)) {
    advance(offset);
    const named = /^(?:define|block)\s{1,10}["`]([^"`]{1,200})["`]/.exec(code)?.[1];
    if (named !== undefined || /^(?:if|with|range)\b/.test(code)) open.push(named ?? open.at(-1));
    else if (/^end\b/.test(code)) open.pop();
    if (named !== undefined) names[line] = named;
  }
  advance(text.length);
  return names;
}

/** Of a template with more conditions nobody says that less is given. */
const mostConditions = 500;
/** What a condition may ask: these functions of templates give a value and change none. Others, `=` and helpers may set what follows. */
const asking: ReadonlySet<string> = new Set(
  `if and or not eq ne lt le gt ge has hasKey hasPrefix hasSuffix contains empty default coalesce kindIs index get dig len lower upper trim int int64
   toString quote semverCompare true false nil`.split(/\s+/),
);
const guard = /^\s*\{\{-?\s{0,20}(?:if\s[^{}]{1,500}|end\s{0,20})-?\}\}\s*$/;

/**
 * Whether all that differs are more conditions around whole objects and whole rules and subjects that were there: then less is given, or the same.
 * Around a part of one it may be more: `resourceNames` limits.
 */
export function onlyAddsConditions(before: string, after: string): boolean {
  if ((after.match(/\bif\b/g) ?? []).length > mostConditions) return false;
  const [old, now] = [guardedText(before), guardedText(after)];
  const isSame =
    old.length === now.length &&
    old.every(({ text, guards }, index) => now[index]?.text === text && isWithin(guards, now[index].guards));
  const isNewly = (at: number) => (now[at]?.guards.length ?? 0) > (old[at]?.guards.length ?? 0);
  return isSame && now.every((_, at) => !isNewly(at) || isNewly(at - 1) || isWhole(now, at, isNewly));
}

const item = /^\s*- (?:apiGroups?|resources|verbs|nonResourceURLs|kind):/;

/** Whether the lines from `first` on that are newly under a condition are whole objects, or whole items of rules and subjects. */
function isWhole(lines: readonly Guarded[], first: number, isNewly: (at: number) => boolean): boolean {
  let end = first;
  while (isNewly(end)) end++;
  const [own, behind, before] = [lines.slice(first, end), lines[end], lines[first - 1]];
  const isSeparator = (line: Guarded | undefined) => line === undefined || line.line.startsWith('---');
  if (/^(?:---|(?:apiVersion|kind):)/.test(own[0]?.line ?? ''))
    return isSeparator(behind) && (isSeparator(own[0]) || isSeparator(before));
  const indent = indentOf(own[0]);
  const isInside = (line: Guarded) => indentOf(line) > indent || (indentOf(line) === indent && item.test(line.line));
  return item.test(own[0]?.line ?? '') && own.every(isInside) && (behind === undefined || indentOf(behind) <= indent);
}

const indentOf = (line: Guarded | undefined) => line?.line.search(/\S/) ?? 0;

interface Guarded {
  readonly line: string;
  readonly text: string;
  readonly guards: readonly string[];
}

/** Each line that is more than conditions, with those around it. */
function guardedText(source: string): readonly Guarded[] {
  const { guards } = templateLines(source);
  return source.split('\n').flatMap((line, index): Guarded[] => {
    const isKept = line.trim() !== '' && !(guard.test(line) && onlyAsks(line));
    return isKept ? [{ line, text: bare(line), guards: guards(index + 1) }] : [];
  });
}

/** Whether an action that decides does nothing else. */
function onlyAsks(line: string): boolean {
  const code = line.replace(/"[^"\\]*"|`[^`]*`/g, '""');
  const words = code.match(/[\w$.]+/g) ?? [];
  return (
    !/[=`\\]|"[^"]/.test(code.replaceAll('""', '')) &&
    words.every((word) => /^(?:[.$]|\d+$|end$)/.test(word) || asking.has(word))
  );
}

/** Whether all conditions of one line are still around it, in their order. */
function isWithin(guards: readonly string[], wider: readonly string[]): boolean {
  let at = 0;
  for (const each of wider) if (each === guards[at]) at++;
  return at === guards.length;
}
