import type { Clock } from '../../src/host/forge/patience.ts';
import { realClock } from '../../src/host/forge/real-clock.ts';

/** A clock that does not wait; it counts what was waited. While a request is not answered time passes by `stall` only. */
export class CountingClock implements Clock {
  time = 0;
  readonly #timeouts: { readonly at: number; readonly end: AbortController }[] = [];
  readonly now = () => this.time;
  readonly date = () => Date.now();
  readonly random = () => 0.5;

  readonly timeout = (milliseconds: number) => {
    const end = new AbortController();
    this.#timeouts.push({ at: this.time + milliseconds, end });
    return end.signal;
  };

  readonly sleep = (milliseconds: number, signal: AbortSignal) => {
    signal.throwIfAborted();
    this.#pass(this.time + milliseconds);
    return Promise.resolve();
  };

  /** Passes the time until the last call, or all of them together, have taken too long. */
  readonly stall = () => {
    const [all, call] = [this.#timeouts[0], this.#timeouts.at(-1)];
    this.#pass(Math.min(all?.at ?? this.time, call?.at ?? this.time));
  };

  #pass(to: number): void {
    this.time = to;
    for (const { at, end } of this.#timeouts) {
      if (at <= to) end.abort(new DOMException('The time is over.', 'TimeoutError'));
    }
  }
}

/** The real clock, running so many times faster. */
export function fastClock(times: number): Clock {
  return {
    now: () => realClock.now() * times,
    date: realClock.date,
    random: realClock.random,
    timeout: (milliseconds) => realClock.timeout(milliseconds / times),
    sleep: (milliseconds, signal) => realClock.sleep(milliseconds / times, signal),
  };
}
