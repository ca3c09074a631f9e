import { MissingObjectsError } from '../object/missing-objects-error.ts';
import type { ObjectId } from '../object/object.ts';
import type { ObjectFormat, ObjectType } from '../object/object-id.ts';
import { objectId } from '../object/object-id.ts';
import { Conversation, damagedRemedy } from './conversation.ts';
import { GitFailure, type Place } from './process.ts';

export interface ObjectInfo {
  readonly id: ObjectId;
  readonly type: ObjectType;
  readonly size: number;
}

export interface ReadObject extends ObjectInfo {
  readonly bytes: Buffer;
}

/** How `git cat-file` is asked: `--batch-command` knows both words, before git 2.36 each was an option of its own. */
const options = { info: '--batch-check', contents: '--batch' } as const;

/**
 * Reads objects. A git process that has answered is kept for the next question; who asks meanwhile gets one of his own. It finds what was
 * fetched since it began: git looks for new packs before it calls an object missing (`oid_object_info_extended` in git's object-file.c).
 */
export class ObjectReader {
  readonly #place: Place;
  readonly #format: ObjectFormat;
  readonly #idle: Conversation[] = [];
  #isOld = false;

  constructor(place: Place, format: ObjectFormat) {
    this.#place = place;
    this.#format = format;
  }

  /** The object of each name (an id, or an id with a `^{type}`); undefined where there is no such object. In the order asked for. */
  async infos(names: readonly string[]): Promise<readonly (ObjectInfo | undefined)[]> {
    if (names.length === 0) return [];
    const git = await this.#ask('info', names);
    const infos: (ObjectInfo | undefined)[] = [];
    let isWhole = false;
    try {
      while (infos.length < names.length) {
        const line = git.line();
        if (line === undefined) await git.more();
        else infos.push(parseInfo(line));
      }
      isWhole = true;
    } finally {
      this.#release(git, isWhole);
    }
    return infos;
  }

  /**
   * The objects' bytes, in the order asked for; an id that is missing yields undefined. Every id is recomputed from the bytes,
   * and an object whose bytes do not give its name ends the reading with an error.
   */
  async *objects(ids: readonly ObjectId[]): AsyncGenerator<ReadObject | undefined, void, undefined> {
    if (ids.length === 0) return;
    const git = await this.#ask('contents', ids);
    let read = 0;
    try {
      for (const id of ids) {
        let line = git.line();
        for (; line === undefined; line = git.line()) await git.more();
        const info = parseInfo(line);
        const bytes = info && (await git.take(info.size));
        read++;
        if (info === undefined || bytes === undefined) {
          yield undefined;
          continue;
        }
        if (info.id !== id || objectId(this.#format, info.type, bytes) !== id) {
          throw new MissingObjectsError(`The object ${id} does not hold the bytes of its id.`, damagedRemedy);
        }
        yield { ...info, bytes };
      }
    } finally {
      this.#release(git, read === ids.length);
    }
  }

  /** Ends the processes that wait for a question. */
  close(): void {
    for (const git of this.#idle.splice(0)) git.end();
  }

  async #ask(word: keyof typeof options, names: readonly string[]): Promise<Conversation> {
    if (!this.#isOld) {
      const git = this.#idle.pop() ?? this.#start('--batch-command');
      git.ask(`${names.map((name) => `${word} ${name}\n`).join('')}flush\n`, false);
      try {
        await git.more();
        return git;
      } catch (error) {
        if (!(error instanceof GitFailure)) throw error;
        this.#isOld = true;
      }
    }
    const git = this.#start(options[word]);
    git.ask(names.map((name) => `${name}\n`).join(''), true);
    return git;
  }

  #start(option: string): Conversation {
    return new Conversation(this.#place, ['cat-file', option, '--buffer']);
  }

  /** Keeps a process whose answer was read whole; what remains of another's must not be taken for the next answer. */
  #release(git: Conversation, isWhole: boolean): void {
    if (isWhole && !this.#isOld) this.#idle.push(git);
    else git.end();
  }
}

function parseInfo(line: string): ObjectInfo | undefined {
  const match = /^([0-9a-f]{40,64}) (commit|tree|blob|tag) (\d+)$/.exec(line);
  if (match === null) return undefined;
  return { id: match[1] ?? '', type: match[2] as ObjectType, size: Number(match[3]) };
}
