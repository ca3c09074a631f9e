import type { SecretAge } from '../secrets/ages/secret-ages.ts';

/** A secret's age, as a row of a table. */
export interface AgeRow {
  readonly what: string;
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
}

const kinds: Readonly<Record<SecretAge['is'], string>> = {
  sops: 'SOPS',
  sealed: 'SealedSecret',
  external: 'ExternalSecret',
  'vault-static': 'Vault, static',
  'vault-dynamic': 'Vault, dynamic',
  certificate: 'certificate',
};

const day = 86_400_000;
const mostRows = 5000;

/** Says how many secrets the table has no room for. */
export function ageNotes({ length }: readonly SecretAge[]): readonly string[] {
  return length <= mostRows ? [] : [`The ages of ${length - mostRows} more secrets are not listed.`];
}

/** The rows of a table: what expires first, then what is oldest, then what is read again most seldom. */
export function ageRows(ages: readonly SecretAge[], now: number): readonly AgeRow[] {
  const rows = ages.map(({ is, object, position, changed, refresh, expires }): AgeRow => {
    const name = object && `${object.kind} ${[object.namespace, object.name].filter(Boolean).join('/')}`.trimEnd();
    return {
      what: kinds[is],
      name: name ?? position.file,
      file: position.file,
      line: position.line,
      ...(changed === undefined ? {} : { days: Math.max(0, Math.floor((now - changed) / day)) }),
      ...(refresh === undefined ? {} : { refreshHours: Math.round(refresh / 36) / 100 }),
      ...(expires === undefined ? {} : { daysLeft: Math.floor((expires - now) / day) }),
    };
  });
  // Never is less often than anything.
  const seldom = ({ refreshHours }: AgeRow) => (refreshHours === 0 ? Number.MAX_VALUE : (refreshHours ?? -1));
  const left = ({ daysLeft }: AgeRow) => daysLeft ?? Number.MAX_VALUE;
  return rows
    .sort((a, b) => left(a) - left(b) || (b.days ?? -1) - (a.days ?? -1) || seldom(b) - seldom(a))
    .slice(0, mostRows);
}

/** `changed 40 days ago`, `read every 1 hours`, `3 days left`; what is not known is said so. */
export function ageWords({ what, days, refreshHours, daysLeft }: AgeRow): string {
  if (daysLeft !== undefined) return daysLeft < 0 ? `expired ${-daysLeft} days ago` : `${daysLeft} days left`;
  if (days !== undefined) return `changed ${days} days ago`;
  if (refreshHours !== undefined) return refreshHours === 0 ? 'never read again' : `read every ${refreshHours} h`;
  return what === kinds['vault-dynamic'] ? 'made anew for each lease' : 'not known';
}
