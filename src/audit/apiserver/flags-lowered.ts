import { normalize } from 'node:path/posix';
import type { Loosening } from '../../kube/loosening.ts';
import type { Flags } from '../model/flags.ts';

const remedy = 'Keep the flag: without a record nobody can say afterwards who did what.';

/** What flags of an API server (k8s.io/apiserver, pkg/server/options/audit.go) no longer have recorded, or not as long. Paths are those of the flags' place. */
export function flagsLowered(
  before: Flags,
  after: Flags,
  isMoved: (flag: string) => boolean,
  isMovedHere: (flag: string) => boolean = () => false,
): readonly Loosening[] {
  const gone = [...before.keys()].filter((name) => !after.has(name) && !isMoved(name));
  // What nothing stated before had its default.
  const added = [...after.keys()].filter((name) => !before.has(name) && isUsed(log, before) && !isMovedHere(name));
  return [
    ...ways(before, after, gone),
    ...[...before.keys()].flatMap((name) => changed(name, before, after, gone)),
    ...added.flatMap((name) => stated(name, after)),
  ];
}

const log = 'audit-log-path';

/** A flag about the file that the log is written to, which is new: every record was written before it was answered, and all were kept. */
function stated(name: string, after: Flags): readonly Loosening[] {
  const value = after.get(name)?.value ?? '';
  const common = { remedy, path: after.get(name)?.path ?? [], subject: ['flag', name, value] };
  if (name === 'audit-log-mode')
    return value === 'batch'
      ? [{ ...common, what: `may lose records of requests under load (--${name}=${value})`, severity: 'low' }]
      : [];
  if (!Object.hasOwn(demanded, name) || !isFewer(name, '0', value) || !isBelow(name, value)) return [];
  return [{ ...common, what: `newly keeps less of the audit log (--${name}=${value})`, severity: 'medium' }];
}

const policy = 'audit-policy-file';
const said: Readonly<Record<string, string>> = {
  [policy]: 'no longer has an audit policy, so that no request is recorded',
  'audit-log-path': 'no longer writes the audit log',
  'audit-webhook-config-file': 'no longer sends the audit log elsewhere',
};

/** Whether a flag has a value that is in use: from devices no policy can be read, and what is written to them is lost. */
export function isUsed(flag: string, flags: Flags): boolean {
  const value = flags.get(flag)?.value ?? '';
  return value !== '' && !/^\/+dev\/(?:null|full|zero)$/.test(normalize(value));
}

/** What is written of requests at all: a policy, and somewhere to write to. */
function ways(before: Flags, after: Flags, gone: readonly string[]): readonly Loosening[] {
  const lost = Object.keys(said).filter(
    (name) => isUsed(name, before) && !isUsed(name, after) && (gone.includes(name) || after.has(name)),
  );
  const isLeft = Object.keys(said).some((name) => name !== policy && isUsed(name, after));
  return lost.map((name) => ({
    what: `${said[name]} (--${name})`,
    remedy,
    severity: isLeft && name !== policy ? 'medium' : 'high',
    ...placeOf(name, before, after),
    subject: ['flag', name],
  }));
}

/** A flag that is there, with a value that keeps less or says less for certain. */
function changed(name: string, before: Flags, after: Flags, gone: readonly string[]): readonly Loosening[] {
  const [was, is] = [before.get(name)?.value ?? '', after.get(name)?.value];
  if (is === undefined && !gone.includes(name)) return [];
  if (was === is || (Object.hasOwn(said, name) && !(isUsed(name, before) && isUsed(name, after)))) return [];
  const common = { remedy, ...placeOf(name, before, after), subject: ['flag', name, is ?? ''] };
  if (is !== undefined && name === policy)
    return [
      {
        ...common,
        what: `takes another audit policy, ${is}; whether it records less was not judged`,
        severity: 'medium',
      },
    ];
  if (is !== undefined && name === 'audit-webhook-config-file')
    return [{ ...common, what: `sends the audit log somewhere else, by ${is}`, severity: 'medium' }];
  if (/mode$/.test(name)) {
    const now = is ?? (name === 'audit-webhook-mode' ? 'batch' : 'blocking');
    return modes.indexOf(now) < modes.indexOf(was)
      ? [{ ...common, what: `may lose records of requests under load (--${name}=${now})`, severity: 'low' }]
      : [];
  }
  if (!/max(?:age|backup|size)$/.test(name) || !isFewer(name, was, is)) return [];
  const now = is ?? '100';
  return [
    {
      ...common,
      what: `keeps less of the audit log (--${name}: ${was} → ${now})`,
      severity: isBelow(name, now) ? 'medium' : 'low',
    },
  ];
}

/** How surely records are written, the least first. */
const modes = ['batch', 'blocking', 'blocking-strict'];

/** Zero is not a limit, but for the size, where it is 100 megabytes (lumberjack); neither has a flag that is left out. */
function isFewer(name: string, was: string, is: string | undefined): boolean {
  const limit = (value: string | undefined) => {
    const number = Number(value ?? '0');
    if (Number.isNaN(number)) return undefined;
    return number > 0 ? number : name === 'audit-log-maxsize' ? 100 : Number.POSITIVE_INFINITY;
  };
  const [old, now] = [limit(was), limit(is)];
  return old !== undefined && (now === undefined || now < old);
}

/** CIS Kubernetes Benchmark 1.2.17 to 1.2.19. */
const demanded: Readonly<Record<string, number>> = {
  'audit-log-maxage': 30,
  'audit-log-maxbackup': 10,
  'audit-log-maxsize': 100,
};

function isBelow(name: string, value: string): boolean {
  return !(Number(value) >= (demanded[name] ?? 0));
}

function placeOf(name: string, before: Flags, after: Flags) {
  const [was, is] = [before.get(name), after.get(name)];
  return is === undefined ? { path: [], formerPath: was?.path ?? [] } : { path: is.path };
}
