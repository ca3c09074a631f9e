import { clipped } from '../../../clipped.ts';
import { entryOf, list, type Mapping, mapping, scalarText } from '../../../plain-values.ts';
import type { ProtectionLoss } from './protection.ts';

/** Lists of who may do what, and the key that names each. */
const lists = { collaborators: 'username', teams: 'name' } as const;

/** What reads only is not a step; a permission of another name may be any. */
const steps: Readonly<Record<string, number>> = {
  none: 0,
  pull: 0,
  read: 0,
  triage: 0,
  push: 1,
  write: 1,
  maintain: 2,
  admin: 3,
};
const severities = ['low', 'medium', 'medium', 'high'] as const;

/** Who may write to the repository, or more, than before by its settings file (probot/settings: `collaborators`, `teams`). */
export function newAccess(was: Mapping, is: Mapping | undefined): readonly ProtectionLoss[] {
  return Object.entries(lists).flatMap(([key, name]) => {
    const former = new Map(entries(was[key], name).map(({ who, step }) => [who, step]));
    return entries(is?.[key], name).flatMap(({ who, step, permission, index }): readonly ProtectionLoss[] => {
      if (step === 0 || step <= (former.get(who) ?? 0)) return [];
      const what = `gives ${clipped(who, 100)} the permission ${clipped(permission, 40)}`;
      return [{ path: [key, index], what, severity: severities[step] ?? 'high', code: [key, who, permission] }];
    });
  });
}

function entries(value: unknown, name: string) {
  return list(value).map((item, index) => {
    const { [name]: who, permission } = mapping(item);
    const text = scalarText(permission).toLowerCase();
    // GitHub's own default, where none is stated.
    return {
      who: scalarText(who).toLowerCase(),
      permission: text || 'push',
      step: text === '' ? 1 : (entryOf(steps, text) ?? 3),
      index,
    };
  });
}
