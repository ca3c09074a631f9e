import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { WrittenFiles } from '../host/host.ts';
import { InputError } from '../input-error.ts';
import { renderFiles } from '../report/render.ts';
import type { Report } from '../report/report.ts';

/** Writes every report format into the folder; throws InputError where that cannot be done. */
export async function writeReports(report: Report, folder: string | undefined): Promise<WrittenFiles> {
  if (folder === undefined) return {};
  const written: Record<string, string> = {};
  try {
    await mkdir(folder, { recursive: true });
    for (const { format, name, text } of renderFiles(report)) {
      const file = resolve(join(folder, name));
      await writeFile(file, text);
      written[format] = file;
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new InputError([
      { what: `reports cannot be written to ${folder} (${code})`, fix: 'name a folder you may write' },
    ]);
  }
  return written;
}
