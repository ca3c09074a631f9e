import type { Loosening } from '../../kube/loosening.ts';
import type { Flags } from '../model/flags.ts';

const remedy = 'Keep the flag: without a record nobody can say afterwards who did what.';

/** What flags of an API server no longer have recorded, or not as long. Paths are those of the flags' place. */
export function flagsLowered(before: Flags, after: Flags, isMoved: (flag: string) => boolean): readonly Loosening[] {
  const gone = [...before.keys()].filter((name) => !after.has(name) && !isMoved(name));
  return [...ways(before, after, gone), ...[...before.keys()].flatMap((name) => changed(name, before, after, gone))];
}

/** Where nothing is written: the flag can stay. */
const nowhere = /^\/dev\/(?:null|full|zero)$/;

const backends = ['audit-log-path', 'audit-webhook-config-file'];

/** What is written of requests at all: a policy, and somewhere to write to. */
function ways(before: Flags, after: Flags, gone: readonly string[]): readonly Loosening[] {
  const writes = (flags: Flags, name: string) => flags.has(name) && !nowhere.test(flags.get(name)?.value ?? '');
  const lost = backends.filter(
    (name) => writes(before, name) && !writes(after, name) && (gone.includes(name) || after.has(name)),
  );
  const isLeft = backends.some((name) => writes(after, name));
  const found: Loosening[] = lost.map((name) => ({
    what:
      name === 'audit-log-path'
        ? `no longer writes the audit log (--${name})`
        : `no longer sends the audit log elsewhere (--${name})`,
    remedy,
    severity: isLeft ? 'medium' : 'high',
    ...placeOf(name, before, after),
    subject: ['flag', name],
  }));
  if (!gone.includes('audit-policy-file')) return found;
  const what = 'no longer has an audit policy, so that no request is recorded (--audit-policy-file)';
  const policy = { what, remedy, severity: 'high' as const, ...placeOf('audit-policy-file', before, after) };
  return [{ ...policy, subject: ['flag', 'audit-policy-file'] }, ...found];
}

/** A flag that is there, with a value that keeps less or says less for certain. */
function changed(name: string, before: Flags, after: Flags, gone: readonly string[]): readonly Loosening[] {
  const [was, is] = [before.get(name)?.value ?? '', after.get(name)?.value];
  if (is === undefined && !gone.includes(name)) return [];
  if (was === is) return [];
  const common = { remedy, ...placeOf(name, before, after), subject: ['flag', name, is ?? ''] };
  if (is !== undefined && name === 'audit-policy-file')
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
    const isLess = is === 'batch' || (is === 'blocking' && was === 'blocking-strict');
    return isLess
      ? [{ ...common, what: `may lose records of requests under load (--${name}=${is})`, severity: 'low' }]
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

/** Zero is no limit, but for the size, where it is 100 megabytes (lumberjack); neither has a flag that is left out. */
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
