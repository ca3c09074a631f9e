import { MissingObjectsError } from './missing-objects-error.ts';
import type { ObjectId } from './object.ts';
import type { ObjectFormat, ObjectType } from './object-id.ts';
import { objectId } from './object-id.ts';
import type { Place } from './process.ts';
import { streamGit } from './process.ts';

const damagedRemedy = 'The object store is damaged: clone the repository afresh ("git fsck" names the damage).';

export interface ObjectInfo {
  readonly id: ObjectId;
  readonly type: ObjectType;
  readonly size: number;
}

export interface ReadObject extends ObjectInfo {
  readonly bytes: Buffer;
}

/** What each name (an id, or an id with a `^{type}`) stands for; undefined where there is no such object. In the order asked for. */
export async function objectInfos(
  place: Place,
  names: readonly string[],
): Promise<readonly (ObjectInfo | undefined)[]> {
  if (names.length === 0) return [];
  const parts: Buffer[] = [];
  const args = ['cat-file', '--batch-check', '--buffer'];
  for await (const data of streamGit(place, args, names.map((name) => `${name}\n`).join(''))) parts.push(data);
  const lines = Buffer.concat(parts).toString('latin1').split('\n');
  return names.map((_, index) => parseInfo(lines[index] ?? ''));
}

/**
 * The objects' bytes, in the order asked for; an id that is missing yields undefined. Every id is recomputed from the bytes,
 * and an object whose bytes do not give its name ends the reading with an error.
 */
export async function* readObjects(
  place: Place,
  format: ObjectFormat,
  ids: readonly ObjectId[],
): AsyncGenerator<ReadObject | undefined, void, undefined> {
  if (ids.length === 0) return;
  const input = ids.map((id) => `${id}\n`).join('');
  const reader = new StreamReader(streamGit(place, ['cat-file', '--batch', '--buffer'], input));
  try {
    for (const id of ids) {
      const info = parseInfo(await reader.line());
      if (info === undefined) {
        yield undefined;
        continue;
      }
      const bytes = await reader.take(info.size);
      await reader.take(1);
      if (info.id !== id || objectId(format, info.type, bytes) !== id) {
        throw new MissingObjectsError(`The object ${id} does not hold the bytes its name stands for.`, damagedRemedy);
      }
      yield { ...info, bytes };
    }
  } finally {
    await reader.close();
  }
}

function parseInfo(line: string): ObjectInfo | undefined {
  const match = /^([0-9a-f]{40,64}) (commit|tree|blob|tag) (\d+)$/.exec(line);
  if (match === null) return undefined;
  return { id: match[1] ?? '', type: match[2] as ObjectType, size: Number(match[3]) };
}

/** Takes lines and counted bytes from a stream of buffers. */
class StreamReader {
  readonly #stream: AsyncGenerator<Buffer, void, undefined>;
  #buffer: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncGenerator<Buffer, void, undefined>) {
    this.#stream = stream;
  }

  async line(): Promise<string> {
    let end = this.#buffer.indexOf(0x0a);
    while (end < 0) {
      await this.#more();
      end = this.#buffer.indexOf(0x0a);
    }
    const line = this.#buffer.toString('latin1', 0, end);
    this.#buffer = this.#buffer.subarray(end + 1);
    return line;
  }

  /** The next `size` bytes, in a buffer of their own. */
  async take(size: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let missing = size;
    while (missing > this.#buffer.length) {
      parts.push(this.#buffer);
      missing -= this.#buffer.length;
      this.#buffer = Buffer.alloc(0);
      await this.#more();
    }
    parts.push(this.#buffer.subarray(0, missing));
    this.#buffer = this.#buffer.subarray(missing);
    return Buffer.concat(parts, size);
  }

  async close(): Promise<void> {
    await this.#stream.return();
  }

  async #more(): Promise<void> {
    const next = await this.#stream.next();
    if (next.done) throw new MissingObjectsError('git ended before it had read every object.', damagedRemedy);
    this.#buffer = this.#buffer.length === 0 ? next.value : Buffer.concat([this.#buffer, next.value]);
  }
}
