import { clockOf, type Habits, withinAnHour } from '../model/habits.ts';
import type { Asked, Signal } from './signal.ts';
import { many, rare, some, way } from './signal.ts';

/** Changes of an author that come within an hour of this one's hour. */
function aroundHour({ hours }: Habits, hour: number): number {
  return [23, 0, 1].reduce((sum, step) => sum + (hours[(hour + step) % 24] as number), 0);
}

/** How many of the author's changes were at such a time; undefined where they are too few to tell. */
function alike({ change, habits }: Asked, count: (habits: Habits, hour: number, weekday: number) => number) {
  const clock = clockOf(change.time);
  if (habits === undefined || habits.changes < many || clock === undefined) return undefined;
  return { count: count(habits, clock.hour, clock.weekday), changes: habits.changes, ...clock };
}

const hourOf = (asked: Asked) => alike(asked, aroundHour);
const weekdayOf = (asked: Asked) => alike(asked, ({ weekdays }, _, weekday) => weekdays[weekday] as number);
const isRare = (found: ReturnType<typeof alike>) =>
  found === undefined ? undefined : found.count <= rare * found.changes;

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function zoneName(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, '0');
  return `UTC${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

const isFuture = ({ change, now }: Asked) => change.time > now + 3600;

/** When and where it says it was made. */
export const whenSignals: readonly Signal[] = [
  {
    id: 'hour',
    assumed: 40,
    fires: (asked) => isRare(hourOf(asked)),
    say(asked) {
      const { hour = 0, count, changes } = hourOf(asked) ?? {};
      return `it was made between ${hour}:00 and ${(hour + 1) % 24}:00 UTC; ${count} of the ${changes} changes that its author made ${way(asked)} come within an hour of that`;
    },
  },
  {
    id: 'weekday',
    assumed: 20,
    fires: (asked) => isRare(weekdayOf(asked)),
    say(asked) {
      const { weekday = 0, count, changes } = weekdayOf(asked) ?? {};
      return `it was made on a ${weekdays[weekday]} (UTC), as ${count} of the ${changes} changes that its author made ${way(asked)} were`;
    },
  },
  {
    id: 'zone',
    assumed: 30,
    fires({ change: { zone }, habits }) {
      if (habits === undefined || habits.changes < some || zone === undefined) return undefined;
      return !habits.zones.has(zone);
    },
    say: (asked) =>
      `its time zone is ${zoneName(asked.change.zone ?? 0)}, in which its author never made a change ${way(asked)}`,
  },
  {
    id: 'clock',
    assumed: 10,
    fires: (asked) => !(asked.change.time > 0) || asked.change.zone === undefined || isFuture(asked),
    say: (asked) => (isFuture(asked) ? 'its time is in the future' : 'its time or time zone is none that exists'),
  },
  {
    id: 'burst',
    assumed: 10,
    fires({ change, habits, alongside }) {
      if (habits === undefined || habits.changes < some || Number.isNaN(change.time)) return undefined;
      const count = withinAnHour(habits.recent, change.time) + alongside.withinAnHour(change) + 1;
      return count >= 5 && count > habits.mostInAnHour;
    },
    say: ({ habits }) => `its author never made more than ${habits?.mostInAnHour} changes within an hour, and now does`,
  },
  {
    id: 'forced-push',
    assumed: 20,
    usual: 2,
    fires: ({ alongside }) => alongside.isForced,
    say: () => 'it came by a forced push, which took commits out of the branch',
  },
];
