import type { InferSelectModel } from 'drizzle-orm';
import { DAY } from '~/domain/clock';
import type { Tables } from '../schema/tables';
import type { Ids, RowMaking } from './rows';

/** A shared computer for each office: it has a name, and waits for the device that becomes it. */
export function kioskRows(ids: Ids, make: RowMaking): InferSelectModel<Tables['kiosks']>[] {
  return [...ids.offices.values()].map((officeId) => ({
    ...{ id: make.id(), officeId, name: 'By the window', createdAt: make.now - 30 * DAY, createdBy: null },
    ...{ codeHash: null, codeUntil: null, secretHash: null, enrolledAt: null, revokedAt: null, revokedBy: null },
    ...{ openedAt: null, openedBy: null, openUntil: null, lastUsedAt: null },
  }));
}
