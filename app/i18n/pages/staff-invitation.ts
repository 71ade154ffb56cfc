import { defineCatalogue } from '../catalogue';
import { cy } from './cy-staff-invitation';
import { en } from './en-staff-invitation';

/** A new colleague's invitation. All Welsh here is a draft. */
export const invitationWords = defineCatalogue('staff-invitation', { en, cy });

/** The email of an invitation. Nobody knows yet which language they would rather read, so it is in both. */
export function staffInvitationText(gaps: { firstName: string; address: string }): { subject: string; body: string } {
  const texts = (['en', 'cy'] as const).map((language) => invitationWords.in(language).email);
  return {
    subject: texts.map(({ subject }) => subject).join(' / '),
    body: texts.map(({ body }) => body(gaps.firstName, gaps.address)).join('\n\n– – –\n\n'),
  };
}
