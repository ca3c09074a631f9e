import type { PastChange } from './past-change.ts';

/** When and how an author makes changes in one place: with git of their own, or on the forge. Filled change by change, oldest first. */
export class Habits {
  changes = 0;
  /** Changes by the hour (UTC) and the weekday of their author's time, 0 is Sunday. */
  readonly hours: number[] = new Array(24).fill(0);
  readonly weekdays: number[] = new Array(7).fill(0);
  readonly zones = new Set<number>();
  /** Changes whose message begins with a type, `fix(app): …`. */
  typed = 0;
  mostInAnHour = 0;
  /** Times of the latest changes, seconds since the epoch. */
  recent: number[] = [];

  add({ time, zone, subject }: PastChange): void {
    this.changes++;
    if (zone !== undefined) this.zones.add(zone);
    if (isTyped(subject)) this.typed++;
    const clock = clockOf(time);
    if (clock === undefined) return;
    countAt(this.hours, clock.hour);
    countAt(this.weekdays, clock.weekday);
    this.mostInAnHour = Math.max(this.mostInAnHour, withinAnHour(this.recent, time) + 1);
    this.recent.push(time);
    if (this.recent.length > 2 * mostRecent) this.recent = this.recent.slice(-mostRecent);
  }
}

function countAt(counts: number[], index: number): void {
  counts[index] = (counts[index] as number) + 1;
}

/** Times that are kept of an author: more within an hour is a burst anyway. */
const mostRecent = 100;

/** How many of the times are of the hour that ends with `time`. */
export function withinAnHour(recent: readonly number[], time: number): number {
  return recent.filter((other) => other <= time && other > time - 3600).length;
}

/** Whether a message begins with a type, as Conventional Commits has it. */
export function isTyped(subject: string): boolean {
  return /^[a-z]{2,12}(?:\([^()]{0,80}\))?!?: /i.test(subject);
}

/** The hour (UTC) and weekday of a time in seconds; undefined where there is no such time. */
export function clockOf(time: number): { readonly hour: number; readonly weekday: number } | undefined {
  const date = new Date(time * 1000);
  if (Number.isNaN(date.getTime())) return undefined;
  return { hour: date.getUTCHours(), weekday: date.getUTCDay() };
}
