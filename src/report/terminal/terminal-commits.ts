import type { SignatureState, VerifiedCommit } from '../../signature/model/signature.ts';
import { shortId, signatureLine } from '../wording.ts';
import {
  cells,
  type Paint,
  padded,
  page,
  painter,
  plain,
  type Style,
  type TerminalStyle,
  wrapped,
} from './terminal-text.ts';

/** How many commits are listed, refused ones first; the rest is counted by the line above. */
const shown = 20;

/** One line a commit: mark, id, state, who signed, subject; below it why it is refused. */
export function commitLines(commits: readonly VerifiedCommit[], paint: Paint, width: number): readonly string[] {
  const refusedFirst = commits.toSorted((a, b) => Number(a.signature.accepted) - Number(b.signature.accepted));
  const listed = refusedFirst.slice(0, shown);
  const state = listed.reduce((most, { signature }) => Math.max(most, signature.state.length), 0);
  const signers = listed.map(signer);
  const name = Math.min(
    28,
    signers.reduce((most, signer) => Math.max(most, cells(signer)), 0),
  );
  const rest = commits.length - listed.length;
  return [
    ...listed.flatMap((commit, index) => {
      const { accepted, reason } = commit.signature;
      const [mark, style]: readonly [string, Style] = accepted ? ['✓', 'green'] : ['✗', 'red'];
      const repeated = reason !== undefined && listed[index - 1]?.signature.reason === reason;
      const begin = `  ${paint(`${mark} ${padded(commit.signature.state, state)}`, style)}  ${shortId(commit.sha)}`;
      return [
        `${begin}  ${padded(plain(signers[index] ?? '', name), name)}  ${plain(commit.subject, Math.max(20, width - state - name - 17))}`,
        ...(accepted || repeated || reason === undefined
          ? []
          : wrapped(reason, width, ' '.repeat(state + 6), (line) => paint(line, 'dim'))),
      ];
    }),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}

/** The trusted person behind the key; else who says to have committed, in brackets. */
function signer({ signature, committer }: VerifiedCommit): string {
  const kind = signature.format ? ` (${signature.format})` : '';
  return signature.signer ? `${plain(signature.signer.name)}${kind}` : `[${plain(committer.name)}]${kind}`;
}

/** What `verify` prints: the commits, then how many are accepted. */
export function renderVerifyTerminal(commits: readonly VerifiedCommit[], { colour, width }: TerminalStyle): string {
  const paint = painter(colour);
  const refused = commits.filter(({ signature }) => !signature.accepted);
  const unchecked = (states: readonly SignatureState[]) =>
    states.length > 0 && states.every((state) => state === 'could-not-check');
  const style =
    refused.length === 0 ? 'green' : unchecked(refused.map(({ signature }) => signature.state)) ? 'yellow' : 'red';
  const remedies = [...new Set(refused.flatMap(({ signature }) => signature.remedy ?? []))];
  return page([
    ...commitLines(commits, paint, width),
    ...remedies.flatMap((remedy) => wrapped(remedy, width, '  Fix: ')),
    '',
    paint(commits.length === 0 ? 'No commits to verify' : signatureLine({ commits }), style, 'bold'),
  ]);
}
