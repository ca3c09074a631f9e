import { type Severity, severities } from '../severity.ts';

/** A finding of an earlier report: enough to say that it is gone. */
export interface PreviousFinding {
  readonly fingerprint: string;
  readonly rule: string;
  readonly category: string;
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
  readonly file?: string;
  readonly line?: number;
}

/** An earlier report of the same kind of run, by which findings are new, known or gone. */
export interface PreviousReport {
  readonly command: string;
  readonly repository: string | undefined;
  /** Ignored ones among them. */
  readonly findings: readonly PreviousFinding[];
}

/** Reads a report.json of an earlier run; what is not one throws an Error that says in what. The file may be anybody's: nothing in it is trusted to be as it should. */
export function readPreviousReport(text: string): PreviousReport {
  const report = parse(text);
  if (field(report, 'schemaVersion') !== 1) throw new Error('it is not a report.json of this version');
  const lists = [field(report, 'findings'), field(report, 'suppressed')];
  const records = lists.flatMap((list) => {
    if (!Array.isArray(list)) throw new Error('it has no list of findings');
    return list as unknown[];
  });
  const command = field(report, 'command');
  const repository = field(field(report, 'run'), 'repository');
  return {
    command: typeof command === 'string' ? command : '',
    repository: typeof repository === 'string' ? repository : undefined,
    findings: records.map(findingOf),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('it is not JSON');
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function findingOf(record: unknown): PreviousFinding {
  const text = (name: string): string => {
    const value = field(record, name);
    if (typeof value !== 'string') throw new Error(`a finding lacks ${name}`);
    return value;
  };
  const severity = severities.find((each) => each === field(record, 'severity'));
  if (severity === undefined) throw new Error('a finding lacks severity');
  const [file, line] = [field(record, 'file'), field(record, 'line')];
  return {
    fingerprint: text('fingerprint'),
    rule: text('rule'),
    category: text('category'),
    severity,
    message: text('message'),
    remedy: text('remedy'),
    ...(typeof file === 'string' ? { file } : {}),
    ...(typeof line === 'number' && Number.isSafeInteger(line) && line > 0 ? { line } : {}),
  };
}
