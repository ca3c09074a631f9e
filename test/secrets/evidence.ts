import { resourcesOf } from '../../src/kube/resources.ts';
import type { FileSide, Structure, TouchedFile } from '../../src/kube/touched-file.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { Observation } from '../../src/rules/rule.ts';
import { placeholderSecret } from '../../src/rules/secret/placeholder-secret.ts';
import { plaintextSecret } from '../../src/rules/secret/plaintext-secret.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { evidenceOfFiles } from '../rules/evidence.ts';

/** One side of a file, read as `structure` says. */
export function fileSide(path: string, content: string | Buffer, structure: Structure = 'manifest'): FileSide {
  const bytes = Buffer.from(content);
  const file = structure === 'manifest' ? parseYaml(bytes, defaultPolicy.limits) : { documents: [], unreadable: [] };
  return {
    id: `blob of ${path}`,
    mode: '100644',
    size: bytes.length,
    structure,
    text: structure === 'binary' ? '' : bytes.toString('utf8'),
    bytes,
    documents: file.documents,
    resources: file.documents.flatMap((document) => resourcesOf(document, path)),
    unreadable: file.unreadable,
  };
}

/** A touched file; its scope is its first path segment, as by default. */
export function touched(path: string, before: FileSide | undefined, after: FileSide | undefined): TouchedFile {
  return {
    path,
    scope: path.includes('/') ? path.slice(0, path.indexOf('/')) : '.',
    before,
    after,
    movedFrom: undefined,
  };
}

/** What both rules see in a change. */
export function observe(...files: readonly TouchedFile[]): { plaintext: Observation[]; placeholder: Observation[] } {
  const evidence = evidenceOfFiles(files);
  return { plaintext: [...plaintextSecret.check(evidence)], placeholder: [...placeholderSecret.check(evidence)] };
}

/** What both rules see in one added file. */
export function observeFile(path: string, content: string | Buffer, structure?: Structure): ReturnType<typeof observe> {
  return observe(touched(path, undefined, fileSide(path, content, structure)));
}
