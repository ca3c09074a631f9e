import { addTo } from '../../../groups.ts';
import type { Change } from '../../evidence.ts';
import { type OwnersLine, readCodeOwners, type Section } from '../gate-changed/code-owners.ts';
import { codeOwnersPaths, controlFilesOf } from '../gate-changed/control-files.ts';
import type { ReviewLoss } from './review-loss.ts';

/** Manifests and what they are made from: whoever changes them changes clusters. */
const delivered = /\.(?:ya?ml|json|tpl|gotmpl|jsonnet|libsonnet|cue|tf|tfvars)$|(?:^|\/)Kustomization$/i;

/** Lines held against paths: matching takes time. */
const mostComparisons = 2_000_000;

/** The manifests that nobody has to review any more, or that others may approve, by the CODEOWNERS of each forge; those of the gate are `gate-changed`'s. */
export function lostOwners(change: Change, isOfGate: (path: string) => boolean): readonly ReviewLoss[] {
  const touched = new Set(change.touched.map(({ path }) => path));
  const found = Object.values(codeOwnersPaths).flatMap((paths) =>
    paths.some((path) => touched.has(path)) ? lostBy(change, paths, isOfGate) : [],
  );
  // A file that both forges read is one file.
  return [...new Map(found.map((each) => [JSON.stringify(each.code), each])).values()];
}

/** What a CODEOWNERS says of one path. */
interface Owned {
  readonly section: Section;
  readonly entry: OwnersLine | undefined;
}

function lostBy(change: Change, paths: readonly string[], isOfGate: (path: string) => boolean): readonly ReviewLoss[] {
  const { before, after } = change;
  const files = controlFilesOf(change);
  const [old, now] = [paths.find((path) => before.has(path)), paths.find((path) => after.has(path))];
  if (old === undefined) return [];
  const text = (side: 'before' | 'after', path: string | undefined) =>
    path === undefined ? '' : (files[side].get(path)?.toString('utf8') ?? '');
  const [was, is] = [text('before', old), text('after', now)];
  if (was === is && old === now) return [];
  const manifests = [...after.keys()].filter((path) => delivered.test(path) && before.has(path) && !isOfGate(path));
  if ((was.split('\n').length + is.split('\n').length) * manifests.length > mostComparisons) {
    const what = 'changes, and it is too long to tell which manifests it no longer names reviewers for';
    return [
      {
        file: now ?? old,
        ...(now === undefined ? {} : { line: 1 }),
        what,
        severity: 'medium',
        code: ['owners', 'too long'],
      },
    ];
  }
  return grouped(manifests, readCodeOwners(was), readCodeOwners(is), { old, now });
}

/** One loss for all paths that lose the same owners, or get the same others. */
function grouped(
  manifests: readonly string[],
  was: readonly Section[],
  is: readonly Section[],
  { old, now }: { readonly old: string; readonly now: string | undefined },
): readonly ReviewLoss[] {
  const groups = new Map<
    string,
    { readonly path: string; readonly before: OwnersLine; readonly after: OwnersLine | undefined }[]
  >();
  for (const path of manifests) {
    for (const { section, entry } of ownedBy(was, path)) {
      if (entry === undefined || entry.owners.length === 0) continue;
      const after = ownedBy(is, path).find((each) => each.section.name === section.name)?.entry;
      const owners = after?.owners ?? [];
      if (owners.length > 0 && owners.every((owner) => entry.owners.includes(owner))) continue;
      addTo(groups, JSON.stringify([section.name, entry.owners, owners]), { path, before: entry, after });
    }
  }
  return [...groups].flatMap(([key, lost]): readonly ReviewLoss[] => {
    const [first] = lost;
    if (first === undefined) return [];
    const former = first.before.owners;
    const others = (first.after?.owners ?? []).filter((owner) => !former.includes(owner));
    const which =
      lost.length === 1 ? first.path : `${lost.length.toLocaleString('en')} manifests, ${first.path} among them`;
    const what =
      others.length === 0
        ? `no longer names who must review ${which} (before: ${former.join(' ')})`
        : `newly lets ${others.join(' ')} approve ${which} (before: ${former.join(' ')})`;
    const line = now === undefined ? {} : { line: first.after?.line ?? 1 };
    return [
      {
        file: now ?? old,
        ...line,
        removedAt: { file: old, line: first.before.line },
        what,
        severity: others.length === 0 ? 'high' : 'medium',
        code: ['owners', key],
      },
    ];
  });
}

function ownedBy(sections: readonly Section[], path: string): readonly Owned[] {
  return sections.map((section) => ({ section, entry: section.entries.findLast(({ matches }) => matches(path)) }));
}
