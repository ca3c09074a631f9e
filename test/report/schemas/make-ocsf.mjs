// Makes ocsf-1.6.0.json: the two event classes the gate writes and the objects in them, as the schema server would compile them.
// node test/report/schemas/make-ocsf.mjs FOLDER, a checkout of https://github.com/ocsf/ocsf-schema (Apache-2.0) at tag 1.6.0.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: node make-ocsf.mjs FOLDER');
const read = (path) => JSON.parse(readFileSync(join(folder, path), 'utf8'));

const classes = ['detection_finding', 'scan_activity'];
/** Objects that the gate writes; an event with another one fails the tests. */
const objects = [
  'actor',
  'analytic',
  'evidences',
  'file',
  'finding_info',
  'group',
  'metadata',
  'object',
  'policy',
  'product',
  'remediation',
  'resource_details',
  'scan',
  'user',
];

const { version } = read('version.json');
const dictionary = read('dictionary.json');
const categories = read('categories.json').attributes;
const eventFiles = new Map(
  readdirSync(join(folder, 'events'), { recursive: true })
    .filter((path) => path.endsWith('.json'))
    .map((path) => read(join('events', path)))
    .map((event) => [event.name, event]),
);
const objectOf = (name) => read(`objects/${name}.json`);
const eventOf = (name) => eventFiles.get(name);

/** The attributes of a class or object with those it inherits and includes; what comes with a profile names it. */
function attributesOf(definition, parentOf) {
  const inherited = definition.extends === undefined ? {} : attributesOf(parentOf(definition.extends), parentOf);
  const { $include = [], ...own } = definition.attributes ?? {};
  const included = Object.assign(
    {},
    ...$include.map((path) => {
      const { name, attributes } = read(path);
      return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { profile: name, ...value }]));
    }),
  );
  const all = { ...inherited };
  for (const [key, value] of [...Object.entries(included), ...Object.entries(own)]) {
    const former = all[key] ?? {};
    all[key] = { ...former, ...value, enum: { ...former.enum, ...value.enum } };
  }
  return all;
}

function compact(definition, parentOf) {
  const attributes = Object.entries(attributesOf(definition, parentOf)).map(([name, attribute]) => {
    const general = dictionary.attributes[name] ?? {};
    const { type, is_array: isArray, sibling, requirement, profile } = { ...general, ...attribute };
    const values = { ...general.enum, ...attribute.enum };
    const deprecated = attribute['@deprecated'] ?? general['@deprecated'];
    return [
      name,
      {
        type,
        ...(isArray ? { array: true } : {}),
        ...(requirement === 'required' ? { required: true } : {}),
        ...(profile ? { profile } : {}),
        ...(sibling ? { sibling } : {}),
        ...(deprecated ? { deprecated: deprecated.since } : {}),
        ...(Object.keys(values).length > 0
          ? { enum: Object.fromEntries(Object.entries(values).map(([id, { caption }]) => [id, caption])) }
          : {}),
      },
    ];
  });
  const { constraints = {} } =
    definition.extends === undefined ? definition : inheritedConstraints(definition, parentOf);
  return {
    attributes: Object.fromEntries(attributes.sort()),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

function inheritedConstraints(definition, parentOf) {
  if (definition.constraints !== undefined || definition.extends === undefined) return definition;
  return inheritedConstraints(parentOf(definition.extends), parentOf);
}

const compiled = classes.map((name) => {
  const event = eventOf(name);
  let root = event;
  while (root.category === undefined) root = eventOf(root.extends);
  const category = categories[root.category];
  const uid = category.uid * 1000 + event.uid;
  const classification = { caption: event.caption, categoryUid: category.uid, category: category.caption };
  return [uid, { ...classification, ...compact(event, eventOf) }];
});
const kept = Object.entries(dictionary.types.attributes).map(([name, { type, regex, max_len, range }]) => [
  name,
  {
    ...(type ? { type } : {}),
    ...(regex ? { regex } : {}),
    ...(max_len ? { max_len } : {}),
    ...(range ? { range } : {}),
  },
]);
const schema = {
  $comment:
    'From https://github.com/ocsf/ocsf-schema (Apache-2.0, Open Cybersecurity Schema Framework), made by make-ocsf.mjs.',
  version,
  types: Object.fromEntries(kept.filter(([name]) => !/^(ip|mac|subnet)_t$/.test(name))),
  classes: Object.fromEntries(compiled),
  objects: Object.fromEntries(objects.map((name) => [name, compact(objectOf(name), objectOf)])),
};

const text = JSON.stringify(schema);
writeFileSync(join(import.meta.dirname, `ocsf-${version}.json`), `${text}\n`);
