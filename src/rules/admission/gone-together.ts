import { groupBy } from '../../groups.ts';
import type { Observation } from '../rule.ts';

/** As many as are told one by one, and as are named of more. */
const [mostAlone, mostNamed] = [2, 40];

/** What is gone from one file along with others, as one observation that names them: one decision of whoever reviews it. */
export function goneTogether(observations: readonly Observation[]): readonly Observation[] {
  const isGone = ({ subject, position }: Observation) => subject.join() === 'gone' && position !== undefined;
  const groups = groupBy(observations.filter(isGone), ({ scope, severity, position, message }) =>
    JSON.stringify([scope, severity, position?.file, message.slice(message.indexOf(' is gone'))]),
  );
  const joined = [...groups.values()].flatMap((group) => (group.length > mostAlone ? joinedOf(group) : group));
  return [...joined, ...observations.filter((each) => !isGone(each))];
}

function joinedOf(group: readonly Observation[]): readonly Observation[] {
  const [first, ...others] = [...group].sort((a, b) => (a.position?.line ?? 0) - (b.position?.line ?? 0));
  if (first === undefined) return [];
  const nameOf = ({ message }: Observation) => message.slice(0, message.indexOf(' is gone'));
  const what = first.message.slice(first.message.indexOf(' is gone')).replace(' is ', ' are ');
  const names = others.map(nameOf);
  const more = names.length > mostNamed ? [`and ${names.length - mostNamed} more`] : [];
  // It is about no single object: who accepts one of them does not accept the others.
  const { object: _, identity: __, ...rest } = first;
  return [
    {
      ...rest,
      message: `${nameOf(first)} and ${names.length} more of ${first.position?.file}${what.replace('with it what it', 'with them what they')}`,
      details: [`also ${names.slice(0, mostNamed).join(', ')}`, ...more],
      places: others.flatMap(({ position }) => position ?? []),
      subject: ['gone', ...group.map(nameOf).sort()],
    },
  ];
}
