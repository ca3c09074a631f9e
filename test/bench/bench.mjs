// npm run bench [NAME...]: every benchmark, or those named, one after another. Each prints ratios against a peer or a limit
// measured in the same run.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const needsArguments = ['bench', 'replay', 'planted'];
const names = readdirSync(import.meta.dirname)
  .filter((file) => /^[a-z]+\.mjs$/.test(file))
  .map((file) => file.replace('.mjs', ''))
  .filter((name) => !needsArguments.includes(name));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`no benchmark ${unknown.join(', ')}; there are ${names.join(', ')}`);
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : names) {
  console.log(`\n# ${name}`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.mjs`)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
