import fc from 'fast-check';

// On a developer's machine every run tries other cases; where a change is judged, the same change gets the same answer.
const told = Number(process.env.SEED);
if (told || process.env.CI) fc.configureGlobal({ seed: told || 20_261_122 });
