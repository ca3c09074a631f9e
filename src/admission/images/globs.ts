/** A piece of a pattern: a letter as it is, `*` for what has no slash, `**` for anything. */
const pieces = /\*\*|./gs;

/** The repository on Docker Hub that a pattern without a registry means. */
const onDockerHub: Readonly<Record<string, string>> = {
  '*': 'index.docker.io/library/*',
  '*/*': 'index.docker.io/*/*',
};

/** Pieces of both patterns together that are compared. */
const mostSteps = 1_000_000;

/** Whether one glob of sigstore's policy-controller matches all that another one matches (policy-controller, pkg/apis/glob/glob.go, Compile). */
export function coversGlob(own: string, wanted: string): boolean {
  const [pattern, text] = [piecesOf(own), piecesOf(wanted)];
  if (pattern.length * text.length > mostSteps) return own === wanted;
  // Which beginnings of the pattern cover what has been read of the other one.
  let reached = closed(new Set([0]), pattern);
  for (const piece of text) {
    const next = new Set<number>();
    for (const at of reached) {
      const is = pattern[at];
      if (is === '**' || (is === '*' && piece !== '/' && piece !== '**')) next.add(at);
      else if (is === piece) next.add(at + 1);
    }
    reached = closed(next, pattern);
  }
  return reached.has(pattern.length);
}

function piecesOf(glob: string): readonly string[] {
  return (Object.hasOwn(onDockerHub, glob) ? (onDockerHub[glob] ?? glob) : glob).match(pieces) ?? [];
}

/** Stars also match the empty text. */
function closed(places: ReadonlySet<number>, pattern: readonly string[]): ReadonlySet<number> {
  const all = new Set(places);
  for (const at of all) if (pattern[at]?.startsWith('*')) all.add(at + 1);
  return all;
}
