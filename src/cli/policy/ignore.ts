import { groupBy } from '../../groups.ts';
import { InputError, type Problem } from '../../input-error.ts';
import { nearest } from '../../nearest.ts';
import { ignoreEntry, ignoreProblems } from '../../policy/ignore-entry.ts';
import { policyFolder } from '../../policy/trusted-folder.ts';
import { rulesOfSettings } from '../../report/compliance/topics-of-rules.ts';
import { count } from '../../report/wording.ts';
import { rules } from '../../rules/index.ts';
import { matchAllowances } from '../../secrets/allowed/match-allowances.ts';
import type { Arguments } from '../arguments.ts';
import { note, say } from '../output.ts';
import { type FoundFinding, fingerprintProblems, oneOf, readFindings, sourceProblems } from './find-finding.ts';
import { foreignTools, readForeign } from './import-foreign.ts';

/**
 * `ignore`: prints the entry that accepts one finding, those for all of a rule, or those for the places that another scanner passes over.
 * All that is wrong with the call is said before anything is judged.
 */
export async function ignoreCommand(args: Arguments): Promise<number> {
  const reason = args.values.get('reason') ?? '';
  const until = args.values.get('until') ?? '';
  const problems = [
    ...selectionProblems(args),
    ...sourceProblems(args),
    ...ignoreProblems({ reason, until }, Date.now()),
  ];
  if (problems.length > 0) throw new InputError(problems);
  const chosen = await choose(args);
  say(chosen.map((finding) => ignoreEntry({ ...finding, reason, until }, Date.now())).join(''));
  note(
    `${count(chosen.length, 'item')} for the list "ignore:" of ${policyFolder(args.values.get('policy-path'))}/policy.yaml, in a change of the base branch.`,
  );
  return 0;
}

async function choose(args: Arguments): Promise<readonly FoundFinding[]> {
  if (args.values.has('import')) return importedFrom(args);
  const found = await readFindings(args);
  return args.switches.has('all') ? allOf(found, args) : [oneOf(found, args.positionals[0] ?? '', args)];
}

/** Rules about values: only these are what another scanner speaks of. */
const aboutValues = ['plaintext-secret', 'placeholder-secret'];

/** Entries with one reason that are named one by one, and reasons. */
const [mostNamed, mostReasons] = [3, 20];

/** The secrets at the places that another scanner's list names; what is not taken from it is said. Throws InputError where nothing is. */
async function importedFrom(args: Arguments): Promise<readonly FoundFinding[]> {
  const [file = ''] = args.positionals;
  const tool = foreignTools.find((each) => each === args.values.get('import')) ?? 'gitleaks';
  const allowances = readForeign(tool, file, args.values.get('repo') ?? process.cwd());
  const isStated = ['report', 'base', 'head'].some((flag) => args.values.has(flag)) || args.switches.has('staged');
  const switches = isStated ? args.switches : new Set([...args.switches, 'audit']);
  const found = (await readFindings({ ...args, switches })).filter(({ rule }) => aboutValues.includes(rule));
  const { allowed, leftOut } = matchAllowances(allowances, found);
  sayLeftOut(leftOut, file);
  if (allowed.length > 0) return allowed;
  const fix = 'nothing needs to be accepted, or the list is of another state: --rev REV reads that one';
  throw new InputError([{ what: `the gate finds no secret at a place that ${file} names`, fix }]);
}

/** What is not taken from a list: many entries with one reason are named together. */
function sayLeftOut(leftOut: readonly { readonly what: string; readonly why: string }[], file: string): void {
  const reasons = [...groupBy(leftOut, ({ why }) => why)];
  for (const [why, entries] of reasons.slice(0, mostReasons)) {
    const names = entries.map(({ what }) => what);
    const rest = names.length - mostNamed;
    const said = rest > 0 ? [`${names.slice(0, mostNamed).join(', ')} and ${rest} more`] : names;
    for (const name of said) note(`not taken from ${file}: ${name}: ${why}`);
  }
  const more = reasons.slice(mostReasons).reduce((sum, [, entries]) => sum + entries.length, 0);
  if (more > 0) note(`and ${more} more that are not taken`);
}

/** What is wrong with how findings are chosen: one by its fingerprint, all of a rule, or those of another scanner's list. */
function selectionProblems({ positionals, switches, values }: Arguments): readonly Problem[] {
  const [fingerprint] = positionals;
  const rule = values.get('rule');
  if (values.has('import')) {
    if (fingerprint === undefined)
      return [{ what: '--import needs a FILE', fix: 'ignore --import gitleaks .gitleaksignore' }];
    const others = [...(switches.has('all') ? ['--all'] : []), ...(rule === undefined ? [] : ['--rule'])];
    return others.map((flag) => ({ what: `--import and ${flag} exclude each other`, fix: 'give one of them' }));
  }
  if (!switches.has('all')) {
    const alone: Problem = { what: '--rule goes with --all', fix: 'accept one by its fingerprint, or add --all' };
    return rule === undefined ? fingerprintProblems(fingerprint ?? '') : [alone];
  }
  if (fingerprint !== undefined) {
    return [{ what: 'a fingerprint and --all exclude each other', fix: 'give one of them' }];
  }
  if (rule === undefined) {
    return [{ what: '--all needs --rule', fix: 'name the rule whose findings are accepted: --rule RULE' }];
  }
  const ids = rules.map(({ id }) => id);
  if (ids.includes(rule)) return [];
  const meant = nearest(rule, ids);
  const fix = meant === undefined ? `one of: ${ids.join(', ')}` : `did you mean ${meant}?`;
  return [{ what: `there is no rule ${JSON.stringify(rule)}`, fix }];
}

function allOf(found: readonly FoundFinding[], { values, switches }: Arguments): readonly FoundFinding[] {
  const rule = values.get('rule') ?? '';
  const chosen = found.filter((finding) => finding.rule === rule);
  if (chosen.length > 0) return chosen;
  const others = [...new Set(found.map((finding) => finding.rule))];
  const isElsewhere = !values.has('report') && elsewhere(rule, switches);
  const fix = others.length === 0 ? 'there is no finding at all' : `there are findings of ${others.join(', ')}`;
  throw new InputError([{ what: `there is no finding of ${rule}`, fix: isElsewhere || fix }]);
}

/** What must be said to have findings of a rule that are not looked for by themselves; undefined of any other rule. */
function elsewhere(rule: string, switches: Arguments['switches']): string | undefined {
  if (rule === 'secret-stale') return switches.has('ages') ? undefined : 'add --ages: only then it is looked for';
  return rulesOfSettings.has(rule)
    ? 'name a report that has it: gitops-gate posture --format json > report.json, then --report report.json'
    : undefined;
}
