import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The cases of the rules hold what the rules build on. */
const ruleCases = 'test/rules/rules.test.ts';

/** The tests that hold a room, where they are not those of the folder of its name alone. */
const testsOf = {
  action: ['test/host/action.test.ts'],
  admission: ['test/admission', ruleCases],
  audit: ['test/audit', ruleCases],
  cli: ['test/cli', 'test/fix/apply.test.ts', 'test/end-to-end', 'test/host/terminal.test.ts', 'test/docs.test.ts'],
  delivery: ['test/delivery', ruleCases],
  demo: ['test/demo', 'test/end-to-end/promises.test.ts', 'test/host/action.test.ts'],
  fix: ['test/fix', 'test/end-to-end/fix.test.ts'],
  gate: ['test/gate.test.ts', 'test/gate', ruleCases],
  gather: ['test/gather', 'test/rules', 'test/kube', 'test/end-to-end'],
  hidden: ['test/hidden', ruleCases],
  history: ['test/history', 'test/rules/unusual-change.test.ts', 'test/end-to-end/unusual.test.ts'],
  kube: ['test/kube', ruleCases],
  network: ['test/network', ruleCases],
  policy: ['test/policy', 'test/rules/gate-changed.test.ts'],
  posture: ['test/posture', 'test/host/github-posture.test.ts', 'test/host/gitlab-posture.test.ts'],
  publish: ['test/publish', 'test/host/github-comments.test.ts', 'test/host/gitlab-comments.test.ts'],
  rbac: ['test/rbac', ruleCases],
  render: ['test/render', ruleCases],
  run: [
    'test/run',
    'test/scan.test.ts',
    'test/fix/effort.test.ts',
    'test/fix/patch-parts.test.ts',
    'test/end-to-end',
    'test/host',
  ],
  secrets: ['test/secrets', ruleCases],
  signature: ['test/signature', 'test/rules/signature-rules.test.ts'],
  workload: ['test/workload', ruleCases],
};

/** What single files at the top of src/ are held by. */
const wholeProgram = ['test/end-to-end', 'test/host', 'test/gate', 'test/policy', 'test/report', 'test/yaml'];

/** The folder of a file of src/; of a file at its top, the folder it is the entrance of, else its name. */
export const roomOf = (file) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : file.replace(/\.ts$/, ''));

/** Paths of the tests that hold a room of the repository at `root`. */
export function pathsOf(room, root) {
  if (testsOf[room]) return testsOf[room];
  const own = [`test/${room}`, `test/${room}.test.ts`].filter((path) => existsSync(join(root, path)));
  return own[0] === `test/${room}` ? own : [...own, ...wholeProgram];
}
