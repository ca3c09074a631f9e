import { isControlFile } from '../../../posture/model/control-files.ts';
import type { Change, ControlFiles } from '../../evidence.ts';

/** The controlFiles of both sides; where only touched files were read, those. */
export function controlFilesOf({ controlFiles, touched }: Change): ControlFiles {
  if (controlFiles) return controlFiles;
  const side = (name: 'before' | 'after') =>
    new Map(
      touched.flatMap((file) =>
        file[name] && isControlFile(file.path) ? [[file.path, file[name].bytes] as const] : [],
      ),
    );
  return { before: side('before'), after: side('after') };
}
