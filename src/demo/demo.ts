import { makeTemporaryDirectory, type TemporaryDirectory } from '../git/process/temporary-directory.ts';
import { ObjectStore } from './object-store.ts';
import { badChange, goodBase } from './sample.ts';
import { SshSigner } from './ssh-signer.ts';

/** Monday 2026-01-05 09:00 UTC: fixed, so that the demo's commits are the same everywhere. */
const start = 1_767_603_600;

/** Builds the throwaway repository in a fresh folder: a good `main`, and a branch `change` that nobody should merge. */
export function buildDemo(): Omit<TemporaryDirectory, 'discard'> {
  const { directory, remove } = makeTemporaryDirectory('gitops-gate-demo-');
  const store = new ObjectStore(directory);
  const maintainer = new SshSigner('Maya Maintainer', 'maya@shop.example');
  const stranger = new SshSigner('Sam Stranger', 'sam@elsewhere.example');
  const trusted = { '.gitops-gate/allowed_signers': `${maintainer.allowedSigner}\n` };

  let files = new Map(Object.entries({ ...goodBase, ...trusted }));
  const good = commit(store, files, [], maintainer, 'Run the shop in production', 0, true);
  store.setBranch('main', good);

  files = new Map([...files, ...Object.entries(badChange.harmless)]);
  const bump = commit(store, files, [good], maintainer, 'shop 2.4.1', 1, true);
  files = new Map([...files, ...Object.entries(badChange.widening)]);
  const widened = commit(store, files, [bump], stranger, 'Let the deployer roll out certificates', 2, true);
  files = new Map([...files, ...Object.entries(badChange.secret)]);
  const leaked = commit(store, files, [widened], maintainer, 'Fix the database login', 3, false);
  store.setBranch('change', leaked);
  return { directory, remove };
}

function commit(
  store: ObjectStore,
  files: ReadonlyMap<string, string>,
  parents: readonly string[],
  by: SshSigner,
  subject: string,
  hour: number,
  signed: boolean,
): string {
  const who = `${by.name} <${by.email}> ${start + hour * 3600} +0000`;
  const headers = [
    `tree ${store.writeTree(files)}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${who}`,
    `committer ${who}`,
  ].join('\n');
  const message = `\n\n${subject}\n`;
  const signature = signed ? by.sign(Buffer.from(headers + message)).replaceAll('\n', '\n ') : undefined;
  const gpgsig = signature === undefined ? '' : `\ngpgsig ${signature}`;
  return store.write('commit', Buffer.from(headers + gpgsig + message));
}
