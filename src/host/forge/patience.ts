import { setMaxListeners } from 'node:events';
import { clipped } from '../../clipped.ts';
import { visible } from '../../report/visible.ts';
import { ApiFailure, type FailureKind, OddAnswer } from './api-failure.ts';

/** Time, so that tests need not wait. Milliseconds. */
export interface Clock {
  now(): number;
  /** Since the epoch, to compare with dates that a forge names. */
  date(): number;
  /** Rejects when the signal aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Aborts when the time is over. */
  timeout(milliseconds: number): AbortSignal;
  /** 0 up to 1. */
  random(): number;
}

/** One call, made again as long as that makes sense. */
export interface Call<T> {
  /** For the log: `Creating the summary comment`. */
  readonly what: string;
  /** Whether doing it twice does no harm. What is not is left to the caller to look up after an unclear answer. */
  readonly isRepeatable: boolean;
  /** Whether it changes something on the forge. */
  readonly isWrite: boolean;
  /** Whether 404 means that the thing is gone, rather than that the token may not see where to write. */
  readonly isOnExisting?: boolean;
  /** How many milliseconds one answer may take, where that is not the usual. */
  readonly timeout?: number;
  /** Rejects with what octokit throws; `signal` bounds it. */
  make(signal: AbortSignal): Promise<T>;
}

/** Refusals that another try may not meet: a timeout, and a lock that somebody else holds. */
const passing = new Set([408, 409]);

const attempts = 5;
/** One answer may take so long; then the call counts as not answered. */
const callTimeout = 15_000;

/** How fast a forge may be written to. */
export interface Pace {
  /** Writes that may follow each other at once. */
  readonly burst: number;
  /** Afterwards one write each, in milliseconds. */
  readonly interval: number;
}

/** GitHub: 80 content creations a minute, and a second between writes. */
const githubPace: Pace = { burst: 20, interval: 1000 };

/** Makes calls within a time that is bounded as a whole: throttles writes, waits as the forge asks, repeats what may be repeated. */
export class Patience {
  readonly #clock: Clock;
  readonly #end: number;
  readonly #signal: AbortSignal;
  readonly #pace: Pace;
  readonly #secret: string;
  readonly #purpose: string;
  #tokens: number;
  #filled: number;

  /**
   * All calls together may take `time` milliseconds, from now on. No failure's message has `secret` in it; `purpose` is what they
   * are for, in words.
   */
  constructor(
    clock: Clock,
    time: number,
    { pace = githubPace, secret = '', purpose = 'publishing' }: { pace?: Pace; secret?: string; purpose?: string } = {},
  ) {
    this.#clock = clock;
    this.#pace = pace;
    this.#secret = secret;
    this.#purpose = purpose;
    this.#tokens = pace.burst;
    this.#filled = clock.now();
    this.#end = this.#filled + time;
    this.#signal = clock.timeout(time);
    // Each call that runs listens to it; Node warns of more than ten.
    setMaxListeners(0, this.#signal);
  }

  /** Rejects with ApiFailure only. */
  async call<T>(call: Call<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      if (call.isWrite) await this.#throttle(call.what);
      try {
        return await this.#bounded(call);
      } catch (cause) {
        const answer = errorOf(cause, this.#secret);
        const { kind, wait } = this.#meaningOf(cause, answer, call, attempt);
        const why = `${call.what}: ${saidBy(answer)}`;
        if (this.#signal.aborted) throw new ApiFailure('over', `${call.what}: the time for ${this.#purpose} is over.`);
        if (wait === undefined || attempt === attempts) throw new ApiFailure(kind, why, answer.status);
        await this.#sleep(wait, why);
      }
    }
  }

  /**
   * The call under both limits. Not by AbortSignal.any: on Node 20 a composed signal may be collected before its timeout fires,
   * and the call is then never given up.
   */
  async #bounded<T>(call: Call<T>): Promise<T> {
    const own = new AbortController();
    const limits = [this.#signal, this.#clock.timeout(call.timeout ?? callTimeout)];
    const abort = () => own.abort(limits.find(({ aborted }) => aborted)?.reason);
    for (const limit of limits) limit.addEventListener('abort', abort);
    if (limits.some(({ aborted }) => aborted)) abort();
    try {
      return await call.make(own.signal);
    } finally {
      for (const limit of limits) limit.removeEventListener('abort', abort);
    }
  }

  /** Rejects with ApiFailure where there is no time left. */
  wait(milliseconds: number): Promise<void> {
    return this.#sleep(milliseconds, 'Waiting for the forge.');
  }

  /** Waits until the pace allows another write. */
  async #throttle(what: string): Promise<void> {
    const now = this.#clock.now();
    const { burst, interval } = this.#pace;
    this.#tokens = Math.min(burst, this.#tokens + (now - this.#filled) / interval);
    this.#filled = now;
    this.#tokens -= 1;
    if (this.#tokens < 0) await this.#sleep(-this.#tokens * interval, `${what}: not written`);
  }

  async #sleep(wait: number, why: string): Promise<void> {
    if (this.#clock.now() + wait >= this.#end) {
      throw new ApiFailure(
        'over',
        `${why} Trying again in ${Math.ceil(wait / 1000)} s would take longer than ${this.#purpose} may.`,
      );
    }
    try {
      await this.#clock.sleep(wait, this.#signal);
    } catch {
      throw new ApiFailure('over', `${why} The time for ${this.#purpose} is over.`);
    }
  }

  /** What an error means; `wait` is undefined where trying again is useless. */
  #meaningOf(
    cause: unknown,
    { status, headers, message, isOdd }: Answer,
    call: Call<unknown>,
    attempt: number,
  ): { kind: FailureKind; wait: number | undefined } {
    const backoff = Math.min(500 * 2 ** attempt, 16_000) * (0.5 + this.#clock.random());
    if (isRateLimit(status, headers, message)) {
      return { kind: 'over', wait: asked(headers, this.#clock.date()) ?? backoff * 2 };
    }
    if (status === 401 || status === 403) return { kind: 'denied', wait: undefined };
    if (isRedirect(status)) return { kind: 'over', wait: undefined };
    if (status === 404 || status === 410) {
      return { kind: call.isOnExisting === true ? 'missing' : 'denied', wait: undefined };
    }
    if (status !== undefined && status >= 400 && status < 500 && !passing.has(status)) {
      return { kind: 'invalid', wait: undefined };
    }
    // What cannot be read is hardly otherwise the third time.
    const isLasting = isUnreachable(cause) || (isOdd && attempt > 1);
    const isWorthAnother = call.isRepeatable && !isLasting;
    return { kind: 'unsure', wait: isWorthAnother ? backoff : undefined };
  }
}

/** Codes of Node and OpenSSL for a name that does not exist and for a certificate that is not trusted: that is so a minute later, too. */
const lasting = /^(?:ENOTFOUND|.*CERT.*|UNABLE_TO_(?:VERIFY|GET_ISSUER).*)$/;

/** Whether no connection can be made, looking through what octokit and fetch wrap around the error. */
function isUnreachable(cause: unknown): boolean {
  let error = cause;
  for (let depth = 0; depth < 4 && typeof error === 'object' && error !== null; depth++) {
    const { code, cause: inner } = error as { code?: unknown; cause?: unknown };
    if (typeof code === 'string' && lasting.test(code)) return true;
    error = inner;
  }
  return false;
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** In one line, short. */
  readonly message: string;
  /** Whether there is an answer, but none that this program understands. */
  readonly isOdd: boolean;
}

/** A sentence for the log. */
function saidBy({ status, message, isOdd }: Answer): string {
  if (status !== undefined) return `${`${status} ${message}`.trimEnd()}.`;
  return isOdd ? `${message}.` : `no answer (${message}).`;
}

/** What octokit's errors say: a status and headers, or GraphQL's own errors in an answer of 200, or no answer at all. */
function errorOf(cause: unknown, secret: string): Answer {
  const { status, response, message, errors, headers: own } = (cause ?? {}) as Record<string, unknown>;
  const isGraphql = Array.isArray(errors) && status === undefined;
  const said = isGraphql ? graphqlMessage(errors) : typeof message === 'string' ? message : String(cause);
  const answered = isGraphql ? own : (response as { headers?: unknown } | undefined)?.headers;
  const isAnswered = typeof status === 'number' && response !== undefined;
  return {
    status: isGraphql ? graphqlStatus(errors) : isAnswered ? status : undefined,
    headers: (answered ?? {}) as Answer['headers'],
    message: line(secret === '' ? said : said.replaceAll(secret, '••••')),
    isOdd: cause instanceof OddAnswer,
  };
}

/** octokit's own message says in its first line only that there are errors. */
function graphqlMessage(errors: readonly unknown[]): string {
  return errors.map((error) => String((error as { message?: unknown } | null)?.message ?? '')).join('; ');
}

/** GraphQL answers 200 and says what is wrong by type (https://docs.github.com/graphql/guides). */
function graphqlStatus(errors: readonly unknown[]): number {
  const types = errors.map((error) => String((error as { type?: unknown } | null)?.type ?? ''));
  if (types.includes('RATE_LIMITED')) return 429;
  if (types.some((type) => type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES')) return 403;
  if (types.includes('NOT_FOUND')) return 404;
  // "Something went wrong while executing your query" has no type.
  return types.every((type) => type === '') ? 502 : 422;
}

function isRedirect(status: number | undefined): boolean {
  return status !== undefined && status >= 300 && status < 400;
}

function isRateLimit(status: number | undefined, headers: Answer['headers'], message: string): boolean {
  if (status === 429) return true;
  if (status === 422) return /submitted too quickly/i.test(message);
  if (status !== 403) return false;
  return (
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    /rate limit|abuse detection/i.test(message)
  );
}

/** The wait that the answer asks for, in milliseconds: seconds or a date (RFC 9110, 10.2.3), or the end of the limit's period. */
function asked(headers: Answer['headers'], now: number): number | undefined {
  const after = headers['retry-after']?.trim();
  if (after !== undefined && /^\d+$/.test(after)) return Number(after) * 1000;
  const date = after === undefined ? Number.NaN : Date.parse(after);
  if (!Number.isNaN(date)) return Math.max(0, date - now);
  // GitHub's headers, and GitLab's.
  for (const prefix of ['x-ratelimit', 'ratelimit']) {
    const reset = Number(headers[`${prefix}-reset`]);
    if (headers[`${prefix}-remaining`] === '0' && reset > 0) return Math.max(0, reset * 1000 - now) + 1000;
  }
  return undefined;
}

/** In one line, short. */
function line(text: string): string {
  return visible(clipped(text.split('\n')[0] ?? '', 200)).replace(/\.+$/, '');
}
