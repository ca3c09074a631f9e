import type { Ran } from './call.ts';

/** What a program printed, in the order in which it came. */
export class Output {
  readonly #parts: { readonly to: 'stdout' | 'stderr'; readonly text: string }[] = [];

  add(to: 'stdout' | 'stderr', text: string): void {
    this.#parts.push({ to, text });
  }

  /** What a pipe is to the program. */
  stream(to: 'stdout' | 'stderr') {
    const write = (text: string | Uint8Array) => {
      this.add(to, typeof text === 'string' ? text : Buffer.from(text).toString('utf8'));
      return true;
    };
    return { write, on: () => undefined, isTTY: false };
  }

  with(code: number | null): Ran {
    const only = (to: 'stdout' | 'stderr') =>
      this.#parts
        .filter((part) => part.to === to)
        .map(({ text }) => text)
        .join('');
    const log = this.#parts.map(({ text }) => text).join('');
    return { code, stdout: only('stdout'), stderr: only('stderr'), log };
  }
}
