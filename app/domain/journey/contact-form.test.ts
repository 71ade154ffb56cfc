import { describe, expect, it } from 'vitest';
import { CONTACT_NOTE_LENGTH, readContact, type ContactProblems, type ContactValues } from './contact-form';

const TODAY = '2026-11-24';
const line: ContactValues = {
  ...{
    channel: 'phone',
    direction: 'out',
    service: 'plan',
    helped: 'yes',
    minutes: '10',
    on: '',
    note: ' Rang\n back ',
  },
};
const read = (changes: Partial<ContactValues> = {}, deskOnly = false) =>
  readContact({ ...line, ...changes }, { today: TODAY, deskOnly });

describe('the line of a contact', () => {
  it('is read as it stands, with its note in one line and today for a day that was not given', () => {
    expect(read()).toEqual({
      ok: true,
      contact: {
        ...{ channel: 'phone', direction: 'out', service: 'plan', helped: true, minutes: 10, on: TODAY },
        note: 'Rang back',
      },
    });
    expect(read({ minutes: '', helped: '', note: '' })).toMatchObject({
      contact: { minutes: null, helped: false, note: '' },
    });
  });

  it.each<[Partial<ContactValues>, ContactProblems]>([
    [{ channel: '' }, { channel: 'choose_channel' }],
    [{ channel: 'pigeon' }, { channel: 'choose_channel' }],
    [{ direction: 'up' }, { direction: 'choose_direction' }],
    [{ service: '' }, { service: 'choose_service' }],
    [{ minutes: '0' }, { minutes: 'not_minutes' }],
    [{ minutes: '481' }, { minutes: 'not_minutes' }],
    [{ minutes: 'ten' }, { minutes: 'not_minutes' }],
    [{ minutes: '1.5' }, { minutes: 'not_minutes' }],
    [{ on: '2026-02-30' }, { on: 'not_a_date' }],
    [{ on: '2026-11-25' }, { on: 'ahead' }],
    [{ on: '2026-08-23' }, { on: 'too_long_ago' }],
    [{ note: 'x'.repeat(CONTACT_NOTE_LENGTH + 1) }, { note: 'too_long' }],
    [
      { channel: '', service: '', minutes: '-' },
      { channel: 'choose_channel', service: 'choose_service', minutes: 'not_minutes' },
    ],
  ])('%j is told %j', (changes, problems) => expect(read(changes)).toEqual({ ok: false, problems }));

  it.each(['2026-08-24', '2026-11-23', TODAY])('may be of %s', (on) =>
    expect(read({ on })).toMatchObject({ contact: { on } }),
  );

  it('is of the desk, and without a note, of whoever may only record that', () => {
    expect(read({ channel: 'phone', note: 'Something private' }, true)).toMatchObject({
      contact: { channel: 'desk', direction: 'in', note: '', helped: true },
    });
  });
});
