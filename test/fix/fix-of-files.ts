import type { Target } from '../../src/fix/candidates/candidate.ts';
import { Workbench } from '../../src/fix/candidates/workbench.ts';
import { patchedFiles } from '../../src/fix/files-after-fix.ts';
import { type Fix, findFix } from '../../src/fix/rounds.ts';
import { judge } from '../../src/gate.ts';
import { blobId } from '../../src/git/overlay.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { Evidence } from '../../src/rules/evidence.ts';
import { observe } from '../../src/rules/observe.ts';
import { evidenceOfFolders } from '../rules/evidence.ts';
import type { Folder } from '../rules/memory-repository.ts';

type Files = Readonly<Record<string, string | Buffer>>;

/** The fix of a change from some files to others, and the files it leaves. */
export async function fixOfFiles(
  before: Files,
  after: Files,
  rule?: string,
): Promise<{ readonly fix: Fix; readonly files: Readonly<Record<string, string>> }> {
  const [old, now] = [folderOf(before), folderOf(after)];
  const { evidence } = await evidenceOfFolders(old, now);
  const targets = findingsOf(evidence);
  const bench = new Workbench(evidence.change.touched, evidence.secrets, defaultPolicy.limits);
  const known = new Set(targets.map(({ fingerprint }) => fingerprint));
  const patched = (changes: Fix['changes']): Files => {
    const files: Record<string, string | Buffer> = { ...after };
    for (const [path, file] of patchedFiles(changes, bench)) {
      if (file === undefined) delete files[path];
      else files[path] = file.bytes;
    }
    return files;
  };
  const judgeFrom = (side: Folder) => async (changes: Fix['changes']) => {
    const again = await evidenceOfFolders(side, folderOf(patched(changes)));
    return { findings: findingsOf(again.evidence), unjudged: 0 };
  };
  const asked = targets.filter((each) => rule === undefined || each.rule === rule);
  const fix = await findFix(
    { targets: asked, others: targets.filter((each) => !asked.includes(each)), rule, known, bench, unjudged: 0 },
    { fromBase: judgeFrom(old), fromHead: judgeFrom(now) },
  );
  const files = Object.entries(patched(fix.changes)).map(([path, content]) => [path, content.toString()]);
  return { fix, files: Object.fromEntries(files) };
}

/** Files as a side of a change. */
export function folderOf(files: Files): Folder {
  const entries = Object.entries(files)
    .map(([path, content]) => [path, Buffer.from(content)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    tree: new Map(entries.map(([path, bytes]) => [path, { mode: '100644', id: blobId(bytes, 'sha1') }])),
    contents: new Map(entries.map(([, bytes]) => [blobId(bytes, 'sha1'), bytes])),
  };
}

/** The findings of evidence, as a verdict has them. */
export function findingsOf(evidence: Evidence, policy = defaultPolicy): readonly Target[] {
  return judge({
    observed: observe(evidence, (_, line) => line),
    policy,
    failOn: undefined,
    isPush: false,
    after: evidence.change.after,
    unjudged: [],
    notes: [],
    now: evidence.now,
  }).findings;
}
