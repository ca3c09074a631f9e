import { addTo } from '../../../groups.ts';
import { type CodeOwnersForge, codeOwnersPaths } from '../../../posture/model/control-files.ts';
import type { Change } from '../../evidence.ts';
import {
  forgesReading,
  githubLoadsBelow,
  holdingLine,
  linesIn,
  type OwnersLine,
  readCodeOwners,
  type Section,
} from '../gate-changed/code-owners.ts';
import { controlFilesOf } from '../gate-changed/control-files-of.ts';
import { type MovedManifest, movedManifests } from './moved-manifests.ts';
import type { ReviewLoss } from './review-loss.ts';

/** Manifests and what they are made from: whoever changes them changes clusters. */
const delivered = /\.(?:ya?ml|json|tpl|gotmpl|jsonnet|libsonnet|cue|tf|tfvars)$|(?:^|\/)Kustomization$/i;

/** Lines held against paths: matching takes time. */
const mostComparisons = 2_000_000;

/** The manifests that nobody has to review any more, fewer or others, by the CODEOWNERS of each forge; those of the gate are `gate-changed`'s. */
export function lostOwners(change: Change, isOfGate: (path: string) => boolean): readonly ReviewLoss[] {
  const touched = new Set(change.touched.map(({ path }) => path));
  const moved = movedManifests(change.touched).filter(({ path }) => delivered.test(path) && !isOfGate(path));
  const isOwned = (path: string) => delivered.test(path) && change.before.has(path) && !isOfGate(path);
  const found = forgesReading(change).flatMap((forge) => {
    const isTouched = codeOwnersPaths[forge].some((path) => touched.has(path));
    const kept = isTouched ? [...change.after.keys()].filter(isOwned) : [];
    return kept.length + moved.length === 0 ? [] : lostBy(change, forge, kept, moved);
  });
  // A file that both forges read is one file; what comes to the same in both is one loss.
  return [
    ...new Map(found.toReversed().map((each) => [JSON.stringify([each.file, each.what]), each])).values(),
  ].toReversed();
}

/** Where the CODEOWNERS of a forge is on each side. */
interface Places {
  readonly old: string;
  readonly now: string | undefined;
}

function lostBy(
  change: Change,
  forge: CodeOwnersForge,
  kept: readonly string[],
  moved: readonly MovedManifest[],
): readonly ReviewLoss[] {
  const { before, after } = change;
  const files = controlFilesOf(change);
  const paths: readonly string[] = codeOwnersPaths[forge];
  const [old, now] = [paths.find((path) => before.has(path)), paths.find((path) => after.has(path))];
  if (old === undefined) return [];
  const was = files.before.get(old);
  const is = now === undefined ? Buffer.alloc(0) : files.after.get(now);
  const lines = was === undefined || is === undefined ? Number.POSITIVE_INFINITY : linesIn(was) + linesIn(is);
  if (was === undefined || is === undefined || lines * (kept.length + moved.length) > mostComparisons) {
    return [unknown({ old, now }, change, forge)];
  }
  const sections = [readCodeOwners(was, forge), readCodeOwners(is, forge)] as const;
  const isSame = was.equals(is) && old === now;
  return [...(isSame ? [] : ofKept(kept, ...sections, { old, now })), ...ofMoved(moved, ...sections)];
}

/** What cannot be compared may name nobody any more. */
function unknown({ old, now }: Places, { touched, after }: Change, forge: CodeOwnersForge): ReviewLoss {
  const mode = after.get(now ?? '')?.mode ?? '';
  const size = touched.find(({ path }) => path === now)?.after?.size ?? 0;
  const kind = mode === '120000' ? 'symbolic link' : mode === '160000' ? 'submodule' : undefined;
  const what =
    kind !== undefined
      ? `is a ${kind}, which is not followed: a forge that does not follow it either asks nobody to review manifests`
      : forge === 'github' && size >= githubLoadsBelow
        ? 'has 3 MB or more: GitHub then loads nothing of it, and nobody has to review manifests'
        : 'is too long to tell which manifests it no longer names reviewers for';
  return {
    file: now ?? old,
    ...(now === undefined ? {} : { line: 1 }),
    what,
    severity: 'high',
    code: ['owners', kind ?? 'too long'],
  };
}

/** A line that names owners, and the one that does after the change. */
interface Loss {
  readonly path: string;
  readonly before: OwnersLine;
  readonly after: OwnersLine | undefined;
}

/** One loss for all paths that lose the same owners, or get the same others, or need as many fewer approvals. */
function ofKept(
  manifests: readonly string[],
  was: readonly Section[],
  is: readonly Section[],
  places: Places,
): readonly ReviewLoss[] {
  const groups = new Map<string, Loss[]>();
  for (const path of manifests) {
    const others = ownedBy(is, path);
    for (const [name, before] of ownedBy(was, path)) {
      if (before.owners.length === 0) continue;
      const after = others.get(name);
      const owners = after?.owners ?? [];
      const isKept = owners.length > 0 && owners.every((owner) => before.owners.includes(owner));
      const fewer = isKept && after !== undefined && after.approvals < before.approvals ? [after.approvals] : [];
      if (isKept && fewer.length === 0) continue;
      addTo(groups, JSON.stringify([name, before.owners, owners, ...fewer]), { path, before, after });
    }
  }
  return [...groups].flatMap(([key, lost]) => lossOf(key, lost, places));
}

function lossOf(key: string, lost: readonly Loss[], { old, now }: Places): readonly ReviewLoss[] {
  const [first] = lost;
  if (first === undefined) return [];
  const { before, after } = first;
  const others = (after?.owners ?? []).filter((owner) => !before.owners.includes(owner));
  const which =
    lost.length === 1 ? first.path : `${lost.length.toLocaleString('en')} manifests, ${first.path} among them`;
  const former = `(before: ${before.owners.join(' ')})`;
  return [
    {
      file: now ?? old,
      ...(now === undefined ? {} : { line: after?.line ?? 1 }),
      removedAt: { file: old, line: before.line },
      what:
        after === undefined || after.owners.length === 0
          ? `no longer names who must review ${which} ${former}`
          : others.length > 0
            ? `newly lets ${others.join(' ')} approve ${which} ${former}`
            : after.approvals === 0
              ? `no longer requires ${before.owners.join(' ')} to approve ${which}`
              : `lowers the approvals of ${before.owners.join(' ')} from ${before.approvals} to ${after.approvals} for ${which}`,
      severity: others.length === 0 || (after?.approvals ?? 0) < before.approvals ? 'high' : 'medium',
      code: ['owners', key],
    },
  ];
}

/** Manifests that were moved away from all owners, one loss for those of the same former owners. */
function ofMoved(
  moved: readonly MovedManifest[],
  was: readonly Section[],
  is: readonly Section[],
): readonly ReviewLoss[] {
  const groups = new Map<string, MovedManifest[]>();
  const ownersOf = (sections: readonly Section[], path: string) =>
    [...ownedBy(sections, path).values()].flatMap(({ owners }) => owners);
  for (const each of moved) {
    const former = ownersOf(was, each.from);
    if (former.length > 0 && ownersOf(is, each.path).length === 0) addTo(groups, former.join(' '), each);
  }
  return [...groups].flatMap(([former, [first, ...more]]): readonly ReviewLoss[] => {
    if (first === undefined) return [];
    const all = more.length === 0 ? '' : `, ${(more.length + 1).toLocaleString('en')} manifests in all`;
    return [
      {
        file: first.path,
        line: 1,
        removedAt: { file: first.from, line: 1 },
        what: `is moved from ${first.from} to where nobody must review it (before: ${former})${all}`,
        severity: 'medium',
        code: ['owners', 'moved', former],
      },
    ];
  });
}

/** The line of each section that holds for a path, by the section's name; of an optional one nobody has to approve. */
function ownedBy(sections: readonly Section[], path: string): ReadonlyMap<string, OwnersLine> {
  return new Map(
    sections.flatMap((section) => {
      const entry = holdingLine(section, path);
      if (entry === undefined) return [];
      return [[section.name, section.isOptional ? { ...entry, approvals: 0 } : entry] as const];
    }),
  );
}
