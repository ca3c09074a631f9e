import { devNull } from 'node:os';
import { join } from 'node:path';

/** Variables of git's own that only say where the machine's certificates are. */
const kept = new Set(['GIT_SSL_CAINFO', 'GIT_SSL_CAPATH']);

/**
 * The environment every git process gets: the caller's without anything that steers git, and with everything off that
 * reads the machine's or the user's configuration, asks, replaces objects, or reaches the network.
 */
export function gitEnvironment(scratch: string): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && (!name.startsWith('GIT_') || kept.has(name))) environment[name] = value;
  }
  delete environment.SSH_ASKPASS;
  const home = join(scratch, 'home');
  return {
    ...environment,
    LC_ALL: 'C',
    LANGUAGE: '',
    HOME: home,
    XDG_CONFIG_HOME: home,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: devNull,
    GIT_CONFIG_GLOBAL: join(home, '.gitconfig'),
    GIT_ATTR_NOSYSTEM: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: join(scratch, 'no-grafts'),
    GIT_LITERAL_PATHSPECS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    // An empty list would mean "the default list"; no transport has this name.
    GIT_ALLOW_PROTOCOL: 'none',
  };
}
