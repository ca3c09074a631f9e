import { list, mapping, scalarText } from '../../plain-values.ts';
import {
  type Allowances,
  allowedFiles,
  joined,
  leftOut,
  lineNumber,
  noAllowances,
  pathInRepository,
} from './allowances.ts';

const filters = 'detect_secrets.filters.regex.should_exclude_';

/** `.secrets.baseline` of detect-secrets: what it lists and nobody labelled a real secret, and the files it excludes. */
export function readSecretsBaseline(value: unknown, root: string): Allowances {
  const { results, filters_used: used } = mapping(value);
  const listed = Object.entries(mapping(results)).flatMap(([name, found], index): readonly Allowances[] => {
    const file = pathInRepository(name, root);
    if (!Array.isArray(found)) return [leftOut(`file ${index + 1}`, 'it has no list of results')];
    return list(found).map((item, each) => readResult(item, file, `file ${index + 1}, result ${each + 1}`));
  });
  const excluded = list(used)
    .map(mapping)
    .flatMap(({ path, pattern }): Allowances[] => {
      const name = scalarText(path);
      const about = /^exclude_(?:line|secret)$/.exec(name.slice(filters.length - 'exclude_'.length))?.[0];
      if (name === `${filters}file`)
        return list(pattern).map((each, index) =>
          allowedFiles(scalarText(each), `excluded files, pattern ${index + 1}`),
        );
      if (!name.startsWith(filters)) return [];
      return [leftOut(about ?? 'an excluded filter', 'it is about values or lines; the policy accepts findings')];
    });
  return joined([...listed, ...excluded]);
}

function readResult(item: unknown, file: string, where: string): Allowances {
  const { line_number: number, is_secret: isSecret } = mapping(item);
  const line = lineNumber(number);
  if (isSecret === true)
    return leftOut(
      where,
      'it is labelled a real secret (is_secret): rotate it',
      line === undefined ? undefined : { file, line },
    );
  if (line === undefined) return leftOut(where, 'it has no line_number');
  return { ...noAllowances, lines: [{ where, file, line }] };
}
