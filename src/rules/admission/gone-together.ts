import { groupBy } from '../../groups.ts';
import { json } from '../../plain-values.ts';
import type { Observation } from '../rule.ts';

/** As many as are reported one by one, and as are named of more. */
const [mostAlone, mostNamed] = [2, 40];

/** What is gone from one file along with others, or replaced, as one observation that names them: one decision of whoever reviews it. */
export function goneTogether(observations: readonly Observation[]): readonly Observation[] {
  const groups = groupBy(observations.filter(isLost), ({ scope, severity, position, subject, message }) => {
    const what = subject[0] === 'gone' ? message.slice(message.indexOf(isGone)) : [subject[1], afterwards(message)];
    return JSON.stringify([scope, severity, position?.file, subject[0], what]);
  });
  const joined = [...groups.values()].flatMap((group) => (group.length > mostAlone ? joinedOf(group) : group));
  return [...joined, ...observations.filter((each) => !isLost(each))];
}

const isGone = ' is gone';
const isReplaced = ' is replaced by ';

/** What is said of what replaces something, whatever its name. */
function afterwards(message: string): string {
  return message.slice(message.indexOf(', which'));
}

/** Of what is replaced by something that does less, each is another matter, unless the same namespaces are left alone. */
function isLost({ subject, position, severity }: Observation): boolean {
  if (position === undefined) return false;
  const isSame = severity !== 'high' || subject[2] === 'namespaces';
  return subject.join() === 'gone' || (subject[0] === 'replaced' && isSame);
}

/** What the message says of many. */
function saidOf({ subject: [how, kind], message }: Observation): string {
  if (how === 'replaced') return ` are each replaced by the ${kind} of that name${afterwards(message)}`;
  return message
    .slice(message.indexOf(isGone))
    .replace(isGone, ' are gone')
    .replace('with it what it', 'with them what they');
}

function joinedOf(group: readonly Observation[]): readonly Observation[] {
  const [first, ...others] = [...group].sort((a, b) => (a.position?.line ?? 0) - (b.position?.line ?? 0));
  if (first === undefined) return [];
  const [how = ''] = first.subject;
  const nameOf = ({ message }: Observation) => message.slice(0, message.indexOf(how === 'gone' ? isGone : isReplaced));
  const names = others.map(nameOf);
  const more = names.length > mostNamed ? [`and ${names.length - mostNamed} more`] : [];
  // It is about no single object: who accepts one of them does not accept the others.
  const { object: _, identity: __, ...rest } = first;
  return [
    {
      ...rest,
      message: `${nameOf(first)} and ${names.length} more of ${first.position?.file}${saidOf(first)}`,
      details: [`also ${names.slice(0, mostNamed).join(', ')}`, ...more],
      places: others.flatMap(({ position }) => position ?? []),
      subject: [how, ...group.map(codeOf).sort()],
    },
  ];
}

/** Which object it is about, and what is left of the rest of its subject. */
function codeOf({ identity: lasting, object: own, subject }: Observation): string {
  const object = lasting ?? own;
  return json([object?.group, object?.kind, object?.namespace, object?.name, ...subject.slice(2)]);
}
