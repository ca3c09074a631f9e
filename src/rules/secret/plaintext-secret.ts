import { groupBy } from '../../groups.ts';
import { isOffIn } from '../../policy/rule-levels.ts';
import {
  excerptOf,
  fieldName,
  fileOf,
  objectName,
  ownerOf,
  subjectOf,
  whereOf,
} from '../../secrets/compare/describe.ts';
import { lookAlike } from '../../secrets/compare/look-alike.ts';
import type { NewSecret } from '../../secrets/compare/new-secrets.ts';
import { remedyFor } from '../../secrets/compare/remedy.ts';
import type { SecretOccurrence } from '../../secrets/judge/secret-occurrence.ts';
import { compareSeverity, type Severity, worse } from '../../severity.ts';
import type { Evidence } from '../evidence.ts';
import type { Observation, Rule } from '../rule.ts';
import { moreOf, placesOf } from './places.ts';

/** Finds values that are secret and readable in head, and were not there in base. */
export const plaintextSecret: Rule = {
  id: 'plaintext-secret',
  category: 'secret',
  severity: 'critical',
  summary: 'A new plaintext secret: a literal in a Secret, a provider token, a private key, a password in plain sight.',
  *check(evidence) {
    const literals = evidence.secrets.found.flatMap((group) =>
      group.is === 'literal' ? reportedHere(evidence, group) : [],
    );
    const byOwner = groupBy(literals, ({ occurrences: [first] }) => ownerOf(first as SecretOccurrence));
    for (const owned of byOwner.values()) {
      if (owned.length > most) yield observeMany(evidence, owned);
      else for (const group of owned) yield { ...observe(evidence, group), ...placeByPlace(evidence, group) };
    }
  },
};

/** A secret without the places that `secret-protection-lost` reports. */
function reportedHere({ policy }: Evidence, group: NewSecret): readonly NewSecret[] {
  const isElsewhere = ({ isLost, scope }: NewSecret['occurrences'][number]) =>
    isLost === true && !isOffIn(policy, 'secret-protection-lost', scope);
  const occurrences = group.occurrences.filter((each) => !isElsewhere(each));
  return occurrences.length === 0 ? [] : [{ ...group, occurrences }];
}

/** More secrets than this in one object are one finding: a reviewer has understood after the first few. */
const most = 5;

/** Fields that are named in the details. */
const mostFields = 50;

function observeMany(evidence: Evidence, groups: readonly NewSecret[]): Observation {
  const all = groups.flatMap((group) => group.occurrences).sort((a, b) => compareSeverity(a.severity, b.severity));
  const [first, ...others] = all as [SecretOccurrence, ...SecretOccurrence[]];
  const owner = first.object === undefined ? fileOf(first) : objectName(first.object, first.secret);
  const fields = all.slice(0, mostFields).map(nameOf);
  const more = all.length > fields.length ? [`and ${all.length - fields.length} more`] : [];
  return {
    ...observe(evidence, { is: 'literal', occurrences: [first, ...others], movedFrom: undefined }),
    message: `${owner} holds ${groups.length} ${kindOf(all)}: ${fields.slice(0, most).join(', ')} and ${all.length - most} more.`,
    severity: groups.map(severityOf).reduce(worse),
    details: [...fields, ...more],
    subject: [...new Set(all.flatMap(subjectOf))].sort(),
  };
}

/** What several are called: all of them alike only where they are. */
function kindOf([first, ...others]: readonly SecretOccurrence[]): string {
  const alike = first === undefined ? undefined : lookAlike(first);
  const isOne = others.every((other) => lookAlike(other)?.many === alike?.many);
  return alike !== undefined && isOne ? alike.many : 'secrets in plain text';
}

/** The field, or what was recognised where nothing names it: a token in a command or in prose. */
function nameOf(occurrence: SecretOccurrence): string {
  return fieldName(occurrence) || (occurrence.what ?? 'a secret');
}

/** Places of one value beyond these are accepted together or not at all. */
const mostAlone = 100;

/** An accepted place stays accepted when somebody copies its value elsewhere: the copy is then a finding of its own. */
function placeByPlace(evidence: Evidence, group: NewSecret): Pick<Observation, 'alone'> {
  const { occurrences } = group;
  if (occurrences.length < 2 || occurrences.length > mostAlone) return {};
  return { alone: occurrences.map((occurrence) => observe(evidence, { ...group, occurrences: [occurrence] })) };
}

/** A value that only came from another scope of the repository is not new to those who can read it. */
function severityOf({ occurrences: [first], movedFrom }: NewSecret): Severity {
  return movedFrom === undefined ? (first?.severity ?? 'critical') : 'medium';
}

function observe(evidence: Evidence, group: NewSecret): Observation {
  const [first, ...others] = group.occurrences as [SecretOccurrence, ...SecretOccurrence[]];
  const isCommitted = evidence.change.range.kind !== 'staged';
  const moved =
    group.movedFrom === undefined
      ? []
      : [`The value was in ${group.movedFrom} before, which belongs to another scope.`];
  const also = others.slice(0, 20).map((other) => `also ${whereOf(other)} (${other.file})`);
  return {
    message: `${whereOf(first)} ${says(first)}${moreOf(others)}.`,
    remedy: remedyFor(first, evidence.secrets.tools, isCommitted),
    excerpt: excerptOf(first),
    severity: severityOf(group),
    ...placesOf(first, others),
    ...(moved.length + also.length === 0 ? {} : { details: [...moved, ...also] }),
  };
}

function says(occurrence: SecretOccurrence): string {
  const alike = lookAlike(occurrence);
  if (alike !== undefined) return alike.says;
  if (occurrence.what !== undefined) return `holds ${occurrence.what}`;
  if (occurrence.role === 'secret-base64') return 'holds a secret in base64, which anyone can read';
  if (occurrence.role === 'secret' || occurrence.role === 'secret-pair') return 'holds a secret in plain text';
  return occurrence.severity === 'critical'
    ? 'holds a secret in plain text'
    : 'is set to a literal that looks like a credential';
}
