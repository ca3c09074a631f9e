// Builds dist/: tsc, then one ncc bundle per entry. Byte-for-byte reproducible; check-dist compares.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sourceDigest } from './source-digest.mjs';

const run = (args) => {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

const digest = sourceDigest('.');
rmSync('build', { recursive: true, force: true });
run(['node_modules/typescript/bin/tsc']);
rmSync('dist', { recursive: true, force: true });
writeFileSync('build/package.json', '{"type":"module"}\n');
for (const entry of ['cli', 'action']) {
  run([
    'node_modules/@vercel/ncc/dist/ncc/cli.js',
    'build',
    `build/${entry}.js`,
    '-o',
    `dist/${entry}`,
    '--license',
    'LICENSES.txt',
    '-q',
    '--no-cache',
  ]);
  writeFileSync(join('dist', entry, 'package.json'), '{"type":"module"}\n');
  // `explain` and the machine formats show the rule pages: they ship with the bundle.
  mkdirSync(join('dist', entry, 'rules'));
  for (const page of readdirSync('.github/docs/rules')) {
    cpSync(join('.github/docs/rules', page), join('dist', entry, 'rules', page));
  }
  // What reads report.json or writes policy.yaml can check it without the sources.
  for (const schema of [
    'src/report/report.schema.json',
    'src/report/compliance/compliance.schema.json',
    'src/policy/policy.schema.json',
  ]) {
    cpSync(schema, join('dist', entry, basename(schema)));
  }
}
// The command line is installed as a program: `npm install --global`, `npx`, pre-commit.
const program = 'dist/cli/index.js';
writeFileSync(program, `#!/usr/bin/env node\n${readFileSync(program, 'utf8')}`);
chmodSync(program, 0o755);
// So that tests of dist/ can tell whether it is this source's.
writeFileSync('dist/src.sha256', `${digest}\n`);
