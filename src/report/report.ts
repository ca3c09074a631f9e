import type { Finding, Verdict } from '../gate.ts';
import type { Range } from '../git/range/range.ts';
import { defaultPolicy } from '../policy/defaults.ts';
import type { Access } from '../rbac/judge/access.ts';
import type { VerifiedCommit } from '../signature/model/signature.ts';
import { version } from '../version.ts';
import type { AgeRow } from './ages.ts';
import type { PostureSection } from './posture/section.ts';
import type { PreviousReport } from './previous-report.ts';
import { redact } from './redact.ts';
import type { RunRecord } from './run-record.ts';
import { listed, type Tally, tally } from './tally.ts';

/** What was read, and what was not and why. */
export interface Coverage {
  readonly filesChanged: number;
  readonly filesRead: number;
  readonly contextFilesRead: number;
  readonly readWithoutStructure: readonly { readonly file: string; readonly why: string }[];
  readonly skipped: readonly { readonly file: string; readonly why: string }[];
  /** What was rendered; absent where the repository has nothing that a tool builds. */
  readonly rendering?: RenderingCoverage;
  /** What the commits were compared with by `unusual-change`; absent where there were none to compare. */
  readonly history?: HistoryCoverage;
}

/** How many earlier changes are there to compare with. */
export interface HistoryCoverage {
  readonly changes: number;
  /** Why nothing was compared; absent where it was. */
  readonly notCompared?: string;
}

/** Which kustomizations and charts were rendered. */
export interface RenderingCoverage {
  /** Roots of the head's side. */
  readonly found: number;
  /** Of these, those whose inputs the change does not alter. */
  readonly reused: number;
  readonly rendered: number;
  readonly notRendered: readonly { readonly root: string; readonly why: string }[];
  /** The programs that rendered, with their versions: `kustomize 5.7.1`. */
  readonly tools: readonly string[];
  readonly milliseconds: number;
}

/** How to make findings go away, judged again. */
export interface ReportFix {
  /** For `git apply`; empty where nothing can be done. No secret is in it. */
  readonly patch: string;
  /** Files whose part is written without the lines that it takes out. */
  readonly blind: readonly string[];
  /** Files that it leaves out. */
  readonly leftOut: readonly string[];
  readonly fixed: readonly { readonly fingerprint: string; readonly what: string }[];
  readonly left: readonly { readonly fingerprint: string; readonly why: string }[];
}

/** Everything a renderer needs; each renderer is a pure function of it. */
export interface Report extends Tally {
  readonly toolVersion: string;
  readonly command: 'check' | 'audit' | 'posture' | 'verify';
  readonly range: Range;
  readonly verdict: Verdict;
  readonly commits: readonly VerifiedCommit[];
  readonly coverage: Coverage;
  readonly run: RunRecord;
  /** The report of an earlier run, where one was given: by it findings are new, known or gone. */
  readonly previous?: PreviousReport;
  /** Who can do more or less than before, of an audit who can do what; absent where permissions were not compared. */
  readonly access?: Access;
  /** How old secrets are, the worst first; absent where nobody asked. */
  readonly ages?: readonly AgeRow[];
  /** How to make the findings go away; absent where nobody looked. */
  readonly fix?: ReportFix;
  /** How the repository is set up on its forge; absent where nobody asked. */
  readonly posture?: PostureSection;
  /** What is to be said of findings that are not listed; absent where all are. */
  readonly notListed?: string;
}

/** Why the patch among the reports does not fix what `fix --apply` does. */
export const notInPatch = 'a patch would put a secret back: gitops-gate fix --apply';

/** The file of the patch, in the folder of the reports. */
export const patchFile = 'fix.patch';

/** Places of one finding that a report lists, and files of one list: one value may be in every file there is. */
const [mostPlaces, mostFiles] = [500, 5_000];

type Given = Pick<
  Report,
  'command' | 'range' | 'verdict' | 'commits' | 'coverage' | 'run' | 'previous' | 'access' | 'ages' | 'posture'
> & {
  /** `limits.findings` of the policy, where there is one. */
  readonly mostFindings?: number;
};

/** Without what nobody reads: places and files beyond those that are listed are counted. */
function bounded({ verdict: all, coverage, mostFindings = defaultPolicy.limits.findings, ...rest }: Given) {
  const { verdict, notListed } = listed(all, mostFindings);
  const { skipped, readWithoutStructure } = coverage;
  const notes = [
    ...moreFiles(skipped.length, 'were skipped'),
    ...moreFiles(readWithoutStructure.length, 'were read without structure'),
  ];
  return {
    ...rest,
    ...(notListed === undefined ? {} : { notListed }),
    verdict: {
      ...verdict,
      findings: verdict.findings.map(withFewerPlaces),
      suppressed: verdict.suppressed.map(withFewerPlaces),
      notes: [...verdict.notes, ...notes],
    },
    coverage: {
      ...coverage,
      skipped: skipped.slice(0, mostFiles),
      readWithoutStructure: readWithoutStructure.slice(0, mostFiles),
    },
  };
}

function moreFiles(count: number, what: string): readonly string[] {
  return count > mostFiles ? [`${count - mostFiles} more files ${what} than are listed.`] : [];
}

function withFewerPlaces<F extends Finding>(finding: F): F {
  const { places = [], details = [] } = finding;
  if (places.length <= mostPlaces) return finding;
  const more = `It is in ${places.length - mostPlaces} more places than are listed.`;
  return { ...finding, places: places.slice(0, mostPlaces), details: [...details, more] };
}

/** The report of a verdict, its counts filled in. No text in it holds a credential: this is the one way to every sink. */
export function reportOf(given: Given): Report {
  return { toolVersion: version, ...redact(bounded(given)), ...tally(given.verdict) };
}
