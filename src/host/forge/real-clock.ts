import type { Clock } from './patience.ts';

/** The machine's own clock. */
export const realClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  random: Math.random,
  // Not AbortSignal.timeout, which may be collected before it fires: the timer keeps the controller.
  timeout: (milliseconds) => {
    const end = new AbortController();
    setTimeout(() => end.abort(new DOMException('The time is over.', 'TimeoutError')), milliseconds).unref();
    return end.signal;
  },
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const stop = () => {
        clearTimeout(timer);
        reject(signal.reason);
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop);
        resolve();
      }, milliseconds);
      signal.addEventListener('abort', stop);
    }),
};
