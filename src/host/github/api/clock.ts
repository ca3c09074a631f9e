/** Time, so that tests need not wait. Milliseconds. */
export interface Clock {
  now(): number;
  /** Rejects when the signal aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Aborts when the time is over. */
  timeout(milliseconds: number): AbortSignal;
  /** 0 up to 1. */
  random(): number;
}

/** The time that passes for everybody. */
export const systemClock: Clock = {
  now: () => performance.now(),
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
