import { isEmail } from '../model/email.ts';

/** The email of a user id: `Name (Comment) <email>` or a bare address; undefined where there is none, or more than one reading. */
export function userEmail(id: string): string | undefined {
  const email = /^[^<>]*<([^<>]*)>$/.exec(id)?.[1] ?? id;
  return isEmail(email) ? email : undefined;
}

/** The name of a user id, without comment and email. */
export function userName(id: string): string {
  const name = id.slice(0, Math.max(0, id.search(/[(<]/))).trim();
  return name || id;
}
