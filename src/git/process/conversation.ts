import { spawn } from 'node:child_process';
import { MissingObjectsError } from '../object/missing-objects-error.ts';
import { GitFailure, keptErrorBytes, type Place } from './process.ts';
import { redactUrls } from './remote.ts';

const nothing = Buffer.alloc(0);
/** How git ends where it does not know an option. */
const usage = 129;

/** A running `git cat-file`: names go in, and lines and counted bytes come out. One caller at a time. */
export class Conversation {
  readonly #args: readonly string[];
  readonly #child;
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #ended: Promise<number>;
  #buffer: Buffer = nothing;
  #stderr = '';

  constructor(place: Place, args: readonly string[]) {
    this.#args = args;
    const child = spawn('git', args, { cwd: place.directory, env: place.environment, stdio: 'pipe' });
    child.stderr.on('data', (data: Buffer) => {
      this.#stderr = (this.#stderr + data.toString('utf8')).slice(-keptErrorBytes);
    });
    // A git that ends before it has read everything says why on its standard error.
    child.stdin.on('error', () => undefined);
    this.#child = child;
    this.#chunks = child.stdout[Symbol.asyncIterator]();
    this.#ended = new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? 128));
    });
    this.#ended.catch(() => undefined);
  }

  /** Asks; `isLast` says that nothing more will be. */
  ask(text: string, isLast: boolean): void {
    if (isLast) this.#child.stdin.end(text);
    else this.#child.stdin.write(text);
  }

  /** The next line without its end, as latin1; undefined where `more` must come first. */
  line(): string | undefined {
    const end = this.#buffer.indexOf(0x0a);
    if (end < 0) return undefined;
    const line = this.#buffer.toString('latin1', 0, end);
    this.#buffer = this.#buffer.subarray(end + 1);
    return line;
  }

  /** The next `size` bytes, in a buffer of their own, and the line end after them. */
  async take(size: number): Promise<Buffer> {
    const bytes = Buffer.allocUnsafe(size);
    let taken = 0;
    while (taken + this.#buffer.length <= size) {
      taken += this.#buffer.copy(bytes, taken);
      this.#buffer = nothing;
      await this.more();
    }
    this.#buffer.copy(bytes, taken);
    this.#buffer = this.#buffer.subarray(size - taken + 1);
    return bytes;
  }

  /** Waits for more of the answer. Throws GitFailure where git does not know its options, MissingObjectsError where it ended otherwise. */
  async more(): Promise<void> {
    const next = await this.#chunks.next();
    if (next.done) {
      const code = await this.#ended;
      if (code === usage) throw new GitFailure(this.#args, code, this.#stderr);
      const why = code === 0 ? '.' : `: ${redactUrls(this.#stderr.trim()) || `exit code ${code}`}`;
      throw new MissingObjectsError(`git ended before it had read every object${why}`, damagedRemedy);
    }
    this.#buffer = this.#buffer.length === 0 ? next.value : Buffer.concat([this.#buffer, next.value]);
  }

  /** Ends git, whatever it still had to say. */
  end(): void {
    const { stdin, stdout, stderr } = this.#child;
    this.#child.kill();
    for (const stream of [stdin, stdout, stderr]) stream.destroy();
  }
}

export const damagedRemedy = 'The object store is damaged: clone the repository afresh ("git fsck" names the damage).';
