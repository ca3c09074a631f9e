import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, graphql } from 'graphql';

const schema = buildSchema(readFileSync(join(import.meta.dirname, 'schema.graphql'), 'utf8'));

/** Runs a request against GitHub's own schema: what is not in it is refused. */
export function runGraphql(source, variableValues, rootValue) {
  return graphql({ schema, source, variableValues, rootValue });
}
