// Judges every file of a folder for secrets as if it were added, and prints how many it found. `secrets.mjs` bundles it, as dist/ is, and times it.
//
//   node test/bench/secrets-judged.mjs DIR
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFile } from '../../build/kube/read-file.js';
import { defaultPolicy } from '../../build/policy/defaults.js';
import { newSecrets, writtenSecrets } from '../../build/secrets/compare/new-secrets.js';
import { OwnFormats } from '../../build/secrets/tokens/own-formats.js';
import { filesOf } from './files-of.mjs';

const [root] = process.argv.slice(2);
const touched = filesOf(root).map((path) => {
  const bytes = readFileSync(join(root, path));
  const isTemplate = /(?:^|\/)templates\//.test(path);
  const content = {
    path,
    mode: '100644',
    id: path,
    size: bytes.length,
    bytes,
    isTemplate,
    isNamed: false,
    limits: defaultPolicy.limits,
  };
  return { path, scope: '.', before: undefined, after: readFile(content), movedFrom: undefined };
});
const secrets = newSecrets(touched, writtenSecrets(touched, new OwnFormats([])), Buffer.alloc(32));
console.log(`${secrets.filter(({ is }) => is === 'literal').length} findings`);
