import type { HiddenCharacters } from '../../hidden/hidden-characters.ts';
import type { HiddenPath } from '../../hidden/hiding-attributes.ts';
import type { UnseenKind } from '../../hidden/unseen-characters.ts';
import { worse } from '../../severity.ts';
import type { Observation, Rule } from '../rule.ts';

/** What a change keeps from the eyes of who reviews it: by attributes of git, or by characters that are not seen. */
export const hiddenFromDiff: Rule = {
  id: 'hidden-from-diff',
  category: 'repository',
  severity: 'high',
  summary: 'A change to manifests that a diff does not show: by .gitattributes, or by characters nobody sees.',
  *check({ hidden: { manifests, characters } }) {
    for (const paths of byLine(manifests.paths)) yield paths[0]?.isNewFile ? ofNewFiles(paths) : byAttributes(paths);
    for (const { file, why } of manifests.unknown) {
      yield {
        message: `What ${file} hides from a diff is not known: ${why}.`,
        remedy: 'Make it smaller: attributes of a repository are a few lines.',
        position: { file, line: 1, column: 1 },
        subject: ['unread', file],
      };
    }
    for (const found of characters) yield byCharacters(found);
  },
};

/** Paths by the line that hides them. */
function byLine(paths: readonly HiddenPath[]): readonly (readonly HiddenPath[])[] {
  const lines = new Map<string, HiddenPath[]>();
  for (const one of paths) {
    const key = JSON.stringify([one.source.file, one.source.line, one.isNewFile]);
    const group = lines.get(key) ?? [];
    lines.set(key, group);
    group.push(one);
  }
  return [...lines.values()];
}

function byAttributes(paths: readonly HiddenPath[]): Observation {
  const [first] = paths;
  if (first === undefined) throw new Error('a line that hides nothing is not observed');
  const { file, line } = first.source;
  const names = [...new Set(paths.map(({ path }) => path))];
  const attributes = [...new Set(paths.map(({ attribute }) => attribute))];
  const effects = [...new Set(paths.map(({ effect }) => effect))];
  const others = names.length > 1 ? ` and ${names.length > 4 ? 'more' : `${names.length - 1} more`}` : '';
  return {
    message: `${file} hides manifests (${names[0]}${others}) by ${attributes.join(' ')}: ${effects.join(', and ')}.`,
    remedy: `Remove the ${attributes.length > 1 ? 'attributes' : 'attribute'} from manifests, so that reviewers see what changes in them.`,
    ...(names.length > 1 ? { details: names } : {}),
    severity: paths.map(({ severity }) => severity).reduce(worse),
    position: { file, line, column: 1 },
    subject: ['attributes', file, ...attributes],
  };
}

/** New manifests where the base hides what is there: the line is not new, and so the finding is at the first of the files. */
function ofNewFiles(paths: readonly HiddenPath[]): Observation {
  const [first] = paths;
  if (first === undefined) throw new Error('a line that hides nothing is not observed');
  const { file, line } = first.source;
  const names = [...new Set(paths.map(({ path }) => path))];
  const attributes = [...new Set(paths.map(({ attribute }) => attribute))];
  const others = names.length > 1 ? `, with ${names.length > 4 ? 'more' : `${names.length - 1} more`},` : '';
  return {
    message: `${first.path} is a new manifest${others} that a reviewer of the diff does not see: line ${line} of ${file} says ${attributes.join(' ')} of it.`,
    remedy: `Review the file itself; where people write such files, take ${attributes.join(' ')} away from them in ${file}.`,
    ...(names.length > 1 ? { details: names } : {}),
    severity: paths.map(({ severity }) => severity).reduce(worse),
    position: { file: first.path, line: 1, column: 1 },
    subject: ['new file', file, ...attributes, ...names],
  };
}

/** What the characters of a kind do, behind "which". */
const effects: Readonly<Record<UnseenKind, string>> = {
  reordered: 'show a line in another order than it is read in',
  'line-break': 'are line breaks that a diff does not show: what looks like one line is several',
  control: 'a terminal obeys instead of showing them',
  smuggled: 'carry text that nothing shows',
  invisible: 'make a name another than it looks like',
};

/** Characters written out in one message. */
const mostNamed = 5;

function byCharacters({ kind, file, scope, isName, found }: HiddenCharacters): Observation {
  const counts = new Map<number, number>();
  for (const { code } of found) counts.set(code, (counts.get(code) ?? 0) + 1);
  const codes = [...counts].map(([code, count]) => `${written(code)}${count > 1 ? ` × ${count}` : ''}`);
  const more = codes.length > mostNamed ? ` and ${codes.length - mostNamed} more` : '';
  const [first, ...rest] = found.map(({ position }) => position);
  return {
    message: `${isName ? `The name of ${file}` : file} holds characters (${codes.slice(0, mostNamed).join(', ')}${more}) which ${effects[kind]}.`,
    remedy: isName
      ? 'Rename the file without them.'
      : 'Remove them; where a value needs them, write it in double quotes with escapes ("\\u200b"), which a reviewer sees.',
    ...(first === undefined ? {} : { position: first }),
    ...(rest.length > 0 && !isName ? { places: rest.slice(0, 20) } : {}),
    scope,
    subject: ['characters', kind, ...(isName ? ['name'] : []), ...codes],
  };
}

function written(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
