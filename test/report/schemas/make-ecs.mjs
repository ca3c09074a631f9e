// Makes ecs-<version>.json: the fields of ECS that the gate may write.
// node test/report/schemas/make-ecs.mjs FOLDER, a checkout of https://github.com/elastic/ecs (Apache-2.0) at a release's tag.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: node make-ecs.mjs FOLDER');
const version = readFileSync(join(folder, 'version'), 'utf8').trim();
const flat = load(readFileSync(join(folder, 'generated/ecs/ecs_flat.yml'), 'utf8'));
const sets =
  /^(?:@timestamp|message|tags|labels|ecs\.|event\.|error\.|file\.(?:path|name)$|observer\.[a-z]+$|orchestrator\.|related\.|rule\.|user\.[a-z]+$)/;
const fields = Object.entries(flat)
  .filter(([name]) => sets.test(name))
  .map(([name, { type, object_type, normalize = [], ignore_above, allowed_values = [], required }]) => [
    name,
    {
      type: type === 'object' && object_type ? `object of ${object_type}` : type,
      ...(normalize.includes('array') ? { array: true } : {}),
      ...(required ? { required: true } : {}),
      ...(ignore_above ? { ignoreAbove: ignore_above } : {}),
      ...(allowed_values.length > 0
        ? {
            values: Object.fromEntries(
              allowed_values.map(({ name, expected_event_types = [] }) => [name, expected_event_types]),
            ),
          }
        : {}),
    },
  ]);
const schema = {
  $comment:
    'From https://github.com/elastic/ecs (Apache-2.0, Elasticsearch B.V.), generated/ecs/ecs_flat.yml, made by make-ecs.mjs.',
  version,
  fields: Object.fromEntries(fields),
};
writeFileSync(join(import.meta.dirname, `ecs-${version}.json`), `${JSON.stringify(schema)}\n`);
