import type { UnusualCommit } from '../../history/judge/analyse-history.ts';
import type { FiredSignal, JudgedChange } from '../../history/judge/judge-change.ts';
import type { Observation, Rule } from '../rule.ts';

/** What few earlier changes of the same repository are like. */
export const unusualChange: Rule = {
  id: 'unusual-change',
  category: 'repository',
  severity: 'low',
  summary: 'A commit is unlike nearly all earlier ones of the repository.',
  isAdvisory: true,
  *check({ past }) {
    for (const commit of past?.unusual ?? []) yield observationOf(commit);
  },
};

/** Signals that the message names; the others are details. */
const named = 3;

function observationOf(commit: UnusualCommit): Observation {
  const { sha, subject, signals, score, asHigh, of, by } = commit;
  const whats = signals.slice(0, named).map(({ what }) => what);
  const more = signals.length > named ? ` (and ${signals.length - named} more)` : '';
  const among = `${number(of)} earlier changes${authors[by]}`;
  return {
    message: `Commit ${sha.slice(0, 12)} (${subject}) is unusual here: ${whats.join('; ')}${more}.`,
    remedy:
      'Ask its author over another channel than this request, such as a call or a chat, whether it is theirs, before it is merged.',
    details: [
      ...signals.map((signal) => detail(signal, by)),
      `As unusual or more (score ${score.toFixed(1)}): ${number(asHigh)} of ${among}.`,
    ],
    commit: sha,
    subject: ['commit', sha],
  };
}

const authors: Readonly<Record<JudgedChange['by'], string>> = { people: ' by people', bots: ' by bots', all: '' };

function detail({ what, rate, weight }: FiredSignal, by: JudgedChange['by']): string {
  const usual =
    rate === undefined
      ? 'the history does not say how often'
      : `so it was in ${number(rate.fired)} of ${number(rate.of)} earlier changes${authors[by]} of which it is known`;
  return `${what.slice(0, 1).toUpperCase()}${what.slice(1)}: ${usual} (weight ${weight.toFixed(1)}).`;
}

const number = (count: number) => count.toLocaleString('en');
