import type { Composition } from '~/composition.server';

/** One thing that `npm run reminders -- …` does. */
export interface Subcommand {
  /** How it is called and what it does, for the usage text. */
  usage: string;
  /** @returns the exit code. @throws WrongUse for arguments that cannot be understood. */
  run(composition: Composition, args: string[]): Promise<number>;
}

/** What was typed cannot be understood; the usage is shown with the reason. */
export class WrongUse extends Error {}
