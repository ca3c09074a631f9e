import { clippedStart } from '../../clipped.ts';

/**
 * Why a tool failed, in its own words: the last line of what it wrote, at most 300 characters, without the folders it ran in and
 * without quoted texts that may be values.
 */
export function errorWords(stderr: string, folders: readonly string[]): string {
  const lines = stderr
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^(?:#|W\d|level=WARN|walk\.go|Use --debug)/i.test(line));
  let own = withoutLogPrefix(lines.at(-1) ?? 'it failed without a word');
  for (const folder of folders) own = own.replaceAll(`${folder}/`, '').replaceAll(folder, '');
  // What is quoted can be a value; names, paths and numbers are not.
  const quoted = own.replaceAll(/"([^"]*)"|'([^']*)'|`([^`]*)`/g, (all, ...parts: unknown[]) => {
    const inside = parts.slice(0, 3).find((part) => typeof part === 'string') as string | undefined;
    return /^[\w./:@{}$ -]{0,80}$/.test(inside ?? '') ? all : '"…"';
  });
  const words = quoted.replace(/^(?:error|level=\S+ msg=)?:?\s*/i, '');
  // The cause is at the end, behind everything that led to it.
  return clippedStart(words, 300);
}

/** What some versions of kubectl log (klog: time, process, place, the error in quotes), as the error alone. */
function withoutLogPrefix(line: string): string {
  const logged = /^[EF]\d{4} [\d:.]{1,20}\s{1,10}\d{1,10} [\w.]{1,60}:\d{1,6}\] "command failed" err="(.*)"\s*$/.exec(
    line,
  )?.[1];
  return logged === undefined ? line : logged.replaceAll(/\\[nt]/g, ' ').replaceAll(/\\(["\\])/g, '$1');
}
