import { clipped } from '../../clipped.ts';
import { groupBy } from '../../groups.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import type { GainedPower } from './gained-powers.ts';
import { givesAway } from './host-path.ts';
import { runtimeCapabilities } from './powers.ts';

/** A value of a manifest is shown up to this length. */
const shownLength = 120;

/** What a kind of power says of pods, what to do instead, and what the benchmark of CIS calls it. */
interface Words {
  /** Completes "the Deployment …"; `who` are containers, `what` values. */
  readonly says: (who: string, what: string) => string;
  readonly instead: string | ((powers: readonly GainedPower[]) => string);
  /** A number of the CIS Kubernetes Benchmark 1.8. */
  readonly cis?: string;
}

const profile = (name: string) => (who: string, what: string) =>
  what === 'Unconfined' ? `runs ${who} without ${name}` : `runs ${who} under the ${name} profile ${what}`;

const seLinux: Words = {
  says: (who, what) => `gives ${who} the SELinux label ${what}`,
  instead: 'Leave seLinuxOptions to the runtime, or use the type container_t.',
};

/** A socket or credentials are as bad where they are only read. */
function insteadOfPath(powers: readonly GainedPower[]): string {
  return powers.some(({ value }) => givesAway(value))
    ? 'Do not mount it at all, not read-only either: whoever reaches it can take over the node.'
    : 'Use a volume of its own (emptyDir, persistentVolumeClaim), or mount only the file that is needed, read-only.';
}

const words: Readonly<Record<string, Words>> = {
  privileged: {
    says: (who) => `runs ${who} privileged`,
    instead:
      'Leave privileged out, and add the one capability or device that is needed; most capabilities are a finding of their own, of lower severity.',
    cis: '5.2.2',
  },
  hostProcess: {
    says: (who) => `runs ${who} as a host process of Windows`,
    instead: 'Leave hostProcess out.',
    cis: '5.2.11',
  },
  hostPID: {
    says: () => 'sees the processes of its node',
    instead: 'Leave hostPID out; shareProcessNamespace shares those of the pod alone.',
    cis: '5.2.3',
  },
  hostIPC: { says: () => 'shares memory with its node', instead: 'Leave hostIPC out.', cis: '5.2.4' },
  hostNetwork: {
    says: () => 'uses the network of its node',
    instead: 'Leave hostNetwork out, and publish what has to be reached by a Service.',
    cis: '5.2.5',
  },
  hostPath: {
    says: (_, what) => `mounts ${what} of its node`,
    instead: insteadOfPath,
    cis: '5.2.12',
  },
  hostPort: {
    says: (_, what) => `takes port ${what} of its node`,
    instead: 'Leave hostPort out, and publish the port by a Service.',
    cis: '5.2.13',
  },
  capability: {
    says: (who, what) => `gives ${who} the capability ${what}`,
    instead: 'Leave it out, or add only the one that is needed, which is reported as well.',
    cis: '5.2.9',
  },
  'default capability': {
    says: (who, what) => `leaves ${who} ${what}`,
    instead: 'Drop ALL, and add the capability that is needed.',
    cis: '5.2.10',
  },
  'privilege escalation': {
    says: (who) => `lets ${who} gain privileges (allowPrivilegeEscalation is not false)`,
    instead: 'Set allowPrivilegeEscalation: false.',
    cis: '5.2.6',
  },
  'may be root': { says: (who) => `lets ${who} run as root`, instead: 'Set runAsNonRoot: true.', cis: '5.2.7' },
  'may become root': {
    says: (who) => `lets ${who} be root once runAsUser is left out`,
    instead: 'Set runAsNonRoot: true.',
    cis: '5.2.7',
  },
  root: { says: (who) => `runs ${who} as root`, instead: 'Let runAsUser be another user than 0.', cis: '5.2.7' },
  'no seccomp': {
    says: (who) => `states no seccomp profile for ${who}`,
    instead: 'Set seccompProfile.type: RuntimeDefault.',
    cis: '5.7.2',
  },
  seccomp: { says: profile('seccomp'), instead: 'Set seccompProfile.type: RuntimeDefault.', cis: '5.7.2' },
  appArmor: { says: profile('AppArmor'), instead: 'Set appArmorProfile.type: RuntimeDefault.' },
  'seLinux type': seLinux,
  'seLinux user': seLinux,
  'seLinux role': seLinux,
  procMount: {
    says: (who) => `shows ${who} the parts of /proc that runtimes hide`,
    instead: 'Leave procMount out.',
  },
  sysctl: { says: (_, what) => `sets the sysctl ${what}`, instead: 'Set only sysctls that Kubernetes counts as safe.' },
  'probe host': {
    says: (_, what) => `has the kubelet call ${what}`,
    instead: 'Leave host out: a probe asks the pod itself.',
  },
  volume: {
    says: (_, what) => `mounts a volume of the type ${what}`,
    instead: 'Use a persistentVolumeClaim.',
  },
};

/** Powers of one kind in one phrase: `runs container app privileged`, `mounts /var/log, /run of its node`. */
function phrase(powers: readonly GainedPower[]): string {
  const [first] = powers;
  if (first === undefined) return '';
  const containers = [...new Set(powers.flatMap(({ container }) => container ?? []))];
  const many = containers.length === 1 ? 'container' : 'containers';
  const who = containers.length === 0 ? 'it' : `${many} ${enumerate(containers)}`;
  return words[first.kind]?.says(who, whatOf(first.kind, powers)) ?? first.kind;
}

function whatOf(kind: string, powers: readonly GainedPower[]): string {
  const values = [...new Set(powers.map(({ value, isWritable }) => shown(kind, value, isWritable)))];
  if (kind !== 'default capability') return enumerate(values);
  return values.length === runtimeCapabilities.length
    ? "the runtime's default capabilities (capabilities.drop is not ALL)"
    : `the runtime's capability ${enumerate(values)} (not in capabilities.drop)`;
}

function shown(kind: string, value: string, isWritable: boolean): string {
  const text = value === '' ? 'an unknown value' : clipped(value, shownLength);
  return kind === 'hostPath' && !isWritable ? `${text} (read-only)` : text;
}

/** Every kind of power in one phrase each, the worst first as they come. */
export function phrases(powers: readonly GainedPower[]): readonly string[] {
  return [...groupBy(powers, ({ kind }) => kind).values()].map(phrase);
}

/** What to do instead, each once. */
export function remedies(powers: readonly GainedPower[]): readonly string[] {
  return [
    ...new Set(
      [...groupBy(powers, ({ kind }) => kind)].flatMap(([kind, all]) => {
        const instead = words[kind]?.instead;
        return typeof instead === 'function' ? instead(all) : (instead ?? []);
      }),
    ),
  ];
}

/** The controls of the standards, and the numbers of CIS. */
export function references(powers: readonly GainedPower[]): readonly string[] {
  const controls = [...groupBy(powers, ({ level }) => level)].map(([level, ofLevel]) => {
    return `Pod Security Standards, ${level}: ${[...new Set(ofLevel.map(({ control }) => control))].join(', ')}`;
  });
  const numbers = powers.flatMap(({ kind }) => (words[kind]?.cis === undefined ? [] : [`CIS ${words[kind]?.cis}`]));
  return [...controls, ...new Set(numbers)];
}
