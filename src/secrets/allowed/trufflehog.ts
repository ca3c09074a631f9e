import { isMapping, mapping, text } from '../../plain-values.ts';
import {
  type Allowances,
  allowedFiles,
  joined,
  leftOut,
  lineNumber,
  noAllowances,
  pathInRepository,
} from './allowances.ts';

/** The file of `trufflehog --exclude-paths`: a pattern a line. */
export function readTrufflehogPaths(content: string): Allowances {
  return joined(
    content.split(/\r?\n/).map((line, index) => {
      const pattern = line.trim();
      return pattern === '' || pattern.startsWith('#') ? noAllowances : allowedFiles(pattern, `line ${index + 1}`);
    }),
  );
}

/** The results of `trufflehog --json`: an object a line. What they found is not looked at; what worked when it was tried is left out. */
export function readTrufflehogResults(values: readonly unknown[], root: string): Allowances {
  return joined(
    values.map((value, index) => {
      const { SourceMetadata, Verified } = mapping(value);
      if (SourceMetadata === undefined) return noAllowances;
      const source = Object.values(mapping(mapping(SourceMetadata).Data)).find(isMapping) ?? {};
      const [path, line] = [text(source.file), lineNumber(source.line)];
      if (path === undefined || line === undefined) return leftOut(`result ${index + 1}`, 'it names no file and line');
      const file = pathInRepository(path, root);
      const where = `result ${index + 1}`;
      if (Verified === true)
        return leftOut(where, 'the provider accepted it when it was found (Verified): rotate it', { file, line });
      return { ...noAllowances, lines: [{ where, file, line }] };
    }),
  );
}
