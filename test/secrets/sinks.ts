import { createHash } from 'node:crypto';
import { judge } from '../../src/gate.ts';
import { coverageOf } from '../../src/gather/coverage.ts';
import { noChange } from '../../src/gather/render/rendering.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { noContext } from '../../src/render/result/rendering.ts';
import { formatNames, renderReport } from '../../src/report/formats.ts';
import { type Report, reportOf } from '../../src/report/report.ts';
import { unrecorded } from '../../src/report/run-record.ts';
import { renderTerminal } from '../../src/report/terminal/terminal.ts';
import { rules } from '../../src/rules/index.ts';
import { observe } from '../../src/rules/observe.ts';
import { evidenceOfFolders } from '../rules/evidence.ts';
import type { Folder } from '../rules/memory-repository.ts';

/** Files as a side of a change. */
export function folder(files: ReadonlyMap<string, Buffer>): Folder {
  const tree = new Map<string, { mode: string; id: string }>();
  const contents = new Map<string, Buffer>();
  for (const [path, bytes] of files) {
    const id = createHash('sha1').update(bytes).digest('hex');
    tree.set(path, { mode: '100644', id });
    contents.set(id, bytes);
  }
  return { tree, contents };
}

/** The report on a change, as the program makes it. */
export async function reportOn(before: Folder, after: Folder): Promise<Report> {
  const { evidence, manifests } = await evidenceOfFolders(before, after);
  const { range } = evidence.change;
  const observed = observe(evidence, (_, line) => line);
  const verdict = judge({
    observed,
    policy: defaultPolicy,
    failOn: undefined,
    isPush: false,
    after: after.tree,
    unjudged: [],
    notes: [],
    now: 0,
  });
  return reportOf({
    command: 'check',
    range,
    verdict,
    commits: [],
    coverage: coverageOf(manifests, noChange, noContext),
    run: unrecorded(0),
  });
}

/** Every sink that is written to, each as one text. */
export async function sinks(report: Report): Promise<readonly string[]> {
  const context = { rules: rules.map((rule) => ({ ...rule, help: '' })), now: 0 };
  const sinks = [JSON.stringify(report), renderTerminal(report, { colour: true, width: 100 })];
  for (const name of formatNames) sinks.push(await renderReport(name, report, context));
  return sinks;
}
