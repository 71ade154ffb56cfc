import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { upsertOptOut } from '@db/queries/opt-outs.server';
import { listSharedValues } from '@db/queries/reach.server';
import { DAY } from '~/domain/clock';
import { reviveContactPoint } from '~/services/revive-contact-point.server';
import { sendDue } from '~/services/send-due.server';
import { DEFAULT_ENGINE } from '~/services/engine-settings';
import { sendSignInCode } from '~/services/send-sign-in-code.server';
import { setOwnOptOut } from '~/services/set-own-opt-out.server';
import { setPassword } from '~/services/set-password.server';
import { signInWithCard } from '~/services/sign-in-with-card.server';
import { tellOfAccess } from '~/services/tell-of-access.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { aContactPoint, aCustomer } from '../support/factories';
import { arrival, aSignInWorld, PASSWORD, type SignInWorld } from '../support/sign-in-world';

describeOnBothDatabases('an account', (dialect) => {
  let database: TestDatabase;
  let world: SignInWorld;
  let deps: SignInWorld['deps'];
  beforeEach(async () => {
    database = await newDatabase(dialect);
    world = await aSignInWorld(database);
    ({ deps } = world);
  });
  afterEach(() => database.drop());

  it.each([
    ['turned off on a page', 'preference', ['access sent', 'sign_in_code sent']],
    ['ended with STOP', 'reply', ['sign_in_code suppressed']],
  ] as const)('whose texts were %s hears of its codes and changes accordingly', async (_what, source, expected) => {
    const optOut = { id: deps.newId(), channel: 'sms' as const, valueIndex: deps.vault.index(world.mobile) };
    const preferred = { preferredChannel: 'call_list' as const };
    await database.db.write(async (q) => {
      await upsertOptOut(q, { ...optOut, since: deps.clock.now() - DAY, source });
      await q.update(q.tables.customers).set(preferred).where(eq(q.tables.customers.id, world.aled.id));
      await tellOfAccess(q, deps, { customerId: world.aled.id, news: 'password_set', requestId: 'request' });
    });
    await sendSignInCode(deps)({ contact: world.mobile, ...world.visitor() });
    await sendDue(deps, DEFAULT_ENGINE)('worker-1');
    const rows = await database.db.read((q) => q.select().from(q.tables.messages));
    const became = (status: string) => (status === 'suppressed' ? 'suppressed' : 'sent');
    expect(rows.map(({ purpose, status }) => `${purpose} ${became(status)}`).sort()).toEqual(expected);
  });

  it('is not opened with a password that somebody else with the same number has too', async () => {
    await world.setTo(PASSWORD);
    const other = await aCustomer(deps, world.owner, { mobile: world.mobile, firstName: 'Nia' });
    expect(await world.withPassword(PASSWORD)).toMatchObject({ ok: true });
    await setPassword(deps)({ customerId: other.id, password: PASSWORD, requestId: 'request' });
    expect(await world.withPassword(PASSWORD)).toEqual({ ok: false, reason: 'wrong' });
  });

  it('can be entered with a card however much that is no card was typed elsewhere', async () => {
    const words = (await world.aCard()).join(' ');
    for (let n = 0; n < 310; n += 1)
      await signInWithCard(deps)({ words: 'x', address: `192.0.2.${n % 250}:${n}`, ...arrival });
    expect(await world.withCard(words)).toMatchObject({ ok: true });
  });

  it('loses nothing to whoever says that its landline is theirs, until a colleague has asked', async () => {
    const other = await aCustomer(deps, world.owner, { firstName: 'Nia' });
    const said = await aContactPoint(deps, other.id, 'landline', world.landline, {
      health: 'unchecked',
      verifiedAt: null,
    });
    const valueIndex = deps.vault.index(world.landline);
    const shared = () => database.db.read((q) => listSharedValues(q, [valueIndex]));
    expect(await shared()).toEqual([]);
    const refusal = { customerId: other.id, contactPointId: said.id, channel: 'voice' as const, on: false };
    expect(await setOwnOptOut(deps)(refusal)).toEqual({ ok: false, reason: 'not_found' });
    await sendSignInCode(deps)({ contact: world.landline, ...world.visitor() });
    expect(await world.messagesTo(world.aled.id)).toMatchObject([{ channel: 'voice' }]);
    const checked = await reviveContactPoint(deps)({ staff: world.staff, contactPointId: said.id });
    expect(checked).toMatchObject({ ok: true, changed: true });
    expect(await shared()).toEqual([valueIndex]);
  });
});
