import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { InputError } from '../input-error.ts';
import { type FormatName, formatNames, renderReport, reportFormats } from '../report/formats.ts';
import type { Links } from '../report/links.ts';
import { patchFile, type Report } from '../report/report.ts';
import { systemErrorCode } from '../system-error.ts';
import type { WrittenFiles } from './host.ts';

/**
 * Writes the report in every format into the folder, formats for code scanning from `scanned`: without it there are none, also none of an
 * earlier run. The patch of fixes is there where there is one. Throws InputError where that cannot be done.
 */
export async function writeReports(
  report: Report,
  scanned: Report | undefined,
  folder: string | undefined,
  links?: Links,
): Promise<WrittenFiles> {
  if (folder === undefined) return {};
  const { readRuleInfos } = await import('./rule-pages.ts');
  const context = { rules: await readRuleInfos(), now: Date.now(), ...(links === undefined ? {} : { links }) };
  const paths: [FormatName, string][] = [];
  try {
    // A report names files, roles and keys: committed along with manifests it would be judged like one.
    if (await makeFolder(folder)) await writeFile(resolve(folder, '.gitignore'), '*\n');
    for (const name of formatNames) {
      const path = resolve(folder, reportFormats[name].file);
      const shown = reportFormats[name].isScan ? scanned : report;
      if (shown === undefined) await rm(path, { force: true });
      else {
        await writeAnew(path, await renderReport(name, shown, context));
        paths.push([name, path]);
      }
    }
    const patch = resolve(folder, patchFile);
    const text = report.fix?.patch ?? '';
    if (text === '') await rm(patch, { force: true });
    else {
      await writeAnew(patch, text);
      return { ...Object.fromEntries(paths), patch };
    }
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    const what = `reports cannot be written to ${folder} (${code})`;
    throw new InputError([{ what, fix: 'name a folder you may write' }]);
  }
  return Object.fromEntries(paths);
}

/** In the place of what is there: a link, which the change may have committed, is not followed. */
async function writeAnew(path: string, text: string): Promise<void> {
  await rm(path, { force: true });
  await writeFile(path, text, { flag: 'wx' });
}

/** Makes a folder; false where it was there. mkdir's own `recursive` never ends below /proc, where a folder that exists has no room for another. */
async function makeFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'EEXIST') return false;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path);
  }
  return true;
}
