import type { ChangedFile, PastCommit } from '../repository.ts';
import { parseCommit } from './parse-object.ts';
import { decodePath } from './path.ts';

const nul = 0x00;
const begin = 'commit ';

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
    const start = at;
    at = end + 1;
    if (status !== undefined) {
      commits.at(-1)?.files.push({ path: decodePath(output.subarray(start, end)), isRemoved: status === 'D' });
      status = undefined;
    } else if (output.toString('latin1', start, Math.min(end, start + begin.length)) === begin) {
      const field = output.subarray(start, end);
      const line = field.indexOf(0x0a);
      const id = field.toString('latin1', begin.length, line).slice(0, 64).split(' ', 1)[0] ?? '';
      commits.push({ commit: parseCommit(id, field.subarray(line + 1)), files: [] });
      const last = field.toString('latin1', field.lastIndexOf(0x0a) + 1);
      if (/^[A-Z]$/.test(last)) status = last;
    } else if (end > start) status = output.toString('latin1', start, end).trim();
  }
  return commits;
}
