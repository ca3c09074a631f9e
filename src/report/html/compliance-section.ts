import { type Assessment, assess, type FrameworkAssessment, type Result } from '../compliance/assess.ts';
import type { Report } from '../report.ts';
import type { RuleInfo } from '../rule-info.ts';
import { count, shownFingerprint } from '../wording.ts';
import { note, type Section, table } from './elements.ts';
import type { Anchors } from './findings-section.ts';
import { htmlText } from './html-text.ts';

/** Findings of one control that are linked. */
const mostLinks = 5;

const words: Readonly<Record<Result, string>> = {
  findings: 'findings',
  accepted: 'accepted findings',
  'partly-judged': 'nothing found, partly judged',
  'nothing-found': 'nothing found',
  'not-checked': 'not checked',
  'no-rule': 'no rule speaks to it',
};

const summaryWords: Readonly<Record<Result, string>> = {
  findings: 'with findings',
  accepted: 'with accepted findings',
  'partly-judged': 'with nothing found and partly judged',
  'nothing-found': 'with nothing found',
  'not-checked': 'not checked',
  'no-rule': 'without a rule',
};

const tones: Readonly<Record<Result, string>> = {
  findings: 'blocked',
  accepted: 'could-not-judge',
  'partly-judged': 'could-not-judge',
  'nothing-found': 'passed',
  'not-checked': 'soft',
  'no-rule': 'soft',
};

/** By framework and control: the rules that speak to it, what they found, and what no repository shows. */
export function complianceSection(
  report: Report,
  rules: readonly Pick<RuleInfo, 'id' | 'category'>[],
  anchors: Anchors,
): Section {
  const frameworks = assess(report, rules);
  const about =
    report.command === 'audit'
      ? 'All that is in the repository at this revision, as the controls of nine frameworks see it.'
      : report.command === 'posture'
        ? 'How the repository is set up on its forge, as the controls of nine frameworks see it.'
        : 'This change, as the controls of nine frameworks see it. What was there before is not judged here: an audit does that.';
  return {
    id: 'compliance',
    title: 'Compliance',
    html: [
      note(
        `${about} No control is met by this page alone: it says what the rules that speak to a control looked at, and what they found.`,
      ),
      ...frameworks.map((each) => frameworkPart(each, anchors)),
    ].join('\n'),
  };
}

function frameworkPart({ framework, controls }: FrameworkAssessment, anchors: Anchors): string {
  const { name, version } = framework;
  const heads = ['Control', 'Result', 'Rules that speak to it', 'Outside a repository'];
  const body = table(
    `${name} ${version}`,
    heads,
    controls.map((each) => controlRow(each, anchors)),
  );
  return `<details class="fold framework"><summary><b>${htmlText(name)}</b> <span class="soft">${htmlText(version)}: ${htmlText(summary(controls))}</span></summary>${body}</details>`;
}

/** `10 controls: 3 with findings, 5 with nothing found, 2 without a rule`. */
function summary(controls: readonly Assessment[]): string {
  const number = (result: Result) => controls.filter((each) => each.result === result).length;
  const parts = (Object.keys(summaryWords) as Result[]).flatMap((result) =>
    number(result) > 0 ? `${number(result)} ${summaryWords[result]}` : [],
  );
  return `${count(controls.length, 'control')}: ${parts.join(', ')}`;
}

function controlRow({ control, rules, result, findings, accepted, because, commits }: Assessment, anchors: Anchors) {
  const blocking = findings.filter((finding) => finding.blocking).length;
  const evidence = [
    ...(findings.length > 0
      ? [`${count(findings.length, 'finding')} (${blocking} ${blocking === 1 ? 'blocks' : 'block'})`]
      : []),
    ...(accepted.length > 0 ? [`${count(accepted.length, 'finding')} accepted by the base branch`] : []),
    ...(commits === undefined ? [] : [`${commits.accepted} of ${count(commits.verified, 'commit')} accepted`]),
    ...because,
  ].map((text) => `<br><small class="soft">${htmlText(text)}</small>`);
  const ids = findings.slice(0, mostLinks).map(({ fingerprint }) => {
    const [anchor, id] = [anchors.get(fingerprint), fingerprint.slice(0, shownFingerprint)];
    return anchor === undefined ? `<code>${id}</code>` : `<a href="#${anchor}">${id}</a>`;
  });
  const more = findings.length > ids.length ? ' …' : '';
  return [
    `<b>${htmlText(control.id)}</b><br><small>${htmlText(control.name)}</small>`,
    `<b class="state ${tones[result]}">${words[result]}</b>${evidence.join('')}${ids.length > 0 ? `<br><small>${ids.join(' ')}${more}</small>` : ''}`,
    `<small>${rules.map(htmlText).join(', ')}</small>`,
    `<small class="soft">${htmlText(control.outside)}</small>`,
  ];
}
