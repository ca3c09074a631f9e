import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '../../input-error.ts';
import { type Allowances, noAllowances } from '../../secrets/allowed/allowances.ts';
import { readSecretsBaseline } from '../../secrets/allowed/detect-secrets.ts';
import { readGitleaksConfig, readGitleaksIgnore, readGitleaksReport } from '../../secrets/allowed/gitleaks.ts';
import { parseJson, RepeatedKeyError } from '../../secrets/allowed/parse-json.ts';
import { TomlError } from '../../secrets/allowed/toml-tables.ts';
import { readTrufflehogPaths, readTrufflehogResults } from '../../secrets/allowed/trufflehog.ts';
import { systemErrorCode } from '../../system-error.ts';

/** The scanners whose lists of accepted places are read. */
export const foreignTools = ['gitleaks', 'detect-secrets', 'trufflehog'] as const;

export type ForeignTool = (typeof foreignTools)[number];

/** Bytes of the largest list that is read. */
const longest = 32 * 1024 * 1024;

/** Reads a list of another scanner. `repo`: the folder that whole paths are below. Throws InputError. */
export function readForeign(tool: ForeignTool, file: string, repo: string): Allowances {
  const content = readText(file);
  const root = resolve(repo);
  const allowances = readAs(tool, file, content, root);
  if (Object.values(allowances).every((entries) => entries.length === 0))
    throw unread(file, `is not a list of ${tool}, or names nothing`, tool);
  return allowances;
}

function readAs(tool: ForeignTool, file: string, content: string, root: string): Allowances {
  try {
    switch (tool) {
      case 'gitleaks':
        if (isJson(content)) return readGitleaksReport(parseJson(content), root);
        return isToml(file, content) ? readGitleaksConfig(content) : readGitleaksIgnore(content, root);
      case 'detect-secrets':
        return readSecretsBaseline(parseJson(content), root);
      case 'trufflehog':
        if (/^\s*\{/.test(content)) return readTrufflehogResults(jsonLines(content), root);
        return isJson(content) ? noAllowances : readTrufflehogPaths(content);
    }
  } catch (error) {
    // What JSON.parse says quotes the file, which may hold secrets.
    if (error instanceof RepeatedKeyError) throw unread(file, 'has a key twice in one object', tool);
    if (error instanceof SyntaxError) throw unread(file, 'is not JSON', tool);
    if (error instanceof TomlError) throw unread(file, `cannot be read: ${error.message}`, tool);
    throw error;
  }
}

function readText(file: string): string {
  let bytes: Buffer;
  try {
    if (!statSync(file).isFile())
      throw new InputError([{ what: `${file} is not a file`, fix: 'name the list to import' }]);
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const what = `${file} cannot be read (${systemErrorCode(error) ?? 'it is too large'})`;
    throw new InputError([{ what, fix: 'name the list to import' }]);
  }
  if (bytes.length > longest) {
    throw new InputError([{ what: `${file} has more than ${longest} bytes`, fix: 'name a list of accepted places' }]);
  }
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

const isToml = (file: string, content: string): boolean =>
  file.endsWith('.toml') || /^[ \t]*\[{1,2}[ \t]*(?:rules|allowlists?|extend)\b/m.test(content);

/** Whether the whole is JSON, as no list of lines or patterns is by chance: a collection, a text in quotation marks or null. */
function isJson(content: string): boolean {
  if (/^\s*\[\s*\{/.test(content)) return true;
  if (!/^\s*(?:[[{"]|null\s*$)/.test(content)) return false;
  try {
    JSON.parse(content);
    return true;
  } catch {
    return false;
  }
}

const jsonLines = (content: string): readonly unknown[] =>
  content.split('\n').flatMap((line) => (line.trim() === '' ? [] : [parseJson(line)]));

const kinds: Readonly<Record<ForeignTool, string>> = {
  gitleaks: '.gitleaksignore, .gitleaks.toml, or a report of gitleaks as JSON',
  'detect-secrets': '.secrets.baseline',
  trufflehog: 'the file of --exclude-paths, or the results of trufflehog --json',
};

const unread = (file: string, why: string, tool: ForeignTool) =>
  new InputError([{ what: `${file} ${why}`, fix: `name ${kinds[tool]}` }]);
