import { leftOpen, unknowable } from '../../kube/template/installation.ts';
import { changedFile } from '../blame/changed-file.ts';
import type { Views } from '../blame/locator.ts';
import type { FileView } from '../model/file-view.ts';
import type { RootInputs } from '../plan/plan.ts';

/** What whoever installs a chart decides, apart from its values. */
const chosen = /\.Release\.\w+/;
const actions = /\{\{-?\s{0,20}(if|else|with|range|define|block|end)\b([^{}]{0,500})\}\}/g;
const assignment = /\{\{-?\s{0,20}\$\w+\s{0,5}:?=/;
const call = /\b(?:include|template|tpl)\b|\$\w/;
/** What no version of Kubernetes that is stated somewhere tells. */
export const decided = /\.Release\.(?:Is\w+|Revision)\b|\.Capabilities\.APIVersions\b|\blookup\b/;
/** Checksums of it change nothing but that pods start anew. */
const checksum = /checksum|sha\d{1,3}sum/;

/**
 * Whether a template has changed lines that are there only where something holds that nobody knows before a chart is installed:
 * what it gives is not what every cluster gets, so that it is judged as it is written as well.
 */
export function dependsOnInstallation(inputs: RootInputs, path: string, views: Views): boolean {
  const { root, closure } = inputs;
  const isAmong = (view: FileView, other: FileView, isFact: (text: string) => boolean) => {
    const own = textOf(view, path);
    const lines = guardedLines(own, tellsOf(path, own, [...closure.files], view, isFact));
    return changedLinesAmong(lines, path, other, view).length > 0;
  };
  const isChosen = (text: string) => root.isByDefaults && chosen.test(text);
  if (isAmong(views.after, views.before, (text) => unknowable.test(text) || isChosen(text))) return true;
  // What a branch lost.
  return isAmong(views.before, views.after, (text) => leftOpen.test(text) || isChosen(text));
}

/** Those of the lines of one side that the other side has not. */
export function changedLinesAmong(
  lines: Iterable<number>,
  path: string,
  other: FileView,
  view: FileView,
): readonly number[] {
  const changed = new Set(changedFile(path, other, view)?.added ?? []);
  return [...lines].filter((line) => changed.has(line));
}

/** Tells of a condition whether it is one of facts that only an installation decides, by itself or by a variable or a named template. */
function tellsOf(
  path: string,
  source: string,
  files: readonly string[],
  view: FileView,
  isFact: (text: string) => boolean,
): (condition: string) => boolean {
  let helpers: boolean | undefined;
  return (condition) => {
    if (isFact(condition)) return true;
    if (!call.test(condition)) return false;
    helpers ??=
      factsAreUsed(source, isFact) ||
      files
        .filter((file) => file !== path && /\/templates\/.*\.tpl$/.test(`/${file}`))
        .some((file) => factsAreUsed(textOf(view, file), isFact));
    return helpers;
  };
}

/** Whether a named template or a variable is made by such a fact. */
function factsAreUsed(source: string, isFact: (text: string) => boolean): boolean {
  return source
    .split('\n')
    .some(
      (line) =>
        (assignment.test(line) || /\{\{-?\s{0,20}(?:if|else if|with|and|or|eq|ne)\b/.test(line)) && isFact(line),
    );
}

/** The lines inside, or with, a condition that tells, and those that write out how the chart is installed. */
export function* guardedLines(source: string, tells: (condition: string) => boolean): Generator<number> {
  const open: boolean[] = [];
  for (const [index, line] of source.split('\n').entries()) {
    let isGuarded = open.includes(true);
    for (const [, word, condition = ''] of line.matchAll(actions)) {
      if (word === 'end') open.pop();
      else if (word === 'else') open[open.length - 1] = open.at(-1) === true || tells(condition);
      else open.push(tells(condition));
      isGuarded ||= open.includes(true);
    }
    isGuarded ||= line.includes('{{') && decided.test(line) && !checksum.test(line);
    if (isGuarded) yield index + 1;
  }
}

function textOf(view: FileView, path: string): string {
  return view.bytes(path)?.toString('utf8') ?? '';
}
