import type { Fact, Unknown } from '../../posture/model/fact.ts';
import { ApiFailure } from './api-failure.ts';

/** Asks, and makes a failure of the forge a fact that is not known. Nothing else is caught. */
export async function factOf<T>(ask: () => Promise<T>, needs: string): Promise<Fact<T>> {
  try {
    return { value: await ask() };
  } catch (error) {
    if (error instanceof ApiFailure) return unknownOf(error, needs);
    throw error;
  }
}

/** Why there is no answer. A refusal says what the token would need; a fault of the forge or the network has no such remedy. */
export function unknownOf({ kind, status, message }: ApiFailure, needs: string): Unknown {
  // octokit adds where GitHub describes what was asked.
  const unknown = message.replace(/ - https:\/\/docs\.github\.com\S*/, '').replace(/[.\s]+$/, '');
  if (status !== undefined && status >= 300 && status < 400) return { unknown, remedy: moved };
  if (kind === 'over') return { unknown, remedy: later };
  if (kind !== 'denied' && status !== 404) return { unknown };
  if (status === 401) return { unknown, needs: 'a token that is valid', remedy: renewed };
  if (/\bSAML\b|\bSSO\b/.test(message)) {
    return { unknown, needs: 'the token authorized for the organization’s single sign-on (“Configure SSO”)' };
  }
  if (status === 404)
    return {
      unknown,
      needs,
      remedy: `Give the token what it needs: ${needs}; or correct the name, if there is nothing of that name.`,
    };
  return { unknown, needs };
}

const moved =
  'The repository may have another name now: correct it (--project, or the remote origin), and run it again.';
const later = 'Run it again later, or with a token of its own: the forge let no more requests through.';
const renewed = 'The token is expired, revoked or mistyped: make a new one.';
