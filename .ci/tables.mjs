// The tables of the documents, made from what they describe. `node .ci/tables.mjs` brings every document up to date
// (build first: the rules are read from build/); test/docs.test.ts fails where one is not.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { load, loadAll } from 'js-yaml';
import { house, rooms } from './house.mjs';

const root = join(import.meta.dirname, '..');
const read = (path) => readFileSync(join(root, path), 'utf8');

/** The documents that may hold tables. */
export const documents = [
  'README.md',
  'gitlab-component/README.md',
  '.github/CONTRIBUTING.md',
  ...readdirSync(join(root, '.github/docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `.github/docs/${name}`),
  '.github/docs/rules/rbac-widened.md',
];

/**
 * Every table by its name; `rules` is the list of src/rules/index.ts, `dangers` that of src/rbac/judge/danger-table.ts, and
 * `compliance` is src/report/compliance/frameworks.ts.
 */
export function tables(rules, dangers, compliance) {
  const action = load(read('action.yml'));
  const [{ spec }] = loadAll(read('gitlab-component/templates/gitops-gate.yml'));
  const policy = JSON.parse(read('src/policy/policy.schema.json'));
  return {
    inputs: table(
      ['Input', 'Default', 'What it does'],
      Object.entries(action.inputs).map(([name, { description, default: otherwise }]) => [
        code(name),
        otherwise === undefined ? '' : code(otherwise),
        description,
      ]),
    ),
    outputs: table(
      ['Output', 'What it is'],
      Object.entries(action.outputs).map(([name, { description }]) => [code(name), description]),
    ),
    'component-inputs': table(
      ['Input', 'Type', 'Default', 'What it does'],
      Object.entries(spec.inputs).map(([name, input]) => [
        code(name),
        input.options ? input.options.map(code).join(', ') : (input.type ?? 'string'),
        input.default === undefined
          ? 'required'
          : Array.isArray(input.default) && input.default.length > 0
            ? 'see below'
            : code(input.default),
        input.description,
      ]),
    ),
    rules: rulesByCategory(rules),
    dangers: table(
      ['Who gains it can', 'In every namespace', 'In one'],
      unique(dangers, ({ reason, severity }) => `${reason} ${severity}`).map((danger) => [
        danger.reason,
        danger.severity,
        danger.leavesNamespace ? danger.severity : oneLower[danger.severity],
      ]),
    ),
    'danger-requests': unique(dangers, ({ reason }) => reason)
      .map(({ reason }) => {
        const alike = dangers.filter((danger) => danger.reason === reason);
        return `- ${reason}: ${alike.map(requests).join('; ')}`;
      })
      .join('\n'),
    ...complianceTables(rules, compliance),
    house: house(),
    rooms: table(['Room of src/', 'What it is for', 'Its folders'], rooms()),
    policy: table(['Key', 'Values', 'What it does'], keys(policy, '')),
  };
}

const categories = {
  signature: 'Signatures',
  repository: 'The gate, reviews and the repository itself',
  rbac: 'Permissions',
  secret: 'Secrets',
  workload: 'Pods',
  network: 'Networks',
  delivery: 'Delivery',
  admission: 'Admission',
  audit: 'Audit and monitoring',
  'supply-chain': 'Images and charts',
  input: 'What could not be judged',
};

/** A table of its own for each category, in the order of the report. */
function rulesByCategory(rules) {
  const used = [...new Set(rules.map(({ category }) => category))];
  return used
    .map((category) => {
      const own = rules.filter((rule) => rule.category === category);
      const rows = own.map(({ id, severity, summary }) => [`[\`${id}\`](${page(id)})`, severity, summary]);
      return `**${categories[category]}**\n\n${table(['Rule', 'Severity', 'What it finds'], rows)}`;
    })
    .join('\n\n');
}

function complianceTables(rules, { frameworks, controlsOf }) {
  return {
    frameworks: [
      table(
        ['Framework', 'Version', 'Numbers from'],
        frameworks.map(({ name, version, source }) => [name, version, `<${source}>`]),
      ),
      frameworks.map(({ name, controls }) => `- ${name}: ${controls.map(({ id }) => id).join(', ')}`).join('\n'),
    ].join('\n\n'),
    controls: rules
      .map(({ id }) => {
        const lines = frameworks.flatMap((framework) => {
          const own = controlsOf(id, framework);
          return own.length === 0 ? [] : [`  - ${framework.name}: ${own.join(', ')}`];
        });
        return [`- [\`${id}\`](${page(id)})`, ...lines].join('\n');
      })
      .join('\n'),
  };
}

function unique(items, keyOf) {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

const oneLower = { critical: 'high', high: 'medium', medium: 'low' };

/** The requests a danger is about: get, list `secrets`. */
function requests({ verbs, resources, wildcard, isAboutCustomResources, names, podPrivileges, ...danger }) {
  if (wildcard)
    return wildcard.map((factor) => `${factor === 'groups' ? 'API groups' : factor} ${code('*')}`).join(', ');
  const targets = isAboutCustomResources
    ? 'the resources of every other API group'
    : Object.entries(resources).map(([group, ofGroup]) => targetsOf(group, ofGroup));
  const conditions = [
    names && `named like ${code(names.source)}`,
    podPrivileges && `whose name allows it${podPrivileges === 'privileged' ? ', or any' : ''}`,
    danger.isAboutNamespace && `in ${danger.isAboutNamespace}`,
    danger.together && `together with ${danger.together.map(requests).join(' and ')}`,
  ];
  const what = [targets].flat().join('; ');
  return [verbs ? verbs.join(', ') : 'any verb', what, ...conditions].filter(Boolean).join(' ');
}

function targetsOf(group, resources) {
  const names = resources.map((resource) => (resource === '*' ? 'everything' : code(resource))).join(', ');
  return group === '' ? names : `${names} of ${code(group)}`;
}

const page = (id) => `/.github/docs/rules/${id}.md`;

/** A row for each described key, nested ones by their path: `<name>` is any key, `[]` for a list's items. */
function keys(schema, path) {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, value]) => {
    const at = path === '' ? name : `${path}.${name}`;
    return [[code(at), values(value), value.description ?? ''], ...keys(value, at)];
  });
  const any =
    typeof schema.additionalProperties === 'object' ? keys(schema.additionalProperties, `${path}.<name>`) : [];
  const items = schema.items ? keys(schema.items, `${path}[]`) : [];
  return [...own, ...any, ...items];
}

function values(schema) {
  if (schema.enum) return schema.enum.map((value) => code(value)).join(', ');
  const types = [schema.type ?? 'object'].flat().filter((type) => type !== 'null');
  return types
    .map((type) => ({ array: 'list', object: 'mapping', string: 'text', integer: 'number' })[type] ?? type)
    .join(' or ');
}

function code(value) {
  return `\`${value}\``;
}

function escaped(rows) {
  return rows.map((row) => row.map((text) => String(text).trim().replaceAll('\n', ' ').replaceAll('|', '\\|')));
}

/** Aligned, as the formatter has it. */
function table(head, rows) {
  const cells = escaped([head, ...rows]);
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => [...row[column]].length)));
  const pad = (text, width) => text + ' '.repeat(width - [...text].length);
  const line = (row) => `| ${row.map((text, column) => pad(text, widths[column])).join(' | ')} |`;
  const [top, ...below] = cells.map(line);
  return [top, line(widths.map((width) => '-'.repeat(width))), ...below].join('\n');
}

/** A document with each block `<!-- table: NAME -->` … `<!-- end of table -->` filled in. Throws for a name that is none. */
export function filled(text, all) {
  return text.replace(/(<!-- table: (\S+) -->\n)(?:[\s\S]*?\n)??(<!-- end of table -->)/g, (_, open, name, close) => {
    if (all[name] === undefined) throw new Error(`there is no table ${name}`);
    return `${open}${all[name]}\n${close}`;
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { rules } = await import('../build/rules/index.js');
  const { dangers } = await import('../build/rbac/judge/danger-table.js');
  const compliance = await import('../build/report/compliance/frameworks.js');
  for (const path of documents) writeFileSync(join(root, path), filled(read(path), tables(rules, dangers, compliance)));
}
