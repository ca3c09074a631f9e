import { groupBy } from '../../groups.ts';
import type { Loosening } from '../../kube/loosening.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';

/** A line of rules for auditctl. */
interface Line {
  readonly text: string;
  /** 1-based, in the text. */
  readonly line: number;
}

const remedy = 'Keep the rules, and leave out what makes too much noise by a rule for it alone.';

/** What rules of auditd no longer record (audit.rules(7), auditctl(8)); `everywhere` is every text with such rules of the scope as it is now. */
export function auditdLowered(
  before: string,
  after: string | undefined,
  everywhere: readonly string[],
): readonly Loosening[] {
  const [was, is] = [linesOf(before), linesOf(after ?? '')];
  const now = everywhere.flatMap(linesOf);
  const kept = new Set(now.map(({ text }) => text));
  const watches = groupBy(
    now.flatMap(({ text }) => watchOf(text) ?? []),
    ({ path }) => path,
  );
  const lost = was.filter(({ text }) => isRecording(text) && !kept.has(text) && !isWatched(text, watches));
  const known = new Set(was.map(({ text }) => text));
  const added = is.filter(({ text }) => !known.has(text) && isWeakening(text));
  const found: Loosening[] = added.map(({ text }) => ({
    what: /^-e/.test(text) ? `turns auditd off (${text})` : `newly leaves out what ${text} takes`,
    remedy,
    severity: 'high',
    path: [],
    subject: ['added', text],
  }));
  if (lost.length === 0) return found;
  const names = lost.map(({ text }) => text);
  // What still records a part of what they did.
  const left = is.flatMap(({ text }) => (isRecording(text) && !known.has(text) ? [text] : [])).sort();
  const what = `no longer has ${names.length === 1 ? `the rule ${names[0]}` : `${names.length} of its rules`}`;
  return [
    ...found,
    {
      what,
      remedy,
      severity: 'high',
      path: [],
      formerPath: [],
      ...(names.length === 1 ? {} : { details: [`gone: ${enumerate(names)}`] }),
      subject: ['gone', ...names.sort(), ...left],
    },
  ];
}

/** Rules without what names them, so that another key or comment is not a change. */
function linesOf(text: string): readonly Line[] {
  return text.split('\n').flatMap((line, index) => {
    const rule = line
      .replace(/\s#.*$/, '')
      .replace(/\s-k\s*\S+|\s-F\s*key=\S+/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    return /^-[aAwde]\s?\S/.test(rule) ? [{ text: rule, line: index + 1 }] : [];
  });
}

function isRecording(rule: string): boolean {
  return /^-w\b/.test(rule) || (/^-[aA]\b/.test(rule) && /\balways\b/.test(rule) && !/\bexclude\b/.test(rule));
}

function isWeakening(rule: string): boolean {
  return /^-e 0\b/.test(rule) || /^-d /.test(rule) || (/^-[aA]\b/.test(rule) && /\b(?:never|exclude)\b/.test(rule));
}

interface Watch {
  readonly path: string;
  readonly permissions: string;
}

/** `-w /etc/passwd -p wa`; every permission where none is named. */
function watchOf(rule: string): Watch | undefined {
  const [, path] = /^-w (\S+)/.exec(rule) ?? [];
  const [, permissions = 'rwxa'] = /\s-p ?([rwxa]+)/.exec(rule) ?? [];
  return path === undefined ? undefined : { path: path.replace(/\/+$/, ''), permissions };
}

/** Whether another watch, perhaps of a folder above, takes as much. */
function isWatched(rule: string, watches: ReadonlyMap<string, readonly Watch[]>): boolean {
  const own = watchOf(rule);
  if (own === undefined) return false;
  const steps = own.path.split('/');
  return steps.some((_, index) =>
    (watches.get(steps.slice(0, index + 1).join('/')) ?? []).some(({ permissions }) =>
      [...own.permissions].every((each) => permissions.includes(each)),
    ),
  );
}
