import { FAST_STEPS, runSteps } from './run-steps';

// npm run check: the fast part of `npm test`.
process.exitCode = (await runSteps(FAST_STEPS, 2)) ? 0 : 1;
