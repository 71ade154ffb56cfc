import type { AppointmentRow } from '@db/queries/appointments.server';
import type { AttemptRow, ClaimContext } from '@db/queries/claim-context.server';
import type { ReminderRow } from '@db/queries/reminders.server';
import { calledName } from '~/domain/contact/person-name';
import type { Channel } from '~/domain/messaging/channel';
import type { MessageStatus } from '~/domain/messaging/message';
import type { Language } from '~/domain/language';
import { joinParts, type LetterPart } from '~/domain/letter/letter-parts';
import { letterStyle, type LetterStyle } from '~/domain/letter/letter-style';
import { meetingPlace } from '~/domain/appointment/meeting-place';
import { reminderText, type MessageText } from '~/i18n/messages';
import type { Deps } from './deps';
import { writeCalendar } from './write-calendar.server';

interface Reminded {
  channel: Channel;
  reminder: ReminderRow;
  appointment: AppointmentRow;
  customer: ClaimContext['customers'] extends Map<string, infer T> ? T : never;
  office: ClaimContext['offices'] extends Map<string, infer T> ? T : never;
  context: ClaimContext;
  attempts: readonly AttemptRow[];
}

const WENT_OUT: readonly MessageStatus[] = ['claimed', 'unknown', 'accepted', 'sent', 'delivered'];

/** The words of a reminder on a channel, and the calendar file that goes with an email about a meeting to come. */
export function writeReminder(deps: Deps, reminded: Reminded, now: number) {
  const { channel, reminder, appointment, customer, office, context, attempts } = reminded;
  const link = `${deps.publicUrl}/a/${deps.vault.linkToken(appointment.id, appointment.version)}`;
  const somewhere = meetingPlace(appointment, office);
  const wordsIn = (language: Language, easy: boolean) =>
    reminderText({
      ...{ rule: reminder.rule, channel, language, easy },
      discreet: customer.discreet,
      facts: {
        firstName: calledName(customer),
        adviserFirstName: context.advisers.get(appointment.adviserId)?.firstName ?? '',
        startsAt: appointment.startsAt,
        zone: office.timeZone,
        mode: appointment.mode,
        place: somewhere?.name ?? '',
        address: somewhere?.address ?? '',
        bring: appointment.bring,
        purpose: appointment.purpose,
        link,
        officePhone: office.phone,
        replaces: attempts.some((one) => one.version < appointment.version && WENT_OUT.includes(one.status)),
        now,
      },
    });
  if (channel === 'letter') {
    const style = letterStyle(context.letterNeeds.get(customer.id) ?? [], customer);
    return { ...letterIn(style, wordsIn), calendar: null };
  }
  const { subject, body } = wordsIn(customer.language, false);
  if (channel !== 'email' || reminder.rule === 'missed') return { subject, body, calendar: null };
  const place = somewhere && !customer.discreet ? somewhere.address || somewhere.name : '';
  const shown = { language: customer.language, place, notes: link, cancelled: reminder.rule === 'cancelled' };
  return { subject, body, calendar: writeCalendar(deps, appointment, shown) };
}

/** The words of a letter in the languages and the form that somebody reads. */
export function letterIn(
  { print, languages: [first, ...more] }: LetterStyle,
  wordsIn: (language: Language, easy: boolean) => MessageText,
): { subject: string; body: string } {
  const part = (language: Language): LetterPart => {
    const { subject, body } = wordsIn(language, print === 'easy');
    return { language, subject: subject ?? '', body };
  };
  return joinParts([part(first), ...more.map(part)]);
}
