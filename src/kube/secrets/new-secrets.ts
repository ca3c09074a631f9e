import { createHmac } from 'node:crypto';
import type { TouchedFile } from '../touched-file.ts';
import { fileSecrets } from './file-secrets.ts';
import { secretGeneratorFiles } from './secret-generator.ts';
import type { Sighting } from './sighting.ts';

/** One secret that head has and base had not, with every new place of it. */
export interface NewSecret {
  readonly is: Sighting['is'];
  /** In order of file and line; at least one. */
  readonly sightings: readonly Sighting[];
  /** The file the value stood in before, where it only moved to another scope. */
  readonly movedFrom: string | undefined;
}

/**
 * What is new in head: identity is (scope, object, field, digest of the value). A value that left one place of a scope
 * and stands in another is a move and no news; one that came from another scope is told as such.
 */
export function newSecrets(touched: readonly TouchedFile[], digestKey: Buffer): readonly NewSecret[] {
  const cached = judged.get(touched);
  if (cached !== undefined && cached.digestKey === digestKey) return cached.secrets;
  const secrets = compare(touched, digestKey);
  judged.set(touched, { digestKey, secrets });
  return secrets;
}

/** Two rules ask about the same change. */
const judged = new WeakMap<
  readonly TouchedFile[],
  { readonly digestKey: Buffer; readonly secrets: readonly NewSecret[] }
>();

function compare(touched: readonly TouchedFile[], digestKey: Buffer): readonly NewSecret[] {
  const digest = (sighting: Sighting) => createHmac('sha256', digestKey).update(sighting.secret).digest('base64');
  const before = sightingsOf(touched, 'before').map((sighting) => ({ sighting, digest: digest(sighting) }));
  const after = sightingsOf(touched, 'after').map((sighting) => ({ sighting, digest: digest(sighting) }));
  const known = new Set(before.map(identity));
  const standing = new Set(after.map(identity));
  const gone = before.filter((one) => !standing.has(identity(one)));
  const groups = new Map<string, { sightings: Sighting[]; movedFrom: string | undefined }>();
  for (const one of after.filter((candidate) => !known.has(identity(candidate)))) {
    const moved = takeMoved(gone, one);
    if (moved?.sighting.scope === one.sighting.scope) continue;
    const key = `${one.sighting.is}\0${one.digest}\0${one.sighting.is === 'companion' ? identity(one) : ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { sightings: [one.sighting], movedFrom: moved?.sighting.file });
    else {
      group.sightings.push(one.sighting);
      group.movedFrom = group.movedFrom === undefined ? undefined : moved?.sighting.file;
    }
  }
  return [...groups.values()].map(({ sightings, movedFrom }) => ({
    is: sightings[0]?.is ?? 'literal',
    sightings,
    movedFrom,
  }));
}

interface Digested {
  readonly sighting: Sighting;
  readonly digest: string;
}

function identity({ sighting, digest }: Digested): string {
  const { group, kind, namespace, name } = sighting.object ?? { group: '', kind: '', namespace: '', name: '' };
  return JSON.stringify([sighting.scope, group, kind, namespace ?? null, name, sighting.path, digest]);
}

/** Takes the vanished sighting of the same value out of the list, one of the same scope first. */
function takeMoved(gone: Digested[], one: Digested): Digested | undefined {
  const same = (candidate: Digested) => candidate.digest === one.digest && candidate.sighting.is === one.sighting.is;
  let index = gone.findIndex((candidate) => same(candidate) && candidate.sighting.scope === one.sighting.scope);
  if (index < 0) index = gone.findIndex(same);
  return index < 0 ? undefined : gone.splice(index, 1)[0];
}

function sightingsOf(touched: readonly TouchedFile[], side: 'before' | 'after'): readonly Sighting[] {
  const secretFiles = secretGeneratorFiles(touched, side);
  return touched.flatMap((file) => {
    const state = file[side];
    if (state === undefined) return [];
    const isSecretFile = file.feedsSecret === true || secretFiles.has(file.path);
    return fileSecrets({ path: file.path, scope: file.scope, side: state, isSecretFile });
  });
}
