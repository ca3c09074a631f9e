import { clippedStart } from '../../clipped.ts';
import { plainError } from './plain-errors.ts';

/**
 * Why a tool failed, in plain words where what it says is known, else in its own: the last line of what it wrote, at most 300 characters, without the folders it ran in and
 * without quoted texts that may be values.
 */
export function errorWords(stderr: string, folders: readonly string[]): string {
  const lines = withoutLogBlock(stderr)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^(?:#|W\d|level=WARN|walk\.go|Use --debug)/i.test(line));
  const inTree = (text: string) => {
    const own = folders.reduce((left, folder) => left.replaceAll(`${folder}/`, '').replaceAll(folder, ''), text);
    // The copy of the tree, as kustomize names it from the folder that is built.
    return own.replaceAll(/(?:\.\.\/)+tree\//g, '');
  };
  const last = inTree(withoutLogPrefix(lines.at(-1) ?? 'it failed without a word'));
  const known = plainError(last) ?? plainError(inTree(lines.map(withoutLogPrefix).join('\n')));
  if (known !== undefined) return known;
  const own = causeOf(last);
  // What is quoted can be a value; names, paths and numbers are not.
  const quoted = own.replaceAll(/"([^"]*)"|'([^']*)'|`([^`]*)`/g, (all, ...parts: unknown[]) => {
    const inside = parts.slice(0, 3).find((part) => typeof part === 'string') as string | undefined;
    return /^[\w./:@{}$ -]{0,80}$/.test(inside ?? '') ? all : '"…"';
  });
  const words = quoted.replace(/^(?:error|level=\S+ msg=)?:?\s*/i, '');
  // The cause is at the end, behind everything that led to it.
  return clippedStart(words, 300);
}

/** The end of what kustomize says of every step to the cause, each with the text of the step before in quotes. */
function causeOf(line: string): string {
  const settings = /^`: (?=.)/.exec(line)?.[0] ?? '';
  const own = withoutSecondTry(line.slice(settings.length));
  const at = /\baccumulat/.test(own) ? own.lastIndexOf("': ") : -1;
  if (at < 0) return own;
  const cause = own.slice(at + "': ".length);
  // What says nothing of which file: the path is before it.
  const path = /^file is not directory/.test(cause) ? own.slice(own.lastIndexOf("'", at - 1), at + "': ".length) : '';
  return path + cause;
}

/** What kustomize says where it could not take a file and then tried it as a folder, without the second try: the cause is before it. */
function withoutSecondTry(line: string): string {
  const at = line.lastIndexOf("': must build at directory: ");
  return at > 0 && /\baccumulation err='/.test(line.slice(0, at)) ? line.slice(0, at) : line;
}

/** An error of several lines as klog logs it: `err=<`, the lines, ` >`. */
function withoutLogBlock(stderr: string): string {
  const logged = /^[EF]\d{4} [^\n]{1,200}\berr=<\n([\s\S]*)\n >\s*$/m.exec(stderr)?.[1];
  return logged === undefined ? stderr : logged.replaceAll(/^\t/gm, '');
}

/** What some versions of kubectl log (klog: time, process, place, the error in quotes), as the error alone. */
function withoutLogPrefix(line: string): string {
  const logged = /^[EF]\d{4} [\d:.]{1,20}\s{1,10}\d{1,10} [\w.]{1,60}:\d{1,6}\] "command failed" err="(.*)"\s*$/.exec(
    line,
  )?.[1];
  return logged === undefined ? line : logged.replaceAll(/\\[nt]/g, ' ').replaceAll(/\\(["\\])/g, '$1');
}
