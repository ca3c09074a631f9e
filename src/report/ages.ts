import type { AgePolicy } from '../policy/policy.ts';
import type { SecretAge } from '../secrets/ages/secret-ages.ts';
import { staleBy } from '../secrets/ages/stale.ts';

/** A secret's age, as a row of a table. */
export interface AgeRow {
  readonly what: string;
  /** The same as one word, e.g. for a label of a metric. */
  readonly kind: AgeKind;
  /** The object, or the file where there is none. */
  readonly name: string;
  readonly file: string;
  readonly line: number;
  /** Days since it was changed. */
  readonly days?: number;
  /** Hours between two readings; 0 for never. */
  readonly refreshHours?: number;
  /** Days until it expires, negative after that. */
  readonly daysLeft?: number;
  /** Where it is stale: the policy's days, hours, or days left that it exceeds. */
  readonly limit?: number;
  /** Why its age is not known. */
  readonly unknown?: string;
}

/** Kinds of secrets that have an age. */
export type AgeKind =
  | 'sops'
  | 'sealed-secret'
  | 'external-secret'
  | 'vault-static-secret'
  | 'vault-dynamic-secret'
  | 'certificate';

const kinds: Readonly<Record<SecretAge['is'], Pick<AgeRow, 'kind' | 'what'>>> = {
  sops: { kind: 'sops', what: 'SOPS' },
  sealed: { kind: 'sealed-secret', what: 'SealedSecret' },
  external: { kind: 'external-secret', what: 'ExternalSecret' },
  'vault-static': { kind: 'vault-static-secret', what: 'Vault, static' },
  'vault-dynamic': { kind: 'vault-dynamic-secret', what: 'Vault, dynamic' },
  certificate: { kind: 'certificate', what: 'certificate' },
};

const day = 86_400_000;
const mostRows = 5000;

/** Says how many secrets the table has no room for. */
export function ageNotes({ length }: readonly SecretAge[]): readonly string[] {
  return length <= mostRows ? [] : [`The ages of ${length - mostRows} more secrets are not listed.`];
}

/** The rows of a table: what expires first, then what is oldest, then what is read again most seldom. `now` in milliseconds since the epoch. */
export function ageRows(ages: readonly SecretAge[], policy: AgePolicy, now: number): readonly AgeRow[] {
  const rows = ages.map((age): AgeRow => {
    const { is, object, position, changed, refresh, expires } = age;
    const name = object && `${object.kind} ${[object.namespace, object.name].filter(Boolean).join('/')}`.trimEnd();
    return {
      ...kinds[is],
      name: name ?? position.file,
      file: position.file,
      line: position.line,
      ...(changed === undefined ? {} : { days: Math.max(0, Math.floor((now - changed) / day)) }),
      ...(refresh === undefined ? {} : { refreshHours: Math.round(refresh / 36) / 100 }),
      ...(expires === undefined ? {} : { daysLeft: Math.floor((expires - now) / day) }),
      ...limitOf(age, policy, now),
      ...unknownOf(age),
    };
  });
  // Never is less often than anything.
  const seldom = ({ refreshHours }: AgeRow) => (refreshHours === 0 ? Number.MAX_VALUE : (refreshHours ?? -1));
  const left = ({ daysLeft }: AgeRow) => daysLeft ?? Number.MAX_VALUE;
  return rows
    .sort((a, b) => left(a) - left(b) || (b.days ?? -1) - (a.days ?? -1) || seldom(b) - seldom(a))
    .slice(0, mostRows);
}

function limitOf(age: SecretAge, { secretDays, refreshHours, certificateDays }: AgePolicy, now: number) {
  const is = staleBy(age, { secretDays, refreshHours, certificateDays }, now);
  return is === undefined ? {} : { limit: { old: secretDays, refresh: refreshHours, expires: certificateDays }[is] };
}

function unknownOf({ is, changed, refresh, expires }: SecretAge): Pick<AgeRow, 'unknown'> {
  if (is === 'vault-dynamic' || [changed, refresh, expires].some((each) => each !== undefined)) return {};
  if (is === 'sops' || is === 'sealed')
    return { unknown: 'no commit of this clone changes it: fetch them all (fetch-depth: 0, GIT_DEPTH: 0)' };
  return { unknown: is === 'vault-static' ? 'it states no refreshAfter' : 'it states no interval that can be read' };
}

/** `changed 400 days ago, more than 365`, `read every 1 h`, `3 days left, fewer than 30`; why it is not known. */
export function ageWords({ kind, days, refreshHours, daysLeft, limit, unknown }: AgeRow): string {
  if (daysLeft !== undefined)
    return daysLeft < 0 ? `expired ${daysText(-daysLeft)} ago` : `${daysText(daysLeft)} left${over('fewer', limit)}`;
  if (days !== undefined) return `changed ${daysText(days)} ago${over('more', limit)}`;
  if (refreshHours !== undefined)
    return refreshHours === 0 ? 'never read again' : `read every ${refreshHours} h${over('more', limit)}`;
  return kind === 'vault-dynamic-secret' ? 'made anew for each lease' : `not known: ${unknown ?? 'nothing says it'}`;
}

const over = (how: string, limit: number | undefined): string => (limit === undefined ? '' : `, ${how} than ${limit}`);

const daysText = (days: number): string => `${days} day${days === 1 ? '' : 's'}`;

/** How many rows are stale by the policy: `3 of 40 secrets, 2 stale by the policy`. */
export const ageCount = (rows: readonly AgeRow[]): string => {
  const stale = rows.filter(({ limit }) => limit !== undefined).length;
  const all = `${rows.length} secret${rows.length === 1 ? '' : 's'}`;
  return stale === 0 ? all : `${all}, ${stale} stale by the policy`;
};
