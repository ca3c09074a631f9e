import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { InputError } from '../input-error.ts';
import type { Report } from '../report/report.ts';
import { systemErrorCode } from '../system-error.ts';
import type { WrittenFiles } from './host.ts';

/** Writes every report format into the folder, for which alone they are loaded; throws InputError where that cannot be done. */
export async function writeReports(report: Report, folder: string | undefined): Promise<WrittenFiles> {
  if (folder === undefined) return {};
  const [{ reportFiles }, { readRuleInfos }] = await Promise.all([
    import('../report/render.ts'),
    import('./rule-pages.ts'),
  ]);
  const context = { rules: await readRuleInfos(), now: Date.now() };
  const pathOf = (name: string) => resolve(folder, name);
  try {
    await makeFolder(folder);
    for (const { name, render } of reportFiles) await writeFile(pathOf(name), render(report, context));
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    const what = `reports cannot be written to ${folder} (${code})`;
    throw new InputError([{ what, fix: 'name a folder you may write' }]);
  }
  return {
    json: pathOf('report.json'),
    markdown: pathOf('report.md'),
    sarif: pathOf('report.sarif'),
    codeQuality: pathOf('gl-code-quality-report.json'),
  };
}

/** mkdir's own `recursive` never ends below /proc, where a folder that exists has no room for another. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path);
  }
}
