import type { ChangedFile, PastCommit } from '../repository.ts';
import { parseCommit } from './parse-object.ts';
import { decodePath } from './path.ts';

const nul = 0x00;
const begin = Buffer.from('commit ');

/**
 * Reads the output of `log -z --format=raw --name-status`, in its order: `commit <id>`, the commit's headers as they are stored, its message
 * four blanks to the right, and on the last line the status of the first file; then its path, and a status and a path for each other file.
 * The bytes of a commit are those of the output, not of the object.
 */
export function parsePastCommits(output: Buffer): PastCommit[] {
  const commits: { commit: PastCommit['commit']; files: ChangedFile[] }[] = [];
  let status: string | undefined;
  for (let at = 0; at < output.length; ) {
    const found = output.indexOf(nul, at);
    const end = found < 0 ? output.length : found;
    const field = output.subarray(at, end);
    at = end + 1;
    if (status !== undefined) {
      commits.at(-1)?.files.push({ path: decodePath(field), isRemoved: status === 'D' });
      status = undefined;
    } else if (field.subarray(0, begin.length).equals(begin)) {
      const line = field.indexOf(0x0a);
      const id = field.toString('latin1', begin.length, line).slice(0, 64).split(' ', 1)[0] ?? '';
      commits.push({ commit: parseCommit(id, field.subarray(line + 1)), files: [] });
      const last = field.toString('latin1', field.lastIndexOf(0x0a) + 1);
      if (/^[A-Z]$/.test(last)) status = last;
    } else if (field.length > 0) status = field.toString('latin1').trim();
  }
  return commits;
}
