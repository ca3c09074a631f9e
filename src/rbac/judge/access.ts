import type { Scope } from '../../kube/touched-file.ts';
import { compareSeverity, type Severity } from '../../severity.ts';
import type { Cause } from '../compare/cause.ts';
import { type Permission, permissionKey } from '../model/permission.ts';
import { type Placement, placementName } from '../model/placement.ts';
import { objectName } from '../model/rbac-object.ts';
import { type Subject, subjectName } from '../model/subject.ts';
import type { RbacAnalysis } from './analyse-rbac.ts';
import type { GainedPermission } from './gained-permissions.ts';
import { compact, describe } from './sentence.ts';
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
  /** The worst first: `get, list secrets in every namespace`. Of a loss, empty where it was not worked out. */
  readonly permissions: readonly { readonly what: string; readonly severity: Severity | undefined }[];
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
            what: whatOf(gained),
            severity: gained.judgement.severity,
          })),
        ),
      ),
    ),
    lost: bySubject(
      all.flatMap(([scope, { lost, subjectsThatLost }]) => {
        const known = lost.flatMap(({ subjects, placement, permissions }) => {
          const what = compact(permissions).map((permission) => inPlace(permission, placement));
          return subjects.flatMap((subject) =>
            what.map((each) => ({ scope, subject, what: each, severity: undefined })),
          );
        });
        return [
          ...known,
          ...subjectsThatLost.map((subject) => ({ scope, subject, what: undefined, severity: undefined })),
        ];
      }),
    ),
    paths: paths.sort((a, b) => compareSeverity(a.severity, b.severity)).slice(0, mostPaths),
  };
}

interface Entry {
  readonly scope: Scope;
  readonly subject: Subject;
  readonly what: string | undefined;
  readonly severity: Severity | undefined;
}

function bySubject(entries: readonly Entry[]): readonly SubjectAccess[] {
  const subjects = new Map<string, { scope: Scope; subject: string; permissions: Map<string, Severity | undefined> }>();
  for (const { scope, subject, what, severity } of entries) {
    const key = JSON.stringify([scope, subject.key]);
    const found = subjects.get(key) ?? { scope, subject: subjectName(subject), permissions: new Map() };
    if (!subjects.has(key) && subjects.size < mostSubjects) subjects.set(key, found);
    const known = what === undefined ? undefined : found.permissions.get(what);
    if (what !== undefined && (known === undefined || (severity !== undefined && compareSeverity(severity, known) < 0)))
      found.permissions.set(what, severity);
  }
  return [...subjects.values()]
    .map(({ permissions, ...rest }) => ({
      ...rest,
      permissions: [...permissions]
        .map(([what, severity]) => ({ what, severity }))
        .sort(bySeverity)
        .slice(0, mostPermissions),
    }))
    .sort((a, b) => bySeverity(a.permissions[0], b.permissions[0]));
}

function bySeverity(
  a: { severity: Severity | undefined } | undefined,
  b: { severity: Severity | undefined } | undefined,
): number {
  return compareSeverity(a?.severity ?? 'low', b?.severity ?? 'low');
}

function whatOf({ permission, placement }: GainedPermission): string {
  return inPlace(permission, placement);
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
