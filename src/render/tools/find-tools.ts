import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import type { NeededTools } from '../plan/plan.ts';
import { type Limited, runLimited } from './run-limited.ts';

/** A program that renders, found on PATH. */
export interface Tool {
  readonly name: 'kustomize' | 'kubectl' | 'helm';
  readonly path: string;
  /** `5.7.1`; of kubectl, its own version. */
  readonly version: string;
}

/** What renders here, and why what is missing cannot be used. */
export interface Tools {
  readonly kustomize: Tool | undefined;
  readonly helm: Tool | undefined;
  /** One line for each tool that is not there or too old. */
  readonly problems: readonly string[];
}

/** The oldest versions that the tests know. */
const oldest = { kustomize: [5, 0], kubectl: [1, 30], helm: [3, 14] } as const;

/** Finds kustomize (or kubectl, which has it) and helm on the PATH of this process, where they are needed, and asks for their versions. */
export async function findTools(place: Limited, needed: NeededTools): Promise<Tools> {
  const problems: string[] = [];
  const usable = (found: Tool | undefined): Tool | undefined => {
    if (found === undefined || isNewEnough(found)) return found;
    problems.push(`${found.name} ${found.version} is older than ${oldest[found.name].join('.')} and is not used`);
    return undefined;
  };
  const find = async (name: Tool['name'], args: readonly string[]): Promise<Tool | undefined> => {
    const path = locate(name);
    const found = path === undefined ? undefined : await ask({ name, path }, args, place);
    if (found !== undefined && 'silence' in found) problems.push(found.silence);
    return found === undefined || 'silence' in found ? undefined : usable(found);
  };
  const findBuilder = async () =>
    (await find('kustomize', ['version'])) ?? (await find('kubectl', ['version', '--client', '-o', 'json']));
  const [kustomize, helm] = await Promise.all([
    needed.kustomize ? findBuilder() : undefined,
    needed.helm ? find('helm', ['version', '--template', '{{.Version}}']) : undefined,
  ]);
  if (needed.kustomize && locate('kustomize') === undefined && locate('kubectl') === undefined) {
    problems.push('neither kustomize (5.0 or newer) nor kubectl (1.30 or newer) is on the PATH');
  }
  if (needed.helm && locate('helm') === undefined) problems.push('helm (3.14 or newer) is not on the PATH');
  return { kustomize, helm, problems };
}

/** What programs said, by the file that each is: one run renders several times, and a program that stays the same file says the same. */
const versions = new Map<string, string>();

function identityOf(path: string): string {
  const file = statSync(path, { throwIfNoEntry: false });
  return [path, file?.dev, file?.ino, file?.size, file?.mtimeMs, file?.ctimeMs].join(' ');
}

/** A program with its version, or why it is not used though it is there: one that is slow or broken is not one that is missing. */
async function ask(
  program: Pick<Tool, 'name' | 'path'>,
  args: readonly string[],
  place: Limited,
): Promise<Tool | { readonly silence: string }> {
  const file = identityOf(program.path);
  const known = versions.get(file);
  if (known !== undefined) return { ...program, version: known };
  const result = await runLimited(program.path, args, place);
  const output = result.stdout.toString('utf8');
  const pattern = program.name === 'kubectl' ? /"gitVersion":\s*"v?(\d+\.\d+\.\d+)/ : /v?(\d+\.\d+\.\d+)/;
  const version = result.failure === undefined ? pattern.exec(output)?.[1] : undefined;
  if (version !== undefined) {
    versions.set(file, version);
    return { ...program, version };
  }
  const why = result.failure === 'time' ? ` within ${place.milliseconds / 1000} seconds` : ', so it is not used';
  return { silence: `${program.name} is on the PATH and did not say its version${why}` };
}

/** The absolute path of a program on PATH; never one of a folder that is given relative to the working directory. */
function locate(name: string): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (!isAbsolute(folder)) continue;
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      if (statSync(path).isFile()) return path;
    } catch {
      // Not here: the next folder.
    }
  }
  return undefined;
}

function isNewEnough({ name, version }: Tool): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = oldest[name];
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}
