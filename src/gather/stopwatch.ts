import { performance } from 'node:perf_hooks';
import type { Progress } from '../progress.ts';
import type { RunRecord, Step } from '../report/run-record.ts';

/** Times a run and its steps. */
export class Stopwatch implements Progress {
  readonly #host: Progress;
  readonly #start = Date.now();
  readonly #begun = performance.now();
  readonly #steps: Step[] = [];

  constructor(host: Progress) {
    this.#host = host;
  }

  /** A step that the host shows. */
  step<T>(title: string, work: () => Promise<T>): Promise<T> {
    return this.time(title, () => this.#host.step(title, work));
  }

  /** A step that is only timed. */
  async time<T>(name: string, work: () => T | Promise<T>): Promise<T> {
    const begun = performance.now();
    try {
      return await work();
    } finally {
      this.#steps.push({ name, milliseconds: Math.round(performance.now() - begun) });
    }
  }

  /** What is known by now. */
  record(): Pick<RunRecord, 'start' | 'end' | 'steps'> {
    // A clock that is set meanwhile does not make the run end before it began.
    const end = this.#start + Math.round(performance.now() - this.#begun);
    return { start: this.#start, end, steps: [...this.#steps] };
  }
}
