import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileChange, placesOf, type Target } from '../../src/fix/candidates/candidate.ts';
import { Workbench } from '../../src/fix/candidates/workbench.ts';
import { patchedFiles } from '../../src/fix/files-after-fix.ts';
import { type Patch, patchOf } from '../../src/fix/patch/patch.ts';
import { type Fix, findFix } from '../../src/fix/rounds.ts';
import { blobId } from '../../src/git/overlay.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { redactText } from '../../src/report/redact.ts';
import type { Evidence } from '../../src/rules/evidence.ts';
import { evidenceOfFolders } from '../rules/evidence.ts';
import { type Folder, readFolder } from '../rules/memory-repository.ts';
import { findingsOf } from './fix-of-files.ts';

/** A case's change, judged and fixed. */
export interface FixedCase {
  readonly before: Folder;
  readonly after: Folder;
  /** The head once the fix is applied. */
  readonly patched: Folder;
  readonly evidence: Evidence;
  readonly targets: readonly Target[];
  readonly fix: Fix;
  /** What the head once patched has. */
  readonly remaining: readonly Target[];
  readonly patch: Patch;
}

/** Fixes what the case in `folder` fires, all of it or by one rule. */
export async function fixOfCase(folder: string, rule?: string): Promise<FixedCase> {
  const [before, after] = [readFolder(join(folder, 'before')), readFolder(join(folder, 'after'))];
  const policy = policyOf(join(folder, 'policy.yaml'));
  const evidenceFrom = askedOnce(policy);
  const evidence = await evidenceFrom(before, after);
  const all = findingsOf(evidence, policy);
  const bench = new Workbench(evidence.change.touched, evidence.secrets, policy.limits);
  const patched = (changes: readonly FileChange[]): Folder => withFiles(after, changes, bench);
  const judgeFrom = (side: Folder) => async (changes: readonly FileChange[]) => {
    return { findings: findingsOf(await evidenceFrom(side, patched(changes)), policy), unjudged: 0 };
  };
  const fix = await findFix(
    {
      targets: all.filter((each) => rule === undefined || each.rule === rule),
      known: new Set(all.map(({ fingerprint }) => fingerprint)),
      bench,
      unjudged: 0,
    },
    { fromBase: judgeFrom(before), fromHead: judgeFrom(after) },
  );
  const result = patched(fix.changes);
  const again = await evidenceFrom(before, result);
  const mask = (text: string) => evidence.secrets.known.mask(redactText(text));
  const secretFiles = new Set(
    fix.fixed.flatMap(({ target }) => (target.category === 'secret' ? placesOf(target).map(({ file }) => file) : [])),
  );
  const patch = patchOf(fix.changes, bench, { blobId: (bytes) => blobId(bytes, 'sha1'), mask, secretFiles });
  return {
    before,
    after,
    patched: result,
    evidence,
    targets: all,
    fix,
    remaining: findingsOf(again, policy),
    patch,
  };
}

/** The evidence between two folders: the last that a fix asks for is that of its result, which then is not read and analysed again. */
function askedOnce(policy: Policy): (before: Folder, after: Folder) => Promise<Evidence> {
  const known = new Map<string, Promise<Evidence>>();
  return (before, after) => {
    const key = JSON.stringify([before, after].map(({ tree }) => [...tree]));
    const evidence = known.get(key) ?? evidenceOfFolders(before, after, policy).then(({ evidence: made }) => made);
    known.set(key, evidence);
    return evidence;
  };
}

function withFiles({ tree, contents }: Folder, changes: readonly FileChange[], bench: Workbench): Folder {
  const [files, blobs] = [new Map(tree), new Map(contents)];
  for (const [path, file] of patchedFiles(changes, bench)) {
    if (file === undefined) files.delete(path);
    else {
      const id = blobId(file.bytes, 'sha1');
      files.set(path, { mode: file.mode, id });
      blobs.set(id, file.bytes);
    }
  }
  return { tree: files, contents: blobs };
}

function policyOf(file: string): Policy {
  return existsSync(file) ? readPolicy(readFileSync(file), 'policy.yaml').policy : defaultPolicy;
}
