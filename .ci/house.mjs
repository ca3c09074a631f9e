// The picture of the house, made from the imports of src/: which room builds on which. `.ci/tables.mjs` puts it into
// CONTRIBUTING.md, and test/docs.test.ts fails where it is not up to date.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const source = join(import.meta.dirname, '../src');

/** Mermaid: an arrow from each room to those it builds on directly; what follows through another room is left out. */
export function house() {
  const uses = imports();
  const lines = [...uses].flatMap(([room, used]) =>
    [...used]
      .filter((other) => ![...used].some((between) => between !== other && reaches(uses, between, other)))
      .sort()
      .map((other) => `  ${room} --> ${other}`),
  );
  const boxes = Object.entries(groups).flatMap(([name, own]) => [
    `  subgraph ${name}`,
    ...own.map((room) => `    ${room}`),
    '  end',
  ]);
  const drawn = new Set(Object.values(groups).flat());
  const missing = [...uses.keys()].filter((room) => !drawn.has(room));
  if (missing.length > 0) throw new Error(`no group of the picture has ${missing.join(', ')}`);
  return ['```mermaid', 'flowchart TD', ...boxes, ...lines, '```'].join('\n');
}

/** The boxes of the picture, from the program to what it reads. */
const groups = {
  program: ['cli', 'action', 'demo', 'run', 'inputs'],
  show: ['host', 'publish', 'report'],
  judge: ['fix', 'gate', 'rules'],
  families: [
    ...['rbac', 'workload', 'network', 'delivery', 'admission', 'audit'],
    ...['secrets', 'signature', 'history', 'hidden', 'posture'],
  ],
  read: ['gather', 'render', 'kube', 'policy', 'yaml', 'git'],
};

const purposes = {
  git: 'The one door to git: trees, blobs, commits, what is compared, line diffs.',
  yaml: 'Text → documents that know where each value is.',
  policy: '`.gitops-gate/` of the base → the policy, with the built-in defaults.',
  kube: 'What all families share: documents → objects, scopes, templates, kustomizations’ names, the prefilter.',
  signature: 'A commit’s bytes and the trusted keys → whether the signature is good, and whose it is.',
  history: 'What a branch’s earlier commits show of habits, and how unlike them a change is.',
  rbac: 'Who can do what, before and after.',
  secrets: 'Which secrets can be read after the change, and not before.',
  render: 'What kustomize and Helm make of the files, and which file each part comes from.',
  hidden: 'What reviewers do not see: hidden characters, attributes that suppress a diff.',
  network: 'Who can reach whom, before and after.',
  workload: 'Pods of every kind of object: as whom they run and what they may do, before and after.',
  delivery: 'Who may deploy what from where, before and after.',
  admission: 'What admission control refuses, before and after.',
  audit: 'What is logged and watched, before and after.',
  posture: 'How the repository is set up on its forge: what it says, and whether that is as it should be.',
  rules: 'A family’s result → observations. One file a rule.',
  gate: 'Observations and the policy → a verdict.',
  fix: 'A finding → the smallest changes of its file that may make it go away, and the patch.',
  inputs: 'What a run is asked for.',
  report: 'A verdict → text, Markdown, SARIF and the like. One file a format.',
  publish: 'A report and what a request shows already → what to write there.',
  host: 'GitHub, GitLab, the terminal, report files: where a report goes.',
  gather: 'Reads what a run needs, and asks every family for its result.',
  run: 'The whole program, in order. Start here.',
  demo: 'The sample repository of `demo`.',
  action: 'The entry of the GitHub Action.',
  cli: 'The entry of the command line, and its commands.',
};

/** Rows of the table of rooms, each after those it builds on: what it is for, and its sub-folders in the same order. */
export function rooms() {
  const words = sources().filter((file) => roomOf(file) === undefined);
  const row = [
    '`*.ts`',
    'Files of no room: small words that all share.',
    words.map((file) => `\`${file.replace('.ts', '')}\``).join(' '),
  ];
  const named = inOrder(imports()).map((room) => {
    const parts = inOrder(imports((file) => (roomOf(file) === room ? partOf(file) : undefined)));
    return [`\`${room}\``, purposes[room] ?? '', parts.map((part) => `\`${part}\``).join(' ')];
  });
  return [row, ...named];
}

/** For each name the names it imports. Files of src/ itself that are not the program's own parts are left out. */
function imports(nameOf = roomOf) {
  const uses = new Map();
  for (const file of sources()) {
    const name = nameOf(file);
    if (name === undefined) continue;
    const used = uses.get(name) ?? new Set();
    for (const imported of importsOf(file)) {
      const other = nameOf(imported);
      if (other !== undefined && other !== name) used.add(other);
    }
    uses.set(name, used);
  }
  return new Map([...uses].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const program = new Set(['run', 'gate', 'inputs', 'cli', 'action']);

/** The folder of src/ a file is in; for the program's own files at the top their name. Small helpers that all share have none. */
function roomOf(file) {
  const [first] = file.split('/');
  const name = first.replace(/\.ts$/, '');
  return file.includes('/') || program.has(name) ? name : undefined;
}

function partOf(file) {
  return file.split('/').length > 2 ? file.split('/')[1] : undefined;
}

function sources() {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'))
    .sort();
}

function importsOf(file) {
  const text = readFileSync(join(source, file), 'utf8');
  const found = text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
  return [...found].map(([, name]) => relative(source, join(source, dirname(file), name)).replaceAll('\\', '/'));
}

function reaches(uses, from, to, seen = new Set()) {
  if (seen.has(from)) return false;
  seen.add(from);
  return [...(uses.get(from) ?? [])].some((next) => next === to || reaches(uses, next, to, seen));
}

/** The names, each after all that it uses; where they use each other in a circle, somewhere in it. */
function inOrder(uses) {
  const done = new Set();
  const begun = new Set();
  const visit = (name) => {
    if (begun.has(name)) return;
    begun.add(name);
    for (const other of [...(uses.get(name) ?? [])].sort()) visit(other);
    done.add(name);
  };
  for (const name of uses.keys()) visit(name);
  return [...done];
}
