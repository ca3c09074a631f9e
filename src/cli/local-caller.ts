import { userInfo } from 'node:os';
import type { Caller } from '../inputs.ts';

/** Who is logged in, where the machine says. */
export function localCaller(): Caller {
  try {
    return { actor: userInfo().username };
  } catch {
    // A container's user without an entry in /etc/passwd has no name.
    return {};
  }
}
