import { list, mapping, text } from '../../plain-values.ts';
import {
  type Allowances,
  allowedFiles,
  joined,
  leftOut,
  lineNumber,
  noAllowances,
  pathInRepository,
} from './allowances.ts';
import { readTomlTables, type TomlTable } from './toml-tables.ts';

/** `.gitleaksignore`: a line each, `file:rule:line` or `commit:file:rule:line`. Of a commit the line is looked up in the file as it is now. */
export function readGitleaksIgnore(content: string, root: string): Allowances {
  return joined(
    content.split(/\r?\n/).map((entry, index) => {
      const line = entry.trim();
      if (line === '' || line.startsWith('#')) return noAllowances;
      const match = /^(?:([0-9a-f]{7,64}):)?(.{1,4096}):([^:]{1,200}):(\d{1,9})$/.exec(line);
      if (match === null) return leftOut(`line ${index + 1}`, 'it is not file:rule:line, nor commit:file:rule:line');
      return {
        ...noAllowances,
        lines: [{ where: `line ${index + 1}`, file: pathInRepository(match[2] ?? '', root), line: Number(match[4]) }],
      };
    }),
  );
}

/** A report or baseline of gitleaks: a list of findings. What they found is not looked at. */
export function readGitleaksReport(value: unknown, root: string): Allowances {
  return joined(
    list(value).map((item, index) => {
      const { File, StartLine } = mapping(item);
      const [file, line] = [text(File), lineNumber(StartLine)];
      if (file === undefined || line === undefined) return leftOut(`item ${index + 1}`, 'it has no File and StartLine');
      return { ...noAllowances, lines: [{ where: `item ${index + 1}`, file: pathInRepository(file, root), line }] };
    }),
  );
}

/** The allowlists of `.gitleaks.toml`: paths are files; what they say of values, rules and commits is left out. Throws TomlError. */
export function readGitleaksConfig(content: string): Allowances {
  return joined(
    readTomlTables(content)
      .filter(({ name }) => /^(?:rules\.)?allowlists?$/.test(name))
      .map(readAllowlist),
  );
}

function readAllowlist({ name, line, values }: TomlTable): Allowances {
  const where = `[${name}] on line ${line}`;
  const has = (key: string) => (values.get(key)?.length ?? 0) > 0;
  const paths = values.get('paths') ?? [];
  const others = ['regexes', 'stopwords', 'commits'].filter(has);
  const left = others.map((key) => leftOut(`${where}: ${key}`, reasons[key] ?? ''));
  if (paths.length === 0) return joined(left);
  if (name.startsWith('rules') || has('targetRules'))
    return joined([
      ...left,
      leftOut(`${where}: paths`, 'they hold for some of gitleaks’ rules alone, which are not the gate’s'),
    ]);
  if (others.length > 0 && /^and$/i.test(values.get('condition')?.[0] ?? ''))
    return joined([
      ...left,
      leftOut(`${where}: paths`, 'they hold only together with what cannot be said (condition = "AND")'),
    ]);
  return joined([...left, ...paths.map((path, index) => allowedFiles(path, `${where}: path ${index + 1}`))]);
}

const byValue = 'it is about values; the policy accepts findings, each by its fingerprint';
const reasons: Readonly<Record<string, string>> = {
  regexes: byValue,
  stopwords: byValue,
  commits: 'a finding about a commit is accepted by its fingerprint',
};
