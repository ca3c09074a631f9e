import type { Arguments } from './arguments.ts';
export async function whoCanCommand(args: Arguments): Promise<number> {
  return args.positionals.length;
}
export async function permissionsCommand(args: Arguments): Promise<number> {
  return args.positionals.length;
}
