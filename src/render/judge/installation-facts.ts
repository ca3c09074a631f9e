import { changedFile } from '../blame/changed-file.ts';
import type { Views } from '../blame/locator.ts';
import type { RootInputs } from '../plan/plan.ts';
import { mayGiveAccount, mayGiveRbac } from '../template/template-text.ts';

/** What `helm template` answers otherwise than a cluster would, or otherwise each time. */
const unknowable =
  /\.Capabilities\b|\.Release\.(?:Is\w+|Revision|Service)\b|\b(?:lookup|now|ago|date\w*|unixEpoch|uuidv4|rand\w+|shuffle|getHostByName|gen\w+)\b/;
/** What whoever installs a chart decides, apart from its values. */
const chosen = /\.Release\.\w+/;
const actions = /\{\{-?\s{0,20}(if|else|with|range|define|block|end)\b([^{}]{0,500})\}\}/g;
const assignment = /\{\{-?\s{0,20}\$\w+\s{0,5}:?=/;
const call = /\b(?:include|template|tpl)\b|\$\w/;

/**
 * Whether a template has changed lines that are there only where something holds that nobody knows before a chart is installed:
 * what it gives is not what every cluster gets, so that it is judged as it is written as well.
 */
export function dependsOnInstallation({ root, closure }: RootInputs, path: string, views: Views): boolean {
  const source = views.after.bytes(path)?.toString('utf8') ?? '';
  if (!mayGiveRbac(source) && !mayGiveAccount(source)) return false;
  const isFact = (text: string) => unknowable.test(text) || (root.isByDefaults && chosen.test(text));
  let helpers: boolean | undefined;
  const tells = (condition: string): boolean => {
    if (isFact(condition)) return true;
    if (!call.test(condition)) return false;
    helpers ??= [...closure.files]
      .filter((file) => file === path || /\/templates\/.*\.tpl$/.test(`/${file}`))
      .some((file) => factsAreUsed(views.after.bytes(file)?.toString('utf8') ?? '', isFact));
    return helpers;
  };
  const lines = new Set(changedFile(path, views.before, views.after)?.added);
  return [...guardedLines(source, tells)].some((line) => lines.has(line));
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

/** The lines inside, or with, a condition that tells. */
function* guardedLines(source: string, tells: (condition: string) => boolean): Generator<number> {
  const open: boolean[] = [];
  for (const [index, line] of source.split('\n').entries()) {
    let isGuarded = open.includes(true);
    for (const [, word, condition = ''] of line.matchAll(actions)) {
      if (word === 'end') open.pop();
      else if (word === 'else') open[open.length - 1] = open.at(-1) === true || tells(condition);
      else open.push(tells(condition));
      isGuarded ||= open.includes(true);
    }
    if (isGuarded) yield index + 1;
  }
}
