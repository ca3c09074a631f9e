import type { Finding } from '../../src/gate.ts';
import { ApiFailure, type FailureKind } from '../../src/host/forge/api-failure.ts';
import type { Planner } from '../../src/host/forge/delivery-run.ts';
import { deliver as deliverToGithub } from '../../src/host/github/deliver.ts';
import { deliver as deliverToGitlab } from '../../src/host/gitlab/deliver.ts';
import type { Action, CreateThread } from '../../src/publish/action.ts';
import { finding } from '../report/sample-report.ts';

export const head = 'a'.repeat(40);
export const found = (name: string): Finding =>
  finding('rbac-widened', 'high', { message: name, fingerprint: name.repeat(64).slice(0, 64) });
export const fail = (kind: FailureKind, status = 400) => new ApiFailure(kind, `It was ${kind}.`, status);

/** A thread to be made on a line of a file, or on the file. */
export function thread(name: string, more: Partial<CreateThread> = {}): CreateThread {
  const file = `${name}.yaml`;
  const fallback = { place: { kind: 'file', file, oldFile: file }, body: `file ${name}` } as const;
  return {
    kind: 'create-thread',
    place: { kind: 'line', file, oldFile: file, line: { newLine: 3 } },
    body: name,
    findings: [found(name)],
    fallback,
    ...more,
  };
}
export const summary: Action = { kind: 'create-summary', body: 'summary' };
export const onFile = (name: string) => {
  const file = `${name}.yaml`;
  return thread(name, { place: { kind: 'file', file, oldFile: file }, fallback: undefined });
};
export const there = (id: string, more: object = {}) => ({
  id,
  order: 1,
  comments: [],
  isCut: false,
  place: undefined,
  isOutdated: false,
  isResolved: false,
  isResolvedByOther: false,
  ...more,
});

interface Script {
  /** What is planned in each round; nothing afterwards. */
  readonly plans: readonly (readonly Action[])[];
  /** What calls throw, by their names, one after the other. */
  readonly failures?: Readonly<Record<string, readonly (Error | undefined)[]>>;
  readonly heads?: readonly string[];
  readonly threads?: readonly object[];
  readonly left?: number;
  readonly refused?: readonly Finding[];
  readonly onDiff?: readonly Finding[];
  readonly drafts?: readonly (readonly { id: number; text: string }[])[];
  readonly hasDiff?: boolean;
}

type Api = Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;

/** A forge that does what the script says, and the calls that were made of it. */
function scripted({
  plans,
  failures = {},
  heads = [],
  threads = [],
  left = 3,
  refused = [],
  onDiff = [],
  drafts = [],
  hasDiff = true,
}: Script) {
  const calls: string[] = [];
  const counts = new Map<string, number>();
  const turnOf = (name: string) => {
    const turn = counts.get(name) ?? 0;
    counts.set(name, turn + 1);
    return turn;
  };
  const shown = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return String(value);
    if (Array.isArray(value)) return `[${value.map(shown).join(' ')}]`;
    const { id, file, kind, body, place, thread: inner, to } = value as Record<string, unknown>;
    if (to !== undefined) return `${shown(inner)}:${to}`;
    return String(body ?? id ?? (file === undefined ? shown(place) : `${kind}:${file}`));
  };
  const api = new Proxy({} as Api, {
    get: (_, key) => {
      const name = String(key);
      if (name === 'hasDiff') return hasDiff;
      return async (...args: readonly unknown[]) => {
        const turn = turnOf(name);
        const isFoldOfNone = name === 'fold' && Array.isArray(args[0]) && args[0].length === 0;
        if (name !== 'read' && name !== 'head' && name !== 'drafts' && !isFoldOfNone)
          calls.push(
            `${name} ${args
              .filter((each) => each !== head)
              .map(shown)
              .join(' ')}`.trim(),
          );
        const error = failures[name]?.[turn];
        if (error !== undefined) throw error;
        if (name === 'read') return { head: heads[turn] ?? head, threads, notes: [] };
        if (name === 'head') return heads.at(-1) ?? head;
        return name === 'drafts' ? (drafts[turn] ?? []) : undefined;
      };
    },
  });
  const placeless: string[][] = [];
  let round = 0;
  const plan: Planner = (_, refusedNow) => {
    placeless.push([...refusedNow]);
    const actions = plans[round] ?? [];
    round += 1;
    return { actions, onDiff: new Set(onDiff), refused, hasSummary: true, fileCommentsLeft: left };
  };
  return { api, calls, plan, placeless, rounds: () => round };
}

export async function github(script: Script) {
  const { api, calls, plan, placeless, rounds } = scripted(script);
  const delivery = await deliverToGithub(api as never, head, plan);
  return {
    calls,
    placeless,
    rounds: rounds(),
    ...delivery,
    onDiff: [...delivery.onDiff].map(({ message }) => message),
  };
}

export async function gitlab(script: Script) {
  const { api, calls, plan, rounds } = scripted(script);
  const delivery = await deliverToGitlab(api as never, head, 'gate', plan);
  return { calls, rounds: rounds(), ...delivery, onDiff: [...delivery.onDiff].map(({ message }) => message) };
}
