// Makes this repository yours: writes your address, owner and name in the place of ours into every file that has them, dist/ included.
//   node .ci/own.mjs OWNER/gitops-gate                                   on github.com
//   node .ci/own.mjs https://gitlab.example.com/GROUP/gitops-gate        elsewhere
// Running it again with another name renames it again.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceDigest } from './source-digest.mjs';

const root = join(import.meta.dirname, '..');
const [asked = '', ...rest] = process.argv.slice(2);
const [, server = 'https://github.com/', name = ''] = /^(https:\/\/[\w.:-]+\/)?(.*)$/.exec(asked) ?? [];

/** What is wrong with the call; undefined where nothing is. */
function problem() {
  if (asked === '' || rest.length > 0) return 'usage: node .ci/own.mjs OWNER/gitops-gate';
  const words = name.split('/');
  if (words.length < 2 || !words.every((word) => /^\w[\w.-]*$/.test(word)))
    return `${JSON.stringify(asked)} is no OWNER/gitops-gate, nor an address of one (https://…)`;
  // By this word the gate knows its own pipelines, whose changes are findings (src/rules/repository/gate-changed).
  return words.at(-1) === 'gitops-gate'
    ? undefined
    : 'call it OWNER/gitops-gate: the gate knows its own pipelines by that name';
}

const wrong = problem();
if (wrong !== undefined) {
  console.error(wrong);
  process.exit(2);
}

const homepage = /homepage = '([^']+)'/.exec(readFileSync(join(root, 'src/version.ts'), 'utf8'))?.[1] ?? '';
const owned = new URL(homepage).pathname.slice(1);
// The pages' examples are of a copy that is acme's. Tests have examples of their own.
const isPage = (file) => /^(README\.md|\.github\/docs\/|gitlab-component\/README\.md)/.test(file);

function rewritten(file, text) {
  const copies = isPage(file) ? [owned, 'acme/gitops-gate'] : [owned];
  return copies.reduce((all, from) => {
    const isWhole = new RegExp(`(?<![\\w.-])${from.replaceAll('.', '\\.')}(?![\\w-])`, 'g');
    return (
      all
        .replaceAll(homepage.replace(owned, from), `${server}${name}`)
        // Names of images are in small letters.
        .replaceAll(`ghcr.io/${from.toLowerCase()}`, `ghcr.io/${name.toLowerCase()}`)
        .replace(isWhole, name)
    );
  }, text);
}

const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
let changed = 0;
for (const file of files.filter((each) => each !== '.ci/own.mjs')) {
  // Bytes that are no text come back as they were.
  const text = readFileSync(join(root, file), 'latin1');
  const written = rewritten(file, text);
  if (written === text) continue;
  writeFileSync(join(root, file), written, 'latin1');
  changed += 1;
}
writeFileSync(join(root, 'dist/src.sha256'), `${sourceDigest(root)}\n`);
console.log(`${server}${name} is in ${changed} files. Look at git diff, then commit.`);
