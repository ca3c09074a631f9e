import type { Trusted } from '../../gather/gate/read-trusted-folder.ts';
import { InputError } from '../../input-error.ts';

/** What a command goes by that only answers: no other policy in the place of one that cannot be read. Throws InputError. */
export function requireReadable(trusted: Trusted): Trusted {
  const problems = trusted.unjudged.map(({ what, remedy }) => ({ what, fix: remedy }));
  if (problems.length > 0) throw new InputError(problems);
  return trusted;
}
