import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Limited, runLimited } from './run-limited.ts';

/** Bytes of what one call of a tool may print. */
const outputBytes = 20 * 1024 * 1024;
/** Bytes of address space, which Go takes generously. */
const addressSpace = 8 * 1024 ** 3;

/** How often a call may take its time on the clock where the kernel counts the time it computes: other work may keep it waiting. */
const clockFactor = 3;

/**
 * How tools are run below a folder of our own: an environment that names nothing of this process, a PATH on which
 * nothing is found, a home that is empty, every way to the network leading nowhere, and, where the kernel lets us, no
 * network at all and bounds on memory and on the time it computes. `milliseconds` is what one call may take.
 */
export async function confine(folder: string, milliseconds: number): Promise<Limited> {
  const home = join(folder, 'home');
  const programs = join(folder, 'programs');
  for (const path of [home, programs]) mkdirSync(path, { recursive: true });
  const place: Limited = {
    directory: folder,
    environment: environment(home, programs),
    prefix: [],
    milliseconds,
    outputBytes,
  };
  const seconds = Math.ceil(milliseconds / 1000);
  const bounds = ['/usr/bin/prlimit', `--as=${addressSpace}`, `--cpu=${seconds}:${seconds + 1}`, '--core=0'];
  const isolations = [
    ['/usr/bin/unshare', '-n'],
    ['/usr/bin/unshare', '-r', '-n'],
  ];
  const prefixes = [...isolations.map((words) => [...bounds, ...words]), ...isolations, bounds];
  const limitedBy = (prefix: readonly string[]): Limited => {
    const isCounted = prefix[0] === bounds[0];
    return { ...place, prefix, milliseconds: isCounted ? clockFactor * milliseconds : milliseconds };
  };
  const known = prefixes[fullyConfining ?? -1];
  if (known !== undefined) return limitedBy(known);
  for (const [index, prefix] of prefixes.entries()) {
    if (!prefix.filter((word) => word.startsWith('/')).every((path) => existsSync(path))) continue;
    const limited = limitedBy(prefix);
    const probe = await runLimited('/bin/true', [], limited);
    if (probe.failure !== undefined) continue;
    if (index < isolations.length) fullyConfining = index;
    return limited;
  }
  return place;
}

/** Which prefix takes the network away and bounds a call, once one was seen to: the kernel does not change its mind. Less is asked for each time. */
let fullyConfining: number | undefined;

/** The part of its time that a call has after another one was ended for what it took. */
const leftPart = 5;

/**
 * How long calls of one side may take. The first that is ended for its time leaves each of the others a part of that: most take none of it,
 * and what is made to take for ever in many roots costs little more than in one. None goes on after the time for all is over.
 */
export class CallTime {
  #limits: Limited;
  #seconds: number;
  #isCut = false;
  readonly #deadline: number;

  /** `deadline` is one of performance.now(). */
  constructor(limits: Limited, milliseconds: number, deadline: number) {
    this.#limits = limits;
    this.#seconds = milliseconds / 1000;
    this.#deadline = deadline;
  }

  get limits(): Limited {
    const milliseconds = Math.max(1, Math.min(this.#limits.milliseconds, this.#deadline - performance.now()));
    return { ...this.#limits, milliseconds };
  }

  get isOver(): boolean {
    return performance.now() >= this.#deadline;
  }

  /** What a call may compute now, as messages say it. */
  get words(): string {
    return `${this.#seconds} seconds${this.#isCut ? ', all that it is given after another one was ended' : ''}`;
  }

  /** Notes that a call was ended for what it took. */
  cut(): void {
    if (this.#isCut) return;
    this.#isCut = true;
    this.#seconds /= leftPart;
    const least = Math.ceil(this.#seconds);
    this.#limits = {
      ...this.#limits,
      milliseconds: this.#limits.milliseconds / leftPart,
      prefix: this.#limits.prefix.map((word) => (word.startsWith('--cpu=') ? `--cpu=${least}:${least + 1}` : word)),
    };
  }
}

function environment(home: string, programs: string): Record<string, string> {
  // Port 9 discards; where something listens there after all, it gets no name and no credential.
  const nowhere = 'http://127.0.0.1:9';
  return {
    HOME: home,
    PATH: programs,
    LC_ALL: 'C',
    TMPDIR: home,
    XDG_CONFIG_HOME: home,
    XDG_CACHE_HOME: home,
    XDG_DATA_HOME: home,
    HELM_CACHE_HOME: home,
    HELM_CONFIG_HOME: home,
    HELM_DATA_HOME: home,
    HELM_PLUGINS: programs,
    HELM_NO_PLUGINS: '1',
    KUBECONFIG: '/dev/null',
    KUSTOMIZE_PLUGIN_HOME: programs,
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    ALL_PROXY: nowhere,
    http_proxy: nowhere,
    https_proxy: nowhere,
    NO_PROXY: '',
    GIT_ALLOW_PROTOCOL: 'none',
    GOMEMLIMIT: '1500MiB',
    // A build lives for a second: a third less work where garbage is collected less often, and the limit above holds.
    GOGC: '400',
  };
}
