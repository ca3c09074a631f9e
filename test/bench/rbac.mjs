/**
 * How RBAC judgement scales: objects in files of five, all of them parsed, one or all of them changed; and one rule
 * of a thousand to the third. Needs `npm run build` (reads build/).
 * Usage: node test/bench/rbac.mjs [OBJECTS…]
 */

import { resourcesOf } from '../../build/kube/resources.js';
import { defaultPolicy } from '../../build/policy/defaults.js';
import { rbacChange } from '../../build/rbac/judge/widening.js';
import { uncoveredOf } from '../../build/rbac/model/coverage.js';
import { readPolicyRule } from '../../build/rbac/model/permission.js';
import { parseYaml } from '../../build/yaml/parse-yaml.js';

const sizes = process.argv.slice(2).map(Number);
const verbs = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];
const kinds = ['pods', 'services', 'configmaps', 'secrets', 'events', 'endpoints', 'things', 'others'];
const header = 'apiVersion: rbac.authorization.k8s.io/v1\n';

/** Two roles, two bindings and a RoleBinding of one application. */
function file(app, extra) {
  const rule = (n) =>
    `- apiGroups: ["", "app${app % 50}.example.com"]\n  resources: [${kinds[(app + n) % 8]}, ${kinds[(app + 3 * n + 1) % 8]}]\n  verbs: [${verbs.slice(0, 1 + ((app + n) % 5)).join(', ')}${extra}]\n`;
  const rules = `rules:\n${rule(0)}${rule(1)}${rule(2)}`;
  const subjects = `subjects:\n- kind: ServiceAccount\n  name: app\n  namespace: ns${app % 400}\n- kind: Group\n  name: team${app % 40}\n`;
  return [
    `${header}kind: ClusterRole\nmetadata:\n  name: app${app}\n${rules}`,
    `${header}kind: Role\nmetadata:\n  name: app${app}\n  namespace: ns${app % 400}\n${rules}`,
    `${header}kind: ClusterRoleBinding\nmetadata:\n  name: app${app}\nroleRef: {kind: ClusterRole, name: app${app}}\n${subjects}`,
    `${header}kind: RoleBinding\nmetadata:\n  name: app${app}\n  namespace: ns${app % 400}\nroleRef: {kind: Role, name: app${app}}\n${subjects}`,
    `${header}kind: RoleBinding\nmetadata:\n  name: view${app}\n  namespace: ns${app % 400}\nroleRef: {kind: ClusterRole, name: view}\n${subjects}`,
  ].join('---\n');
}

function parse(app, extra) {
  const path = `apps/app${app}/rbac.yaml`;
  const { documents } = parseYaml(Buffer.from(file(app, extra)), defaultPolicy.limits);
  return documents.flatMap((document) => resourcesOf(document, path));
}

function timed(what, work) {
  globalThis.gc?.();
  const start = performance.now();
  const result = work();
  const time = performance.now() - start;
  const memory = process.memoryUsage().rss / 1024 / 1024;
  console.log(`${what.padEnd(44)} ${time.toFixed(0).padStart(7)} ms  ${memory.toFixed(0).padStart(5)} MB  ${result}`);
}

for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) {
  const apps = Array.from({ length: size / 5 }, (_, app) => app);
  const before = [];
  timed(`${size} objects: parse`, () => {
    for (const app of apps) before.push(parse(app, ''));
    return '';
  });
  const one = before.map((resources, app) => (app === 7 ? parse(app, ', escalate') : resources));
  const all = apps.map((app) => parse(app, ', escalate'));
  const judge = (after) => () => {
    const { widenings, work, tooLarge } = rbacChange({ before: before.flat(), after: after.flat() }, defaultPolicy);
    return `${tooLarge === undefined ? widenings.length : 'too many'} findings, ${work} steps`;
  };
  timed(`${size} objects: judge, none changed`, judge(before));
  timed(`${size} objects: judge, one file changed`, judge(one));
  timed(`${size} objects: judge, all changed`, judge(all));
}

const many = (prefix) => Array.from({ length: 1000 }, (_, index) => `${prefix}${index}`);
const rule = { verbs: many('v'), apiGroups: many('g'), resources: many('r') };
const base = readPolicyRule(rule);
const head = readPolicyRule({ ...rule, verbs: [...rule.verbs, 'new'] });
timed('a rule of 1,000 × 1,000 × 1,000', () => JSON.stringify(uncoveredOf(head, base).map((part) => part.verbs)));
