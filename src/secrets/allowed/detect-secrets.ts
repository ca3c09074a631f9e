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
  const listed = Object.entries(mapping(results)).flatMap(([file, found]) =>
    list(found).map((item): Allowances => {
      const { line_number: number, is_secret: isSecret } = mapping(item);
      const [path, line] = [pathInRepository(file, root), lineNumber(number)];
      if (isSecret === true) return leftOut(`${path}:${line}`, 'it is labelled a real secret (is_secret): rotate it');
      if (line === undefined) return leftOut(path, 'it has no line_number');
      return { ...noAllowances, lines: [{ file: path, line }] };
    }),
  );
  const excluded = list(used)
    .map(mapping)
    .flatMap(({ path, pattern }): Allowances[] => {
      const name = scalarText(path);
      if (name === `${filters}file`)
        return list(pattern).map((each, index) =>
          allowedFiles(scalarText(each), `excluded files, pattern ${index + 1}`),
        );
      if (!name.startsWith(filters)) return [];
      return [
        leftOut(
          name.slice(filters.length - 'should_exclude_'.length),
          'it is about values or lines; the policy accepts findings',
        ),
      ];
    });
  return joined([...listed, ...excluded]);
}
