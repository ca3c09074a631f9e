import { ignoreEntry } from '../../policy/ignore-entry.ts';
import type { Arguments } from '../arguments.ts';
import { say } from '../output.ts';
import { findingFor } from './find-finding.ts';

/** `ignore FINGERPRINT`: prints the entry that accepts one finding. */
export async function ignoreCommand(args: Arguments): Promise<number> {
  const finding = await findingFor(args.positionals[0] ?? '', args);
  const reason = args.values.get('reason') ?? '';
  const until = args.values.get('until') ?? '';
  say(ignoreEntry({ ...finding, reason, until }, Date.now()));
  return 0;
}
