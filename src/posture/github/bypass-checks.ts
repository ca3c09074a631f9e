import { fails, holds, notChecked, type PostureCheck, type PostureFinding, type Question } from '../model/check.ts';
import { isUnknown, type Unknown } from '../model/fact.ts';
import type { Bypass, Bypasses, GithubBranch } from './facts.ts';

/** Who is not bound by what protects the branch; a check for each protection. `gap` is why there may be others. */
export function bypassChecks({ name, bypasses }: GithubBranch, gap: Unknown | undefined): readonly PostureCheck[] {
  if (bypasses.length === 0 && gap !== undefined) {
    return [notChecked({ id: 'nobody-bypasses', what: 'Nobody bypasses what protects it', branch: name }, gap)];
  }
  return bypasses.map(({ by, code, actors }) => {
    const question: Question = { id: 'nobody-bypasses', what: `Nobody bypasses ${by}`, branch: name };
    if (isUnknown(actors)) return notChecked(question, actors);
    if (actors.value.length === 0) return holds(question, 'its bypass list is empty');
    const named = actors.value.map(words);
    return fails(question, named.join(', '), finding(name, { by, code }, actors.value, named));
  });
}

const modes: Readonly<Record<Bypass['mode'], string>> = {
  always: 'always',
  exempt: 'always, without a trace',
  request: 'in pull requests',
};

const words = ({ who, mode }: Bypass) => `${who} (${modes[mode]})`;

/** Those who may change the protection could lift it as well: that they are named is the least. */
function finding(
  branch: string,
  { by, code }: Omit<Bypasses, 'actors'>,
  actors: readonly Bypass[],
  named: readonly string[],
): PostureFinding {
  const isWide = actors.some((actor) => actor.isWide && actor.mode !== 'request');
  const isMedium = actors.some((actor) => !actor.isAdmin && actor.mode !== 'request');
  return {
    rule: 'unprotected-branch',
    severity: isWide ? 'high' : isMedium ? 'medium' : 'low',
    message: isWide
      ? `Everybody who may write to the repository bypasses ${by}, which is to protect ${branch}.`
      : `Not everybody is bound by ${by}, which protects ${branch}: ${named.join(', ')}.`,
    remedy: `Take them off the bypass list, or leave break-glass accounts alone there, and alert on their use.`,
    ...(isWide ? { details: named.map((each) => `bypasses it: ${each}`) } : {}),
    subject: [code, ...actors.map((actor) => `${actor.code} ${actor.mode}`).toSorted()],
  };
}
