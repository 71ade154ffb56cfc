import { DAY } from '~/domain/clock';
import type { Deps } from '~/services/deps';
import type { CustomerWorld } from './customer-world';

/** All that a record can show of Aled: needs, what stands in the way, a consent, a new address, and what he said of a meeting. */
export async function fullRecord(deps: Deps, world: CustomerWorld): Promise<void> {
  const now = deps.clock.now();
  const seal = deps.vault.seal;
  const told = { customerId: world.aled.id, toldAt: now, toldBy: 'customer' } as const;
  const past = await world.meet(world.aled.id, '2026-11-16T10:00:00Z', { status: 'attended' });
  await deps.db.write(async (q) => {
    const t = q.tables;
    await q.insert(t.accessNeeds).values({ ...told, id: deps.newId(), need: 'bsl', detail: seal('Ask for Owain') });
    await q.insert(t.barriers).values({ ...told, id: deps.newId(), kind: 'travel', note: seal('No car any more') });
    const partner = { id: deps.newId(), ref: 'CAREERS', name: 'The careers service', what: 'Gives advice.' };
    await q.insert(t.partners).values(partner);
    const { customerId } = told;
    const consent = {
      id: deps.newId(),
      customerId,
      partnerId: partner.id,
      givenAt: now,
      givenBy: 'customer',
    } as const;
    await q.insert(t.consents).values(consent);
    await q.insert(t.contactChanges).values({
      ...{ id: deps.newId(), customerId, kind: 'email', value: seal('aled@new.example'), valueIndex: 'x' },
      ...{ createdAt: now, expiresAt: now + DAY, confirmedAt: now },
    });
    const feedback = { appointmentId: past.id, customerId, answer: 'partly', way: 'page', at: now } as const;
    await q.insert(t.appointmentFeedback).values({ ...feedback, comment: seal('It was rather short') });
  });
}
