import type { Scope } from '../../kube/touched-file.ts';
import { compareSeverity, type Severity } from '../../severity.ts';
import type { Cause } from '../compare/cause.ts';
import { type Permission, permissionKey } from '../model/permission.ts';
import { type Placement, placementName } from '../model/placement.ts';
import { objectName } from '../model/rbac-object.ts';
import { type Subject, subjectName } from '../model/subject.ts';
import type { RbacAnalysis } from './analyse-rbac.ts';
import { compact, describe, describeTarget } from './sentence.ts';
import type { Way, Widening } from './widening.ts';

/** Who can do more or less than before, in the words of a report. */
export interface Access {
  /** The worst gain first. */
  readonly gained: readonly SubjectAccess[];
  readonly lost: readonly SubjectAccess[];
  /** Every way to what was gained, the worst first. */
  readonly paths: readonly AccessPath[];
}

/** What one subject of one scope gained or lost. */
export interface SubjectAccess {
  readonly scope: Scope;
  readonly subject: string;
  /** The worst first. Of a loss, empty where it was not worked out. */
  readonly permissions: readonly AccessEntry[];
  /** How many permissions it has beyond those that are listed. */
  readonly more: number;
}

/** A permission in words, and the parts of that sentence. */
export interface AccessEntry {
  /** `get, list secrets in every namespace`. */
  readonly what: string;
  /** `*` alone for any verb. */
  readonly verbs: readonly string[];
  /** `secrets`, `deployments.apps named web`, `/metrics`. */
  readonly target: string;
  /** `in every namespace`; empty for URLs. */
  readonly where: string;
  /** Of a gain. */
  readonly severity: Severity | undefined;
}

/** One way: who, through which objects, to what. */
export interface AccessPath {
  readonly scope: Scope;
  readonly subjects: readonly string[];
  /** The binding first, the role that states the rule last. */
  readonly steps: readonly string[];
  readonly permission: string;
  readonly severity: Severity;
  /** Which connection is new, counted from that of the subjects with the first step: 0. */
  readonly newConnection: number;
}

/** Longest lists that are kept; what is beyond says nothing more to a reader. */
const mostSubjects = 2_000;
const mostPermissions = 20;
const mostPaths = 500;

/** The changes of permissions as a report tells them. */
export function accessOf({ changes }: Pick<RbacAnalysis, 'changes'>): Access {
  const all = [...changes];
  const widenings = all.flatMap(([scope, change]) => change.widenings.map((widening) => ({ scope, widening })));
  const paths = widenings.flatMap(({ scope, widening }) =>
    widening.ways.slice(0, mostPaths).map((way) => pathOf(scope, widening, way)),
  );
  return {
    gained: bySubject(
      widenings.flatMap(({ scope, widening }) =>
        widening.gained.flatMap((gained) =>
          gained.subjects.map((subject) => ({
            scope,
            subject,
            entry: entryOf(gained.permission, gained.placement, gained.judgement.severity),
          })),
        ),
      ),
    ),
    lost: bySubject(
      all.flatMap(([scope, { lost, subjectsThatLost }]) => {
        const known = lost.flatMap(({ subjects, placement, permissions }) => {
          const entries = compact(permissions).map((permission) => entryOf(permission, placement));
          return subjects.flatMap((subject) => entries.map((entry) => ({ scope, subject, entry })));
        });
        return [...known, ...subjectsThatLost.map((subject) => ({ scope, subject, entry: undefined }))];
      }),
    ),
    paths: paths.sort((a, b) => compareSeverity(a.severity, b.severity)).slice(0, mostPaths),
  };
}

interface Change {
  readonly scope: Scope;
  readonly subject: Subject;
  /** Undefined where what is lost was not worked out. */
  readonly entry: AccessEntry | undefined;
}

function bySubject(changes: readonly Change[]): readonly SubjectAccess[] {
  const subjects = new Map<string, { scope: Scope; subject: string; entries: Map<string, AccessEntry> }>();
  for (const { scope, subject, entry } of changes) {
    const key = JSON.stringify([scope, subject.key]);
    const found = subjects.get(key) ?? { scope, subject: subjectName(subject), entries: new Map() };
    if (!subjects.has(key) && subjects.size < mostSubjects) subjects.set(key, found);
    const known = entry === undefined ? undefined : found.entries.get(entry.what);
    if (entry !== undefined && (known === undefined || isWorse(entry, known))) found.entries.set(entry.what, entry);
  }
  return [...subjects.values()]
    .map(({ entries, ...rest }) => ({
      ...rest,
      permissions: [...entries.values()].sort(bySeverity).slice(0, mostPermissions),
      more: Math.max(0, entries.size - mostPermissions),
    }))
    .sort((a, b) => bySeverity(a.permissions[0], b.permissions[0]));
}

function isWorse(a: AccessEntry, b: AccessEntry): boolean {
  return a.severity !== undefined && (b.severity === undefined || compareSeverity(a.severity, b.severity) < 0);
}

function bySeverity(
  a: { severity: Severity | undefined } | undefined,
  b: { severity: Severity | undefined } | undefined,
): number {
  return compareSeverity(a?.severity ?? 'low', b?.severity ?? 'low');
}

function entryOf(permission: Permission, placement: Placement, severity?: Severity): AccessEntry {
  const where = permission.kind === 'url' ? '' : placementName(placement);
  const { verbs } = permission;
  return {
    what: inPlace(permission, placement),
    verbs: verbs.includes('*') ? ['*'] : verbs,
    target: describeTarget(permission),
    where,
    severity,
  };
}

function inPlace(permission: Permission, placement: Placement): string {
  return permission.kind === 'url' ? describe(permission) : `${describe(permission)} ${placementName(placement)}`;
}

/** A way, named by the worst of what it leads to. */
function pathOf(
  scope: Scope,
  { cause, gained, severity }: Widening,
  { subjects, steps, permissions }: Way,
): AccessPath {
  const keys = new Set(permissions.map(permissionKey));
  const worst = gained.find(({ permission }) => keys.has(permissionKey(permission))) ?? gained[0];
  const [first] = permissions;
  const what =
    worst === undefined ? (first === undefined ? '' : describe(first)) : inPlace(worst.judgement.part, worst.placement);
  return {
    scope,
    subjects: [...new Set(subjects.map(subjectName))],
    steps,
    permission: permissions.length > 1 ? `${what}, and more` : what,
    severity: worst?.judgement.severity ?? severity,
    newConnection: newConnection(cause, steps),
  };
}

/** Connection `i` leads to step `i`; the last one leads to the permission. */
function newConnection(cause: Cause, steps: readonly string[]): number {
  const at = steps.indexOf(objectName(cause.object));
  if (at < 0) return steps.length;
  return cause.kind === 'subject' || cause.kind === 'label' ? at : at + 1;
}
