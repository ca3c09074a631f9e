// A change of 20 files in repositories of 1,000, 10,000 and 100,000 generated manifests: the whole process, and for comparison a bare
// start of node. One of the 20 is a Role, so that its cluster's context is read.
//   node test/bench/scale.mjs [COUNT...]
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const cli = join(import.meta.dirname, '../../dist/cli/index.js');
const counts = process.argv.slice(2).map(Number);
const perCluster = 1_000;

const deployment = (i, tag) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: app-${i}, namespace: team-${i % 50}}
spec:
  selector: {matchLabels: {app: app-${i}}}
  template:
    metadata: {labels: {app: app-${i}}}
    spec:
      serviceAccountName: app-${i % 100}
      containers:
        - name: app
          image: registry.example/app-${i}:${tag}
          env:
            - {name: LOG_LEVEL, value: info}
`;
const role = (i, verbs) => `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: role-${i}, namespace: team-${i % 50}}
rules:
  - {apiGroups: [""], resources: [configmaps], verbs: [${verbs}]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: role-${i}, namespace: team-${i % 50}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: role-${i}}
subjects: [{kind: ServiceAccount, name: app-${i % 100}, namespace: team-${i % 50}}]
`;

function generate(count) {
  const directory = mkdtempSync(join(tmpdir(), 'gitops-gate-scale-'));
  const git = (args, input) => execFileSync('git', ['-C', directory, ...args], { input, maxBuffer: 1 << 30 });
  git(['init', '-q', '--bare', '-b', 'main']);
  const path = (i) => `clusters/c${Math.floor(i / perCluster)}/team-${i % 50}/app-${i}.yaml`;
  const text = (i) => (i % 10 === 0 ? role(i, 'get') : deployment(i, '1.0'));
  const stream = [];
  const commit = (ref, from, files) => {
    stream.push(`commit ${ref}\ncommitter A <a@example.org> 1767603600 +0000\ndata 1\nx\n${from}`);
    for (const [name, data] of files)
      stream.push(`M 100644 inline ${name}\ndata ${Buffer.byteLength(data)}\n${data}\n`);
  };
  commit(
    'refs/heads/main',
    '',
    Array.from({ length: count }, (_, i) => [path(i), text(i)]),
  );
  const touched = Array.from({ length: 20 }, (_, i) => i);
  commit(
    'refs/heads/change',
    'from refs/heads/main\n',
    touched.map((i) => [path(i), i === 0 ? role(0, 'get, update') : deployment(i, '1.1')]),
  );
  git(['fast-import', '--quiet'], stream.join(''));
  return directory;
}

function median(run) {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[3];
}

for (const count of counts.length > 0 ? counts : [1_000, 10_000, 100_000]) {
  const directory = generate(count);
  const bare = median(() => spawnSync(process.execPath, ['-e', '0']));
  const args = [cli, 'check', '--repo', directory, '--base', 'main', '--head', 'change', '--format', 'json'];
  const report = JSON.parse(spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout);
  const whole = median(() => spawnSync(process.execPath, args));
  const { filesChanged, contextFilesRead } = report.coverage;
  console.log(
    `${count} manifests: ${Math.round(whole)} ms, ${Math.round(whole - bare)} ms beyond a bare node start (limit 1000); ` +
      `${filesChanged} files changed, ${contextFilesRead} read for context, ${report.findings.length} findings`,
  );
  rmSync(directory, { recursive: true, force: true });
}
