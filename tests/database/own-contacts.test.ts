import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '~/domain/clock';
import {
  beginContactChange,
  cancelContactChange,
  confirmContactChange,
  removeOwnContact,
  sendChangeCodeAgain,
} from '~/services/change-own-contact.server';
import { loadCustomers, type CustomerToSave } from '~/services/save-customers.server';
import { saveOwnName } from '~/services/save-own-details.server';
import { setOwnOptOut } from '~/services/set-own-opt-out.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { aContactPoint } from '../support/factories';

const OLD = '+447700900123';
const NEW = '+447700900456';

describeOnBothDatabases('a customer’s own numbers and addresses', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let customerId: string;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    customerId = (await engine.customer({ mobile: OLD, email: 'aled@mail.example', ref: 'C1' })).id;
  });
  afterEach(() => database.drop());

  const rows = async <T>(read: (q: Parameters<Parameters<typeof database.db.read>[0]>[0]) => Promise<T>) =>
    database.db.read(read);
  const points = () =>
    rows((q) => q.select().from(q.tables.contactPoints).orderBy(asc(q.tables.contactPoints.createdAt)));
  const values = async () =>
    (await points())
      .filter((point) => point.customerId === customerId)
      .map(({ kind, value }) => `${kind} ${engine.deps.vault.open(value).replaceAll('\n', ', ')}`)
      .sort();
  const changes = () => rows((q) => q.select().from(q.tables.contactChanges));
  const written = async (purpose: string) =>
    (await rows((q) => q.select().from(q.tables.messages).orderBy(asc(q.tables.messages.id))))
      .filter((message) => message.purpose === purpose)
      .map((message) => ({
        to: engine.deps.vault.open(message.recipient!),
        body: engine.deps.vault.open(message.body!),
        notBefore: message.notBefore,
      }));
  const pointId = async (kind: string) =>
    (await points()).find((point) => point.kind === kind && point.customerId === customerId)!.id;
  const who = () => ({ customerId, address: '192.0.2.1', language: 'en' as const, requestId: 'r' });
  const nothing = { phone: '', email: '', address: '', postcode: '' };
  const begin = (typed: Partial<typeof nothing>, replacesId: string | null = null) => {
    const thing = typed.email !== undefined ? 'email' : typed.address !== undefined ? 'post' : 'phone';
    return beginContactChange(engine.deps)({ ...who(), thing, typed: { ...nothing, ...typed }, replacesId } as const);
  };
  async function begun(...wish: Parameters<typeof begin>) {
    const result = await begin(...wish);
    if (!result.ok) throw new Error(result.reason);
    return result.changeId;
  }
  const newestCode = async () => /\d{6}/.exec((await written('sign_in_code')).at(-1)!.body)![0];
  const confirm = (changeId: string, code: string) => confirmContactChange(engine.deps)({ ...who(), changeId, code });
  const replaceMobile = async () => {
    const changeId = await begun({ phone: '07700 900456' }, await pointId('mobile'));
    return confirm(changeId, await newestCode());
  };

  it('change when the code that went to the new number comes back, and the old number is told', async () => {
    const changeId = await begun({ phone: '07700 900456' }, await pointId('mobile'));
    expect(await values()).toContain(`mobile ${OLD}`);
    await engine.send();
    expect(engine.sms.sent.map(({ recipient }) => recipient)).toEqual([NEW]);

    expect(await confirm(changeId, await newestCode())).toEqual({ ok: true, shared: false });
    expect(await values()).toEqual(['email aled@mail.example', `mobile ${NEW}`]);
    await engine.send();
    expect(engine.sms.sent.at(-1)).toMatchObject({ recipient: OLD });
    expect(engine.sms.sent.at(-1)!.body).toMatch(
      /^Hi Aled, your phone number with us was changed on .+ If that was not/,
    );
    const [change] = await changes();
    expect(change).toMatchObject({ confirmedAt: engine.deps.clock.now(), codeHash: null, seenAt: null });
    expect(JSON.stringify(change)).not.toContain('900456');
    const audit = await rows((q) => q.select().from(q.tables.auditEntries));
    expect(audit).toMatchObject([{ action: 'contact_point.changed', subjectId: customerId, detail: 'mobile' }]);
  });

  it('can be confirmed twice by a second press, which changes nothing', async () => {
    const changeId = await begun({ email: 'new@mail.example' });
    const code = await newestCode();
    await confirm(changeId, code);
    expect(await confirm(changeId, code)).toEqual({ ok: true, shared: false });
    expect(await values()).toHaveLength(3);
  });

  it('ask for the code again and again, five times, and then for another', async () => {
    const changeId = await begun({ phone: '07700 900456' });
    const right = await newestCode();
    const wrong = right === '000000' ? '000001' : '000000';
    for (const triesLeft of [4, 3, 2, 1])
      expect(await confirm(changeId, wrong)).toEqual({ ok: false, reason: 'wrong', triesLeft });
    expect(await confirm(changeId, wrong)).toEqual({ ok: false, reason: 'used_up' });
    expect(await confirm(changeId, right)).toEqual({ ok: false, reason: 'used_up' });
    await sendChangeCodeAgain(engine.deps)({ ...who(), changeId });
    expect(await confirm(changeId, await newestCode())).toMatchObject({ ok: true });
  });

  it('know a code for ten minutes', async () => {
    const changeId = await begun({ phone: '07700 900456' });
    engine.deps.clock.advance(10 * MINUTE);
    expect(await confirm(changeId, await newestCode())).toEqual({ ok: false, reason: 'expired' });
    expect(await values()).not.toContain(`mobile ${NEW}`);
  });

  it('get three codes an hour each, and are changed ten times in all', async () => {
    for (let n = 0; n < 3; n += 1) await begun({ phone: '07700 900456' });
    expect(await begin({ phone: '07700 900456' })).toEqual({ ok: false, reason: 'too_many' });
    for (const n of [1, 2, 3, 4, 5, 6]) await begun({ phone: `07700 90046${n}` });
    expect(await begin({ phone: '01632 960871' })).toEqual({ ok: false, reason: 'too_many' });
  });

  it('are one change at a time: a new one ends the one before', async () => {
    const first = await begun({ phone: '07700 900456' });
    const code = await newestCode();
    await begun({ email: 'new@mail.example' });
    expect(await confirm(first, code)).toEqual({ ok: false, reason: 'not_found' });
  });

  it('stay as they are when the change is called off', async () => {
    const changeId = await begun({ phone: '07700 900456' });
    const code = await newestCode();
    expect(await cancelContactChange(engine.deps)({ customerId, changeId })).toBe('done');
    expect(await cancelContactChange(engine.deps)({ customerId, changeId })).toBe('done');
    expect(await confirm(changeId, code)).toEqual({ ok: false, reason: 'not_found' });
  });

  it('are nobody else’s to change, confirm or take away', async () => {
    const other = (await engine.customer({ mobile: '+447700900789', firstName: 'Nia' })).id;
    const changeId = await begun({ phone: '07700 900456' });
    const code = await newestCode();
    const asOther = { ...who(), customerId: other };
    expect(await confirmContactChange(engine.deps)({ ...asOther, changeId, code })).toMatchObject({
      reason: 'not_found',
    });
    expect(await cancelContactChange(engine.deps)({ customerId: other, changeId })).toBe('not_found');
    const mine = await pointId('mobile');
    const theft = {
      ...asOther,
      thing: 'phone' as const,
      typed: { ...nothing, phone: '01632 960555' },
      replacesId: mine,
    };
    expect(await beginContactChange(engine.deps)(theft)).toEqual({ ok: false, reason: 'not_found' });
    expect(await removeOwnContact(engine.deps)({ ...asOther, contactPointId: mine })).toBe('not_found');
    expect(await setOwnOptOut(engine.deps)({ customerId: other, contactPointId: mine, channel: 'sms', on: false })) //
      .toEqual({ ok: false, reason: 'not_found' });
  });

  it('take a landline at once, to be checked by the adviser, and a postal address', async () => {
    expect(await begin({ phone: '01632 960555' })).toMatchObject({ ok: true, next: 'done' });
    expect(await begin({ address: '2 Mill Lane\nBangor', postcode: 'll572ab' })).toMatchObject({ next: 'done' });
    expect(await values()).toEqual(
      expect.arrayContaining(['landline +441632960555', 'post 2 Mill Lane, Bangor, LL57 2AB']),
    );
    expect((await points()).find(({ kind }) => kind === 'landline')!.verifiedAt).toBeNull();
    expect(await written('sign_in_code')).toEqual([]);
    // Both others are told of each.
    expect((await written('access')).map(({ to }) => to)).toEqual([OLD, 'aled@mail.example', OLD, 'aled@mail.example']);
  });

  it.each([
    ['nothing', { phone: ' ' }, 'phone_empty'],
    ['a word', { phone: 'mobile' }, 'phone_wrong'],
    ['a long text', { phone: '0'.repeat(500) }, 'phone_wrong'],
    ['no email', { email: '' }, 'email_empty'],
    ['half an email', { email: 'aled@' }, 'email_wrong'],
    ['no postcode', { address: '1 High Street\nBangor', postcode: '' }, 'post_postcode'],
    ['no street', { address: '', postcode: 'LL57 2AB' }, 'post_lines'],
    ['what is there already', { phone: '+44 7700 900123' }, 'same'],
  ])('are told what is wrong with %s', async (_what, typed, reason) => {
    expect(await begin(typed)).toEqual({ ok: false, reason });
    expect(await changes()).toEqual([]);
  });

  it('are three of a kind at most, and may be changed then', async () => {
    for (const n of [1, 2]) await aContactPoint(engine.deps, customerId, 'mobile', `+44770090020${n}`);
    expect(await begin({ phone: '07700 900456' })).toEqual({ ok: false, reason: 'enough' });
    expect(await begin({ phone: '07700 900456' }, await pointId('mobile'))).toMatchObject({ ok: true });
  });

  it('that somebody else has too are taken, with no private message from then on', async () => {
    await engine.customer({ mobile: NEW, firstName: 'Nia' });
    const changeId = await begun({ phone: '07700 900456' }, await pointId('mobile'));
    await engine.send();
    expect(engine.sms.sent.map(({ recipient }) => recipient)).toEqual([NEW]);
    expect(await confirm(changeId, await newestCode())).toEqual({ ok: true, shared: true });
    const { appointment } = await engine.due({ customerId });
    await engine.send();
    expect(await engine.story(appointment.id)).toEqual([expect.stringMatching(/^email accepted/)]);
  });

  it('of somebody for whose safety nothing is sent are changed with the adviser', async () => {
    await database.db.write(async (q) => void (await q.update(q.tables.customers).set({ noMessages: true })));
    expect(await begin({ phone: '07700 900456' })).toEqual({ ok: false, reason: 'by_adviser' });
    expect(await removeOwnContact(engine.deps)({ ...who(), contactPointId: await pointId('mobile') })).toBe('done');
    expect(await written('access')).toEqual([]);
  });

  it('tell the old one nothing but that something was changed, where others may read it, and not at night', async () => {
    await database.db.write(async (q) => void (await q.update(q.tables.customers).set({ discreet: true })));
    engine.deps.clock.set(Date.parse('2026-11-24T22:30:00Z'));
    await replaceMobile();
    const [notice] = await written('access');
    expect(notice!.body).not.toMatch(/number|details/);
    expect(notice).toMatchObject({ to: OLD, notBefore: Date.parse('2026-11-25T08:00:00Z') });
  });

  it('go with what was planned for them; reminders find the new one', async () => {
    const { appointment } = await engine.due({ customerId });
    await replaceMobile();
    await engine.send();
    expect(engine.sms.sent.filter(({ body }) => body.includes('meeting')).map(({ recipient }) => recipient)).toEqual([
      NEW,
    ]);
    expect(await engine.calls(appointment.id)).toEqual([]);
  });

  it('are taken away, the last one too', async () => {
    await removeOwnContact(engine.deps)({ ...who(), contactPointId: await pointId('mobile') });
    await removeOwnContact(engine.deps)({ ...who(), contactPointId: await pointId('email') });
    expect(await values()).toEqual([]);
    expect((await written('access')).map(({ to }) => to)).toEqual([OLD, 'aled@mail.example']);
  });

  it('are switched off like STOP and on again; what STOP ended only START begins', async () => {
    const id = await pointId('mobile');
    const set = (on: boolean) => setOwnOptOut(engine.deps)({ customerId, contactPointId: id, channel: 'sms', on });
    expect(await set(false)).toEqual({ ok: true, changed: true });
    expect(await set(false)).toEqual({ ok: true, changed: false });
    const { appointment } = await engine.due({ customerId });
    await engine.send();
    expect(await engine.story(appointment.id)).toEqual([expect.stringMatching(/^email accepted/)]);
    expect(await set(true)).toEqual({ ok: true, changed: true });
    await set(false);
    await database.db.write(async (q) => void (await q.update(q.tables.optOuts).set({ source: 'reply' })));
    expect(await set(true)).toEqual({ ok: false, reason: 'their_word' });
  });

  describe('and the office’s file', () => {
    const tell = (told: Partial<CustomerToSave>) =>
      database.db.write(async (q) => {
        const nothing = { firstName: null, lastName: null, mobile: null, landline: null, email: null, language: null };
        const file = await loadCustomers(q, engine.deps, ['C1']);
        const result = file.tell({ ...nothing, ref: 'C1', officeId: null, adviserId: null, ...told });
        await file.save();
        return result;
      });

    it('does not bring back what they replaced or took away, and changes nothing by saying it again', async () => {
      await replaceMobile();
      await removeOwnContact(engine.deps)({ ...who(), contactPointId: await pointId('email') });
      expect(await tell({ mobile: OLD, email: 'aled@mail.example' })).toBe('unchanged');
      expect(await values()).toEqual([`mobile ${NEW}`]);
    });
    it('adds a number that it did not have before, beside their own', async () => {
      await replaceMobile();
      expect(await tell({ mobile: '+447700900999' })).toBe('updated');
      expect(await values()).toContain(`mobile ${NEW}`);
      expect(await values()).toContain('mobile +447700900999');
      // Its own from before is replaced by its next one.
      await tell({ mobile: '+447700900998' });
      expect(await values()).not.toContain('mobile +447700900999');
    });
    it('brings back what they took up again themselves', async () => {
      await replaceMobile();
      const changeId = await begun({ phone: OLD }, await pointId('mobile'));
      await confirm(changeId, await newestCode());
      expect(await tell({ mobile: OLD })).toBe('unchanged');
      expect(await values()).toContain(`mobile ${OLD}`);
    });
    it('does not undo a name, and never touches what they are called', async () => {
      await saveOwnName(engine.deps)({ customerId, knownAs: 'Al', firstName: 'Alun', lastName: 'Hughes' });
      expect(await tell({ firstName: 'Aled', lastName: 'Hughes' })).toBe('unchanged');
      const [customer] = await rows((q) => q.select().from(q.tables.customers));
      expect(customer).toMatchObject({ firstName: 'Alun', knownAs: 'Al' });
      expect(await tell({ firstName: 'Alan' })).toBe('updated');
      const [renamed] = await rows((q) => q.select().from(q.tables.customers));
      expect(renamed).toMatchObject({ firstName: 'Alan', knownAs: 'Al', officeSaid: null });
    });
  });
});
