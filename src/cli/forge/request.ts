import { openRepository } from '../../git/open-repository.ts';
import { InputError } from '../../input-error.ts';
import type { PostureRequest } from '../../inputs.ts';
import type { Arguments } from '../arguments.ts';
import { locate } from './locate.ts';
import { takeVariable } from './take-variable.ts';
import { type Tokens, tokenFor, tokenVariables } from './token.ts';

/** Flags that say where the repository is on its forge. */
export const placeFlags = ['branch', 'forge', 'project', 'api-url'] as const;

/** Where to read how the repository is set up, and as whom. Throws InputError. */
export async function postureRequest({ values }: Arguments, as: 'only' | 'asked'): Promise<PostureRequest> {
  const tokens: Tokens = Object.fromEntries(
    tokenVariables.flatMap((name) => {
      const token = takeVariable(name);
      return token === undefined ? [] : [[name, token]];
    }),
  );
  const repository = await openRepository(values.get('repo') ?? process.cwd());
  try {
    const forge = values.get('forge') as PostureRequest['forge'] | undefined;
    const api = values.get('api-url');
    const located = locate({ forge, project: values.get('project'), api }, await repository.origin(), process.env);
    return {
      ...located,
      token: tokenFor(located, api !== undefined, tokens, process.env),
      branch: values.get('branch'),
      as,
    };
  } finally {
    await repository.close();
  }
}

/** Throws InputError where a flag of the forge is given, and the forge is not asked. */
export function requirePosture({ values, switches }: Arguments): void {
  const given = placeFlags.filter((flag) => values.has(flag));
  if (given.length === 0 || switches.has('posture')) return;
  const what = `only --posture takes ${given.map((flag) => `--${flag}`).join(' and ')}`;
  throw new InputError([{ what, fix: 'add --posture, which reads how the repository is set up on its forge' }]);
}
