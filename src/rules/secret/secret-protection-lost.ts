import { objectName } from '../../secrets/compare/describe.ts';
import type { LostProtection } from '../../secrets/compare/lost-protection.ts';
import { rotation } from '../../secrets/compare/remedy.ts';
import { observeLoosened } from '../observe-loosened.ts';
import type { Observation, Rule } from '../rule.ts';

/** Finds values that were encrypted or kept elsewhere, and that a change puts into the repository in plain text. */
export const secretProtectionLost: Rule = {
  id: 'secret-protection-lost',
  category: 'secret',
  severity: 'high',
  summary: 'A secret that was encrypted, or kept in a store or a Secret, is newly in plain text.',
  check: ({ secrets: { lost, atRest }, change }) => [
    ...lost.map((each) => observe(each, change.range.kind !== 'staged')),
    ...observeLoosened(atRest, ['CIS 1.2.27', 'CIS 1.2.28']),
  ],
};

/** Fields that are named in the message; the details name more. */
const most = 3;
const mostFields = 50;

function observe({ scope, object, severity, how, from, places }: LostProtection, isCommitted: boolean): Observation {
  const [first, ...others] = places as [LostProtection['places'][number], ...LostProtection['places']];
  const fields = [...new Set(places.map(({ field }) => field))];
  const { file } = first.position;
  const owner = object === undefined ? file : objectName(object, '');
  return {
    message: `${owner} ${says(fields, from)}, which ${how} before.`,
    remedy: `${remedyOf(how, from)} ${rotation(isCommitted)}`,
    ...(fields.length > most ? { details: fields.slice(0, mostFields) } : {}),
    references: ['CWE-312'],
    severity,
    position: first.position,
    ...(others.length === 0
      ? {}
      : { places: others.slice(0, mostFields).map(({ position, field }) => ({ ...position, field })) }),
    scope,
    ...(object === undefined ? {} : { object }),
    subject: [
      ...(object === undefined ? [file] : []),
      from === undefined ? 'readable' : 'configmap',
      ...fields.map((field) => field.replace(/^stringData\b/, 'data')).sort(),
    ],
  };
}

function says(fields: readonly string[], from: string | undefined): string {
  if (fields.every((field) => field === '')) return 'is newly in plain text';
  const rest = fields.length > most ? ` and ${fields.length - most} more` : '';
  const named = `${fields.slice(0, most).join(', ')}${rest}`;
  return from === undefined ? `newly holds ${named} in plain text` : `newly takes ${named} ${from}`;
}

function remedyOf(how: string, from: string | undefined): string {
  if (from !== undefined)
    return 'Take it from the Secret as before: everyone who reads the namespace reads its ConfigMaps.';
  if (how === 'SOPS encrypted')
    return 'Restore what the base has, and make the edit with `sops FILE`, which encrypts what it saves.';
  if (how.endsWith(' encrypted')) return 'Restore what the base has, and encrypt the new value as the former one was.';
  if (how.startsWith('came from')) return 'Restore the reference that the base has.';
  return 'Restore what the base has: the store keeps the value.';
}
