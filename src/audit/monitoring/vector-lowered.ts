import type { LogDrop, LogGraph, LogOutput, NamedStream } from './log-model.ts';

/** What of the streams of one configuration no longer reaches an output. */
export interface StreamLoss {
  /** Newly left out on the way. */
  readonly drops: readonly LogDrop[];
  /** Not read any more, or sent to nothing, by their names and files. */
  readonly unsent: readonly string[];
}

/** Compares what reaches the sinks of Vector; `isReadElsewhere` says of a file whether another configuration reads it now. */
export function graphLowered(was: LogGraph, is: LogGraph, isReadElsewhere: (file: string) => boolean): StreamLoss {
  const drops = new Map<string, LogDrop>();
  const lost: string[] = [];
  for (const stream of was.streams.values()) {
    const before = was.waysFrom(stream.name);
    if (before.length === 0) continue;
    const name = nowOf(stream, is);
    if (name === undefined) {
      const isElsewhere = stream.files.length > 0 && stream.files.every(isReadElsewhere);
      // What is made of something else is lost with that.
      if (stream.isSource && !isElsewhere) lost.push(textOf(stream));
      continue;
    }
    lost.push(...filesLost(stream, is, isReadElsewhere));
    const after = is.waysFrom(name);
    if (after.length === 0) lost.push(textOf(stream));
    for (const each of newDrops(before, after))
      if (!drops.has(each.by)) drops.set(each.by, { ...each, of: streamText(stream) });
  }
  return { drops: [...drops.values()], unsent: [...new Set(lost)] };
}

/** The name under which a stream is read now: its own, or that of another source that reads the same file. */
function nowOf(stream: NamedStream, is: LogGraph): string | undefined {
  if (is.has(stream.name) || is.streams.has(stream.name)) return stream.name;
  return stream.files.flatMap((file) => is.readerOf(file) ?? [])[0];
}

/** Files that no source reads any more. */
function filesLost({ files }: NamedStream, is: LogGraph, isReadElsewhere: (file: string) => boolean) {
  return files.filter((file) => is.readerOf(file) === undefined && !isReadElsewhere(file));
}

/** For each way there was, what is newly left out on the one now that comes closest to it. */
function newDrops(before: readonly (readonly LogDrop[])[], after: readonly (readonly LogDrop[])[]): readonly LogDrop[] {
  return before.flatMap((way) => {
    const known = new Set(way.map(({ by }) => by));
    const added = after.map((each) => each.filter(({ by }) => !known.has(by)));
    return (
      added.reduce<readonly LogDrop[] | undefined>(
        (least, each) => (least === undefined || each.length < least.length ? each : least),
        undefined,
      ) ?? []
    );
  });
}

/** Whether what an output took still reaches one, by whatever transforms. */
export function isStillSent({ inputs = [] }: LogOutput, was: LogGraph, is: LogGraph): boolean {
  const known = new Map<string, boolean>();
  const isSent = (name: string, depth: number): boolean => {
    const answer = known.get(name);
    if (answer !== undefined) return answer;
    known.set(name, false);
    const stream = was.streams.get(name) ?? { name, isSource: false, files: [] };
    const now = nowOf(stream, is);
    const made = now !== undefined || depth === 0 ? [] : was.inputsOf(name);
    const found =
      now === undefined
        ? made.length > 0 && made.every((each) => isSent(each, depth - 1))
        : is.waysFrom(now).length > 0;
    known.set(name, found);
    return found;
  };
  return inputs.length > 0 && inputs.every((name) => isSent(name, deepest));
}

/** Transforms in a row that are gone, and that are looked behind. */
const deepest = 8;

function streamText({ name, files }: NamedStream): string {
  return files.length === 0 ? name : `${name} from ${files.join(', ')}`;
}

function textOf({ name, files }: NamedStream): string {
  return files.length === 0 ? name : `${name} (${files.join(', ')})`;
}
