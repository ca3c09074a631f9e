import type { Loosening } from '../../kube/loosening.ts';
import type { Severity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';

/** What happens to a request that breaks a rule, from the most to nothing. */
export type Strength = 'refuses' | 'warns' | 'records' | 'ignores';

const order: readonly Strength[] = ['refuses', 'warns', 'records', 'ignores'];

const said: Readonly<Record<Strength, { readonly now: string; readonly before: string }>> = {
  refuses: { now: 'refuses', before: 'refused' },
  warns: { now: 'only warns of', before: 'warned of' },
  records: { now: 'only records', before: 'recorded' },
  ignores: { now: 'no longer looks at', before: 'did not look at' },
};

/** The strongest of several; what does nothing where there are none. */
export function strongest(strengths: readonly Strength[]): Strength {
  return order.find((each) => strengths.includes(each)) ?? 'ignores';
}

/** How bad it is that what did this does less, or is gone: what never refused is worth a look. */
export function lossOf(before: Strength): Severity {
  return before === 'refuses' ? 'high' : 'low';
}

/** That less is done about what breaks a rule; `who` says which rule where an object has several. */
export function weakened(
  before: Strength,
  after: Strength,
  { path, formerPath, who = '' }: { readonly path: Path; readonly formerPath?: Path; readonly who?: string },
): readonly Loosening[] {
  if (order.indexOf(after) <= order.indexOf(before)) return [];
  const ofWhich = who === '' ? '' : ` by its rule ${who}`;
  return [
    {
      what: `${said[after].now} what it ${said[before].before} before${ofWhich}`,
      remedy:
        'Keep refusing, and exempt what needs it by its name, which is reported as well: have that reviewed and accept it (`gitops-gate ignore`).',
      severity: lossOf(before),
      path,
      ...(formerPath === undefined ? {} : { formerPath }),
      subject: ['strength', who, before, after],
    },
  ];
}
