import { SECOND } from '../clock';
import type { ContactService } from '../journey/contact-record';
import type { HelpWay } from './help';

/** Something that a colleague did for a customer in the portal. */
export interface HelpedAct {
  /** When the form was taken (ms). */
  at: number;
  action: string;
  service: ContactService;
  way: HelpWay;
  by: { firstName: string; lastName: string };
}

/** Between what a form changes and its being counted lies no more than this (ms). */
const SAME_FORM = 5 * SECOND;

/**
 * Who did it for the customer, where something that is on record as the customer's (at an instant, ms) was done in a help: the
 * form was counted just afterwards. Null: they did it themselves.
 */
export function helperOf<Act extends HelpedAct>(
  acts: readonly Act[],
  about: { at: number; service: ContactService },
): Act | null {
  const near = acts.filter(
    ({ at, service }) => service === about.service && at >= about.at && at - about.at < SAME_FORM,
  );
  return near.sort((a, b) => a.at - b.at)[0] ?? null;
}
