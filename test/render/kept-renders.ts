import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Limited, type RunTool, runLimited } from '../../src/render/tools/run-limited.ts';
import { isThorough } from '../thorough.ts';
import { hasTools, toolsPath } from './tools.ts';

const kept = join(import.meta.dirname, '../../node_modules/.cache/gitops-gate/rendered');
/** The tests' own tools; the folder is named after their version. */
const tools = hasTools ? toolsPath() : undefined;

/** How often each call was made in each folder: a chart that makes something up is rendered twice, to see what differs. */
const calls = new Map<string, number>();

/**
 * Runs one of the tests' own tools as the program does. What it gave is kept, by all that it depends on: starting kubectl and helm is more
 * than half of what the tests of rendering take. Failures are not kept, and a thorough run keeps nothing.
 */
export const runKept: RunTool = async (path, args, limits) => {
  if (isThorough || dirname(path) !== tools) return runLimited(path, args, limits);
  const key = keyOf(path, args, limits);
  const call = `${limits.directory} ${key}`;
  const count = (calls.get(call) ?? 0) + 1;
  calls.set(call, count);
  const file = join(kept, `${key}-${count}`);
  try {
    const text = readFileSync(file, 'latin1').replaceAll(placeholder, limits.directory);
    return { stdout: Buffer.from(text, 'latin1'), stderr: '', failure: undefined };
  } catch {
    const result = await runLimited(path, args, limits);
    if (result.failure === undefined) write(file, result.stdout, limits.directory);
    return result;
  }
};

/** Written for the folder of a call, which is another one each time. */
const placeholder = '/folder-of-the-call';

/** All that a call depends on: the tool, its arguments, how it is confined, and the files of the side that it renders. */
function keyOf(path: string, args: readonly string[], { directory, environment, prefix }: Limited): string {
  const tool = [basename(dirname(path)), basename(path)];
  const stated = JSON.stringify([tool, args, environment, prefix]).replaceAll(directory, placeholder);
  const hash = createHash('sha256').update(stated);
  const own = args.flatMap((each) => each.match(/\/[^/]+\/own\/\d+/)?.[0] ?? []);
  const [side = ''] = args.flatMap((each) => each.match(/\/(?:before|after)-\d+\//)?.[0] ?? []);
  for (const folder of [`${side}tree`, ...own]) {
    const entries = readdirSync(join(directory, folder), { recursive: true, withFileTypes: true });
    const files = entries.filter((each) => each.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    for (const file of files.sort()) {
      const bytes = readFileSync(file);
      hash.update(`\0${file.slice(directory.length)} ${bytes.length}\0`).update(bytes);
    }
  }
  return hash.digest('hex');
}

/** In one step, so that a process alongside reads all of it or nothing. */
function write(file: string, output: Buffer, directory: string): void {
  const unfinished = `${file}.${process.pid}`;
  mkdirSync(kept, { recursive: true });
  writeFileSync(unfinished, Buffer.from(output.toString('latin1').replaceAll(directory, placeholder), 'latin1'));
  renameSync(unfinished, file);
}
