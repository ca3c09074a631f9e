import { run } from '../../run.ts';
import type { Arguments } from '../arguments.ts';
import { auditRequest, inputsOf, personsHost } from '../check.ts';
import { postureRequest } from './request.ts';

/** `posture`: how the repository is set up on its forge, and nothing else. */
export async function posture(args: Arguments): Promise<number> {
  const request = await postureRequest(args, 'only');
  return run({ ...inputsOf(args, 'posture', auditRequest(args)), posture: request }, personsHost(args));
}
