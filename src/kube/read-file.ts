import type { YamlLimits } from '../yaml/document.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import { resourcesOf } from './resources.ts';
import type { FileSide } from './touched-file.ts';
export interface FileContent {
  readonly path: string;
  readonly mode: string;
  readonly id: string;
  readonly size: number;
  readonly bytes: Buffer | undefined;
  readonly why: 'missing' | 'oversize' | undefined;
  readonly inChart: boolean;
  readonly limits: YamlLimits;
}
export function readFile({ path, mode, id, size, bytes, limits }: FileContent): FileSide {
  if (bytes === undefined || !/\.(ya?ml|json)$/.test(path))
    return {
      id,
      mode,
      size,
      structure: 'text',
      text: '',
      bytes: bytes ?? Buffer.alloc(0),
      documents: [],
      resources: [],
      unreadable: [],
    };
  const { documents, unreadable } = parseYaml(bytes, limits);
  return {
    id,
    mode,
    size,
    structure: 'manifest',
    text: bytes.toString('utf8'),
    bytes,
    documents,
    unreadable,
    resources: documents.flatMap((d) => resourcesOf(d, path)),
  };
}
