import { failAction, runAction } from './action/run-action.ts';

const { env } = process;

let isFailing = false;
process.on('uncaughtException', (error) => {
  // A fault while a fault is shown ends at once.
  if (isFailing) process.exit(3);
  isFailing = true;
  failAction(error, env).then(
    (code) => process.exit(code),
    () => process.exit(3),
  );
});
process.exitCode = await runAction(env);
