import { InputError } from '../../input-error.ts';
import { ignoreEntry, ignoreProblems } from '../../policy/ignore-entry.ts';
import type { Arguments } from '../arguments.ts';
import { say } from '../output.ts';
import { findingFor, fingerprintProblems } from './find-finding.ts';

/** `ignore FINGERPRINT`: prints the entry that accepts one finding. All that is wrong with the call is said before anything is judged. */
export async function ignoreCommand(args: Arguments): Promise<number> {
  const [fingerprint = ''] = args.positionals;
  const reason = args.values.get('reason') ?? '';
  const until = args.values.get('until') ?? '';
  const problems = [...fingerprintProblems(fingerprint), ...ignoreProblems({ reason, until }, Date.now())];
  if (problems.length > 0) throw new InputError(problems);
  const finding = await findingFor(fingerprint, args);
  say(ignoreEntry({ ...finding, reason, until }, Date.now()));
  return 0;
}
