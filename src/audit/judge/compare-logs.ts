import { basename } from 'node:path/posix';
import { groupBy } from '../../groups.ts';
import type { LoosenedObject, Loosening } from '../../kube/loosening.ts';
import { isMapping, json } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { codeOfDrop, dropsLowered, lostStreams, newDrops, withRewrites } from '../monitoring/log-filters.ts';
import type { LogDrop, LogPipeline } from '../monitoring/log-model.ts';
import { joined, outputsLowered, remedy } from '../monitoring/log-outputs.ts';
import { takesFiles } from '../monitoring/log-tags.ts';
import { judgeLua } from '../monitoring/lua-program.ts';
import { graphLowered, isStillSent } from '../monitoring/vector-lowered.ts';
import { type MonitoringPart, placed } from './monitoring-parts.ts';

type LogPart = Extract<MonitoringPart, { kind: 'outputs' }>;

const called = 'The log configuration';

/** What parts of a scope no longer send, or leave out of what they send. `left` are the former parts that do not go along with their application. */
export function logsLowered(
  before: readonly LogPart[],
  after: readonly LogPart[],
  left: readonly LogPart[],
  isOf: (part: LogPart) => MonitoringPart | undefined,
): readonly LoosenedObject[] {
  const [old, now] = [before.map(withPrograms), after.map(withPrograms)];
  const outputs = new Set(now.flatMap(({ value }) => value.outputs.map(json)));
  const around: Around = {
    isThere: (output) => outputs.has(output),
    isMoved: moves(old, now),
    isRead: (file) =>
      now.some(
        ({ value }) => value.inputs.some(({ source }) => takesFiles(source, file)) || value.graph?.readerOf(file),
      ),
  };
  const byPart = left.flatMap((part) => {
    const is = isOf(part);
    return partLowered(part, is?.kind === 'outputs' ? is : undefined, around);
  });
  const [were, are] = [groupBy(old, holderOf), groupBy(now, holderOf)];
  const byHolder = [...are].flatMap(([holder, parts]) => {
    const former = were.get(holder);
    const isSaid = byPart.some(({ was }) => holderOf(was) === holder);
    return former === undefined ? [] : holderLowered(former, parts, around, isSaid);
  });
  return [...byPart.flatMap(({ found }) => found), ...byHolder];
}

/** What else the scope holds. */
interface Around {
  readonly isThere: (output: string) => boolean;
  readonly isMoved: (drop: LogDrop) => boolean;
  readonly isRead: (file: string) => boolean;
}

function holderOf({ holder }: LogPart): string {
  return holder.key || holder.file;
}

/** Tells whether as much is left out elsewhere as before. */
function moves(before: readonly LogPart[], after: readonly LogPart[]) {
  const count = (all: readonly LogPart[]) =>
    groupBy(
      all.flatMap(({ value }) => value.drops),
      codeOfDrop,
    );
  const [old, now] = [count(before), count(after)];
  return (drop: LogDrop) => {
    const code = codeOfDrop(drop);
    return now.has(code) && (old.get(code)?.length ?? 0) >= (now.get(code)?.length ?? 0);
  };
}

/** Of Vector the ways say what is lost; of what they do not know the outputs do. */
function partLowered(part: LogPart, is: LogPart | undefined, { isThere, isRead }: Around) {
  const [was, now] = [part.value, is?.value];
  const [old, own] = [was.graph, now?.graph];
  const isGraph = old !== undefined && own !== undefined;
  const { drops, unsent } = isGraph ? graphLowered(old, own, isRead) : { drops: [], unsent: [] };
  const isLost = drops.length + unsent.length > 0;
  const loosenings = isLost
    ? [...dropsLowered(drops), ...lost('no longer sends logs', 'unsent', unsent)]
    : outputsLowered(
        was.outputs,
        now?.outputs ?? [],
        (each) => isThere(json(each)),
        (each) => isGraph && isStillSent(each, old, own),
      );
  return loosenings.length === 0 ? [] : [{ was: part, found: placed(part, is, called, loosenings) }];
}

/** The parts of one object or file are one configuration. What one of its parts is said to send no more is not said once more. */
function holderLowered(
  before: readonly LogPart[],
  after: readonly LogPart[],
  { isMoved, isRead }: Around,
  isSaid: boolean,
): readonly LoosenedObject[] {
  const [was, is] = [before, after].map((parts) => withRewrites(joined(parts.map(({ value }) => value)))) as [
    LogPipeline,
    LogPipeline,
  ];
  const drops = newDrops(was, is, isMoved);
  const [first] = after;
  const { unread, unsent } = lostStreams(was, is, isRead);
  const gone = [
    ...lost('no longer reads logs', 'unread', unread),
    ...(isSaid ? [] : lost('no longer sends logs', 'unsent', unsent)),
  ];
  // A rule that rewrites is in the part that it is written in.
  const partOf = (drop: LogDrop) =>
    after.find(({ value }) => value.drops.includes(drop) || value.rewrites.some(({ path }) => path === drop.path)) ??
    first;
  const byPart = groupBy(drops, partOf);
  return [
    ...[...byPart].flatMap(([part, own]) => (part === undefined ? [] : placed(part, part, called, dropsLowered(own)))),
    ...(first === undefined ? [] : placed(before[0] ?? first, first, called, gone)),
  ];
}

function lost(what: string, code: string, names: readonly string[]): readonly Loosening[] {
  if (names.length === 0) return [];
  const subject = [code, ...[...names].sort()];
  return [{ what: `${what}: ${enumerate(names)}`, remedy, severity: 'medium', path: [], formerPath: [], subject }];
}

/** A part with what its programs do, as far as these are in the same object. */
function withPrograms(part: LogPart): LogPart {
  const { value, holder } = part;
  if (value.drops.every(({ program }) => program === undefined)) return part;
  return { ...part, value: { ...value, drops: value.drops.flatMap((drop) => judged(drop, holder.value)) } };
}

function judged(drop: LogDrop, around: unknown): readonly LogDrop[] {
  const { program, of, path } = drop;
  if (program === undefined) return [drop];
  const { language, call, file } = program;
  const code = program.code ?? (file === '' ? undefined : textNamed(around, basename(file), 0));
  const named = `${language === 'lua' ? 'the Lua function' : 'the Wasm function'} ${call}`;
  if (code === undefined || language === 'wasm')
    return [{ of, by: `${language} ${call} ${file}`, said: `${named} of ${file}, which may drop them`, path }];
  const verdict = judgeLua(code, call);
  if (verdict === 'keeps') return [];
  return [
    { of, by: `lua ${call} ${code}`, said: `${named}${verdict === 'drops' ? '' : ', which may drop them'}`, path },
  ];
}

/** Mappings inside mappings that a text is looked for in: `data` of a ConfigMap, `luaScripts` of values. */
const deepest = 4;

function textNamed(value: unknown, name: string, depth: number): string | undefined {
  if (!isMapping(value) || depth > deepest) return undefined;
  const own = Object.hasOwn(value, name) ? value[name] : undefined;
  if (typeof own === 'string') return own;
  for (const inner of Object.values(value)) {
    const found = textNamed(inner, name, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
