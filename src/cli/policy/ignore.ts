import { InputError, type Problem } from '../../input-error.ts';
import { nearest } from '../../nearest.ts';
import { ignoreEntry, ignoreProblems } from '../../policy/ignore-entry.ts';
import { policyFolder } from '../../policy/trusted-folder.ts';
import { count } from '../../report/wording.ts';
import { rules } from '../../rules/index.ts';
import type { Arguments } from '../arguments.ts';
import { note, say } from '../output.ts';
import { type FoundFinding, fingerprintProblems, oneOf, readFindings, sourceProblems } from './find-finding.ts';

/**
 * `ignore`: prints the entry that accepts one finding, or those for all of a rule. All that is wrong with the call is said before anything
 * is judged.
 */
export async function ignoreCommand(args: Arguments): Promise<number> {
  const reason = args.values.get('reason') ?? '';
  const until = args.values.get('until') ?? '';
  const problems = [
    ...selectionProblems(args),
    ...sourceProblems(args),
    ...ignoreProblems({ reason, until }, Date.now()),
  ];
  if (problems.length > 0) throw new InputError(problems);
  const found = await readFindings(args);
  const chosen = args.switches.has('all') ? allOf(found, args) : [oneOf(found, args.positionals[0] ?? '')];
  say(chosen.map((finding) => ignoreEntry({ ...finding, reason, until }, Date.now())).join(''));
  note(
    `${count(chosen.length, 'item')} for the list "ignore:" of ${policyFolder(args.values.get('policy-path'))}/policy.yaml, in a change of the base branch.`,
  );
  return 0;
}

/** What is wrong with how findings are chosen: one by its fingerprint, or all of a rule. */
function selectionProblems({ positionals, switches, values }: Arguments): readonly Problem[] {
  const [fingerprint] = positionals;
  const rule = values.get('rule');
  if (!switches.has('all')) {
    const alone: Problem = { what: '--rule goes with --all', fix: 'accept one by its fingerprint, or add --all' };
    return rule === undefined ? fingerprintProblems(fingerprint ?? '') : [alone];
  }
  if (fingerprint !== undefined) {
    return [{ what: 'a fingerprint and --all exclude each other', fix: 'give one of them' }];
  }
  if (rule === undefined) {
    return [{ what: '--all needs --rule', fix: 'name the rule whose findings are accepted: --rule RULE' }];
  }
  const ids = rules.map(({ id }) => id);
  if (ids.includes(rule)) return [];
  const meant = nearest(rule, ids);
  const fix = meant === undefined ? `one of: ${ids.join(', ')}` : `did you mean ${meant}?`;
  return [{ what: `there is no rule ${JSON.stringify(rule)}`, fix }];
}

function allOf(found: readonly FoundFinding[], { values }: Arguments): readonly FoundFinding[] {
  const rule = values.get('rule') ?? '';
  const chosen = found.filter((finding) => finding.rule === rule);
  if (chosen.length > 0) return chosen;
  const others = [...new Set(found.map((finding) => finding.rule))];
  const fix = others.length === 0 ? 'there is no finding at all' : `there are findings of ${others.join(', ')}`;
  throw new InputError([{ what: `there is no finding of ${rule}`, fix }]);
}
