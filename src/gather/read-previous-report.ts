import { readFile, stat } from 'node:fs/promises';
import { type PreviousReport, readPreviousReport } from '../report/previous-report.ts';
import { systemErrorCode } from '../system-error.ts';

/** Bytes of the largest file that is read. */
const limit = 64 * 1024 * 1024;

/** The report of an earlier run; a note where it cannot be used, which changes no verdict: then every finding counts as new. */
export async function readPrevious(
  path: string | undefined,
): Promise<{ readonly previous?: PreviousReport; readonly notes: readonly string[] }> {
  if (path === undefined) return { notes: [] };
  try {
    const { size } = await stat(path);
    if (size > limit) throw new Error(`it has more than ${limit} bytes`);
    return { previous: readPreviousReport(await readFile(path, 'utf8')), notes: [] };
  } catch (error) {
    const why = systemErrorCode(error) ?? (error as Error).message;
    return { notes: [`The previous report ${path} cannot be used (${why}): in OCSF and ECS every finding is new.`] };
  }
}
