import type { TouchedFile } from '../../kube/touched-file.ts';
import type { Evidence } from '../evidence.ts';
import type { Observation, Rule } from '../rule.ts';
import type { Replacement } from './changed-file.ts';
import { formerField } from './former-field.ts';
import { formerIdentity } from './former-identity.ts';
import { narrowerLines } from './narrower-lines.ts';
import { type Providers, secretReference } from './secret-reference.ts';
import { servedEntry } from './served-entry.ts';

/** Categories whose findings the lines of the base can take away. */
const categories: ReadonlySet<Rule['category']> = new Set(['rbac', 'workload', 'supply-chain']);

/** Findings that one run looks for suggestions of, at most: a longer list is not applied one by one. */
const mostSuggestions = 200;
/** Each candidate's file is parsed once more: so many characters in all, half a second. */
const mostCharacters = 512 * 1024;

/**
 * Adds to observations the lines that would take them out of the way, where these are certain. The only place where rules'
 * observations get suggestions; what holds a credential is dropped later (`observe`).
 */
export function suggester({
  change,
  policy,
  secrets,
}: Evidence): (rule: Rule, observation: Observation) => Observation {
  const providers = { touched: change.touched, served: secrets.served };
  const files = new Map(change.touched.map((file) => [file.path, file]));
  let left = mostSuggestions;
  let characters = mostCharacters;
  return (rule, observation) => {
    const { position, object, places = [] } = observation;
    const file = position === undefined ? undefined : files.get(position.file);
    // A finding of several places is not gone with the lines of one.
    const isOne = position !== undefined && position.isGuess !== true && places.length === 0 && object !== undefined;
    if (!isOne || file === undefined || observation.endLine !== undefined || left <= 0) return observation;
    if (!categories.has(rule.category) && rule.id !== 'plaintext-secret') return observation;
    left -= 1;
    characters -= file.after?.text.length ?? 0;
    if (characters < 0) return observation;
    const found = replacement(rule, file, observation, providers, policy.limits);
    if (found === undefined) return observation;
    const { endLine, suggestion } = found;
    return { ...observation, suggestion, ...(endLine === position.line ? {} : { endLine }) };
  };
}

function replacement(
  rule: Rule,
  file: TouchedFile,
  { position, object, removedAt }: Observation,
  providers: Providers,
  limits: Evidence['policy']['limits'],
): Replacement | undefined {
  if (position === undefined || object === undefined) return undefined;
  const { line } = position;
  if (rule.id === 'workload-identity-widened') return formerIdentity(file, line, object, limits);
  if (rule.category === 'rbac') return narrowerLines(file, line, object, limits);
  if (rule.category !== 'secret') {
    const asked = { isImage: rule.category === 'supply-chain', isLoss: removedAt !== undefined };
    return formerField(file, line, object, limits, asked);
  }
  return object.kind === 'Secret'
    ? servedEntry(file, line, object, providers.served, limits)
    : secretReference(file, line, object, providers, limits);
}
