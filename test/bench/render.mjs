// A change of one overlay in repositories of 50 and 400 roots: the whole process, compared with a bare start of node and one
// bare call of kubectl for each root that must be built. What it costs follows the change, not the repository.
//   node test/bench/render.mjs [COUNT...]      with kubectl or kustomize on the PATH
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const cli = join(import.meta.dirname, '../../dist/cli/index.js');
const counts = process.argv.slice(2).map(Number);
const filesPerBase = 6;

const deployment = (i, j) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: app-${i}-${j}}
spec:
  selector: {matchLabels: {app: app-${i}-${j}}}
  template:
    metadata: {labels: {app: app-${i}-${j}}}
    spec:
      serviceAccountName: app-${i}
      containers:
        - {name: app, image: "registry.example/app-${i}:1.0", env: [{name: LOG_LEVEL, value: info}]}
`;
const role = (i) => `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: app-${i}}
rules:
  - {apiGroups: [""], resources: [configmaps], verbs: [get]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: app-${i}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: app-${i}}
subjects: [{kind: ServiceAccount, name: app-${i}}]
`;
const patch = `patches:
  - target: {kind: Role}
    patch: |-
      - {op: add, path: /rules/0/verbs/-, value: update}
`;

/** Half as many bases as roots, each with two overlays. */
function generate(count) {
  const directory = mkdtempSync(join(tmpdir(), 'gitops-gate-render-bench-'));
  const git = (args, input) => execFileSync('git', ['-C', directory, ...args], { input, maxBuffer: 1 << 30 });
  git(['init', '-q', '--bare', '-b', 'main']);
  const stream = [];
  const commit = (ref, from, files) => {
    stream.push(`commit ${ref}\ncommitter A <a@example.org> 1767603600 +0000\ndata 1\nx\n${from}`);
    for (const [name, data] of files) {
      stream.push(`M 100644 inline ${name}\ndata ${Buffer.byteLength(data)}\n${data}\n`);
    }
  };
  const files = [];
  const overlay = (i) => `namespace: team-${i}\nresources:\n  - ../../base\n`;
  for (let i = 0; i < count / 2; i++) {
    const names = Array.from({ length: filesPerBase }, (_, j) => `deployment-${j}.yaml`);
    files.push([
      `apps/a${i}/base/kustomization.yaml`,
      `resources:\n${['role.yaml', ...names].map((name) => `  - ${name}\n`).join('')}`,
    ]);
    files.push([`apps/a${i}/base/role.yaml`, role(i)]);
    for (const [j, name] of names.entries()) files.push([`apps/a${i}/base/${name}`, deployment(i, j)]);
    for (const environment of ['dev', 'prod'])
      files.push([`apps/a${i}/overlays/${environment}/kustomization.yaml`, overlay(i)]);
  }
  commit('refs/heads/main', '', files);
  commit('refs/heads/change', 'from refs/heads/main\n', [
    ['apps/a0/overlays/prod/kustomization.yaml', `${overlay(0)}${patch}`],
  ]);
  git(['fast-import', '--quiet'], stream.join(''));
  return directory;
}

function median(run) {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[2];
}

let former;
for (const count of counts.length > 0 ? counts : [50, 400]) {
  const directory = generate(count);
  const bare = median(() => spawnSync(process.execPath, ['-e', '0']));
  const call = median(() => spawnSync('kubectl', ['kustomize', '--help']));
  const args = [cli, 'check', '--repo', directory, '--base', 'main', '--head', 'change', '--format', 'json'];
  const report = JSON.parse(spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout);
  const whole = median(() => spawnSync(process.execPath, args));
  const { found, rendered, milliseconds } = report.coverage.rendering;
  const growth = former === undefined ? '' : `, ${(whole / former.whole).toFixed(2)} times ${former.count} roots`;
  console.log(
    `${count} roots: ${Math.round(whole)} ms, ${Math.round(whole - bare)} ms beyond a bare node start (limit 2000)${growth}; ` +
      `a bare call of kubectl takes ${Math.round(call)} ms; ${found} roots found, ${rendered} rendered on each side in ${milliseconds} ms; ` +
      `${report.findings.length} findings`,
  );
  former ??= { count, whole };
  rmSync(directory, { recursive: true, force: true });
}
