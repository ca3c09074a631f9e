import { groupBy } from '../../groups.ts';
import type { Loosening } from '../../kube/loosening.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';

const remedy = 'Keep the rules, and leave out what makes too much noise by a rule for it alone.';

/** What rules of auditd no longer record (audit.rules(7), auditctl(8)); `everywhere` is every text with such rules of the scope as it is now. */
export function auditdLowered(
  before: string,
  after: string | undefined,
  everywhere: readonly string[],
): readonly Loosening[] {
  const [was, is] = [linesOf(before), linesOf(after ?? '')];
  const now = everywhere.flatMap(linesOf);
  const kept = new Set(now);
  const watches = groupBy(
    now.flatMap((rule) => watchOf(rule) ?? []),
    ({ path }) => path,
  );
  const names = was.filter((rule) => isRecording(rule) && !kept.has(rule) && !isWatched(rule, watches));
  const known = new Set(was);
  const added = is.filter((rule) => !known.has(rule) && isWeakening(rule));
  const found: Loosening[] = added.map((rule) => ({
    what: rule.startsWith('-e') ? `turns auditd off (${rule})` : `newly leaves out what ${rule} takes`,
    remedy,
    severity: 'high',
    path: [],
    subject: ['added', rule],
  }));
  if (names.length === 0) return found;
  // What still records a part of what they did.
  const left = is.filter((rule) => isRecording(rule) && !known.has(rule)).sort();
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
function linesOf(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const rule = line
      .replace(/\s#.*$/, '')
      .replace(/\s-k\s*\S+|\s-F\s*key=\S+/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    return /^-[aAwde]\s?\S/.test(rule) ? [rule] : [];
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
