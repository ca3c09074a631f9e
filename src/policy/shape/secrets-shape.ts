import { severities } from '../../severity.ts';
import { Pattern } from '../pattern.ts';
import { UnreadPatternError } from '../pattern-syntax.ts';
import { checked, choice, list, quote, record, text } from './shape.ts';
import { shortName } from './text-shapes.ts';

/** Steps of one pattern, so that a text is searched in a time that grows with it alone. */
const mostSteps = 400;

const secretPattern = checked(
  text(
    /^[^\n]{4,500}$/u,
    'a regular expression of 4 to 500 characters in one line, as RE2 reads it',
    'acme_[0-9A-Za-z]{32}',
  ),
  (value, path, complain) => {
    const pattern = readable(value);
    if (pattern instanceof UnreadPatternError) {
      complain(
        path,
        'value',
        `a pattern that cannot be read ${pattern.message}`,
        'use literals, classes, groups, choices and repetitions of RE2; no look-around, no back-references, no named classes',
      );
    } else if (pattern.size > mostSteps) {
      complain(path, 'value', 'a pattern of too many steps', 'repeat less: [a-z]{32} has 32 steps of 400');
    } else if (!pattern.needed.some((part) => part.length >= leastNeeded)) {
      const what =
        'a pattern without three characters in a row that every match holds, outside choices, repetitions and the flag i';
      complain(
        path,
        'value',
        what,
        'write the prefix of the format as it is: acme_[0-9A-Za-z]{32}; (?i) goes after it, and each choice is a format of its own',
      );
    }
  },
);

/** Characters of the word by which lines are chosen that a pattern is tried on. */
const leastNeeded = 3;

function readable(pattern: string): Pattern | UnreadPatternError {
  try {
    return new Pattern(pattern);
  } catch (error) {
    if (error instanceof UnreadPatternError) return error;
    throw error;
  }
}

/** `secrets`: formats of secrets of the policy's own. */
export const secretsShape = record(
  {
    formats: {
      shape: checked(
        list(
          record({
            name: { shape: shortName, description: 'What a finding calls it.', required: true },
            pattern: {
              shape: secretPattern,
              description:
                'A regular expression (RE2) in one line; every match is a secret. It must hold three characters as they are.',
              required: true,
            },
            severity: { shape: choice(severities), description: 'Severity of its findings. Default: critical.' },
          }),
        ),
        (formats, path, complain) => {
          for (const [index, { name }] of formats.entries()) {
            if (formats.findIndex((each) => each.name === name) === index) continue;
            const fix = 'give each a name of its own: findings are distinguished by it';
            complain([...path, index, 'name'], 'value', `a second format called ${quote(name)}`, fix);
          }
        },
      ),
      description: 'Formats of secrets of your own, alongside the built-in ones.',
    },
  },
  'may be empty',
);
