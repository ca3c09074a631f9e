import { createHmac } from 'node:crypto';
import type { TouchedFile } from '../../kube/touched-file.ts';
import { fileSecrets } from './file-secrets.ts';
import { secretGeneratorFiles } from './secret-generator.ts';
import type { SecretOccurrence } from './secret-occurrence.ts';

/** One secret that head has and base had not, with every new place of it. */
export interface NewSecret {
  readonly is: SecretOccurrence['is'];
  /** In order of file and line; at least one. */
  readonly occurrences: readonly SecretOccurrence[];
  /** The file that held the value before, where it only moved to another scope. */
  readonly movedFrom: string | undefined;
}

/**
 * What is new in head: identity is (scope, object, field, digest of the value). A value that left one place of a scope
 * and is in another is a move and not new; one that came from another scope is reported as such.
 */
export function newSecrets(touched: readonly TouchedFile[], digestKey: Buffer): readonly NewSecret[] {
  const digest = (occurrence: SecretOccurrence) =>
    createHmac('sha256', digestKey).update(occurrence.secret).digest('base64');
  const before = occurrencesOf(touched, 'before').map((occurrence) => ({ occurrence, digest: digest(occurrence) }));
  const after = occurrencesOf(touched, 'after').map((occurrence) => ({ occurrence, digest: digest(occurrence) }));
  const known = new Set(before.map(identity));
  const remaining = new Set(after.map(identity));
  const gone = before.filter((one) => !remaining.has(identity(one)));
  const groups = new Map<string, { occurrences: SecretOccurrence[]; movedFrom: string | undefined }>();
  for (const one of after.filter((candidate) => !known.has(identity(candidate)))) {
    const moved = takeMoved(gone, one);
    if (moved?.occurrence.scope === one.occurrence.scope) continue;
    const key = `${one.occurrence.is}\0${one.digest}\0${one.occurrence.is === 'plain-setting' ? identity(one) : ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { occurrences: [one.occurrence], movedFrom: moved?.occurrence.file });
    else {
      group.occurrences.push(one.occurrence);
      group.movedFrom = group.movedFrom === undefined ? undefined : moved?.occurrence.file;
    }
  }
  return [...groups.values()].map(({ occurrences, movedFrom }) => ({
    is: occurrences[0]?.is ?? 'literal',
    occurrences,
    movedFrom,
  }));
}

interface Digested {
  readonly occurrence: SecretOccurrence;
  readonly digest: string;
}

function identity({ occurrence, digest }: Digested): string {
  const { group, kind, namespace, name } = occurrence.object ?? { group: '', kind: '', namespace: '', name: '' };
  return JSON.stringify([occurrence.scope, group, kind, namespace ?? null, name, occurrence.path, digest]);
}

/** Takes the vanished occurrence of the same value out of the list, one of the same scope first. */
function takeMoved(gone: Digested[], one: Digested): Digested | undefined {
  const same = (candidate: Digested) =>
    candidate.digest === one.digest && candidate.occurrence.is === one.occurrence.is;
  let index = gone.findIndex((candidate) => same(candidate) && candidate.occurrence.scope === one.occurrence.scope);
  if (index < 0) index = gone.findIndex(same);
  return index < 0 ? undefined : gone.splice(index, 1)[0];
}

function occurrencesOf(touched: readonly TouchedFile[], side: 'before' | 'after'): readonly SecretOccurrence[] {
  const secretFiles = secretGeneratorFiles(touched, side);
  return touched.flatMap((file) => {
    const state = file[side];
    if (state === undefined) return [];
    const isSecretFile = file.isSecretGeneratorInput === true || secretFiles.has(file.path);
    return fileSecrets({ path: file.path, scope: file.scope, side: state, isSecretFile });
  });
}
