import { LimitError } from '../gather/budget.ts';
import { MissingObjectsError } from '../git/object/missing-objects-error.ts';
import { internalError } from '../host/internal-error.ts';
import { InputError, type Problem } from '../input-error.ts';
import { nearest } from '../nearest.ts';
import { version } from '../version.ts';
import { readArguments } from './arguments.ts';
import { type Command, commands } from './commands.ts';
import { commandHelp, programHelp } from './help.ts';
import { nodeProblem } from './node-version.ts';

/** Runs the command that `argv` names; resolves to the exit code, also of a failure (how-it-judges.md, "Outcomes and exit codes"). */
export function runProgram(argv: readonly string[]): Promise<number> {
  return runCommand(argv).catch(failProgram);
}

async function runCommand(argv: readonly string[]): Promise<number> {
  const old = nodeProblem(process.versions.node);
  if (old !== undefined) throw new InputError([old]);
  const [name, ...rest] = argv;
  if (name === 'help' && rest.length > 0) return runCommand([...rest.slice(0, 1), '--help']);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(programHelp(commands));
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-V' || name === '-v') {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const command = commands.find((c) => c.name === name);
  if (command === undefined) throw new InputError([unknownCommand(name)]);
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(commandHelp(command));
    return 0;
  }
  const args = readArguments(rest, command.flags);
  const problems = [...args.problems, ...positionalProblems(command, args.positionals)];
  if (problems.length > 0) throw new InputError(problems);
  checkWorkingDirectory();
  return command.run(args);
}

/** Every command may ask where it was called. */
function checkWorkingDirectory(): void {
  try {
    process.cwd();
  } catch {
    throw new InputError([{ what: 'The directory this was called in is gone.', fix: 'Change into one that exists.' }]);
  }
}

function unknownCommand(name: string): Problem {
  const names = commands.map((c) => c.name);
  if (name.startsWith('-')) {
    const meant = nearest(name, ['--help', '--version']);
    const fix = meant === undefined ? 'write the command first: gitops-gate COMMAND [FLAGS]' : `did you mean ${meant}?`;
    return { what: `unknown flag ${name}`, fix };
  }
  const meant = nearest(name, names);
  return {
    what: `unknown command ${JSON.stringify(name)}`,
    fix: meant === undefined ? `one of: ${names.join(', ')}` : `did you mean ${meant}?`,
  };
}

function positionalProblems(command: Command, given: readonly string[]): Problem[] {
  const [least, most] = command.positionals;
  if (given.length >= least && given.length <= most) return [];
  const what =
    given.length < least
      ? `${command.invoked ?? command.name} lacks an argument`
      : `unexpected argument ${JSON.stringify(given[most])}`;
  return [{ what, fix: `usage: gitops-gate ${command.usage}` }];
}

/** Says on standard error why nothing came of it; resolves to the exit code. What no person can fix is 3: Node's own 1 would read as "blocked". */
export async function failProgram(error: unknown): Promise<number> {
  const problems = problemsOf(error);
  if (problems !== undefined) {
    const { complain } = await import('./output.ts');
    for (const { what, fix } of problems) complain(what, fix);
    return 2;
  }
  process.stderr.write(`${internalError(error)}\n`);
  return 3;
}

/** What a person can fix; undefined for a fault of the program. */
function problemsOf(error: unknown): readonly Problem[] | undefined {
  if (error instanceof InputError) return error.problems;
  if (error instanceof MissingObjectsError || error instanceof LimitError) {
    return [{ what: error.message, fix: error.remedy }];
  }
  return undefined;
}
