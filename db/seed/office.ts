import type { InferSelectModel } from 'drizzle-orm';
import type { Tables } from '../schema/tables';
import { OFFICES } from './places';
import { PURPOSES, STEPS } from './purposes';
import type { Ids, RowMaking } from './rows';

type Row<T extends keyof Tables> = InferSelectModel<Tables[T]>;

/** Venues in the community that do not exist, in towns that do. */
const VENUES: Record<
  string,
  readonly (readonly [name: string, address: string, postcode: string, stepFree: string])[]
> = {
  BAN: [['Llyfrgell y Cei', '3 Stryd y Cei, Caernarfon', 'LL55 1ZZ', 'Level entrance on the quay side.']],
  WRE: [['The Caia Hub', '22 Prince Row, Wrexham', 'LL13 8ZZ', 'Ramp by the side door.']],
  SHR: [['Harlescott hall', '50 Meadow Lane, Shrewsbury', 'SY1 4ZZ', 'No steps.']],
};

/** What each office works with: its rooms and venues, its kinds of appointment, and the steps that it agrees often. */
export function officeRows(ids: Ids, make: RowMaking) {
  const places: Row<'places'>[] = [];
  const appointmentKinds: Row<'appointmentKinds'>[] = [];
  const stepLibrary: Row<'stepLibrary'>[] = [];
  for (const { ref } of OFFICES) {
    const officeId = ids.offices.get(ref)!;
    const room = { officeId, kind: 'room' as const, address: '', postcode: '', stepFree: '', active: true };
    for (const n of [1, 2, 3, 4]) places.push({ ...room, id: make.id(), name: `Room ${n}`, seats: 2 });
    places.push({ ...room, id: make.id(), name: 'Group room', seats: 12 });
    for (const [name, address, postcode, stepFree] of VENUES[ref] ?? []) {
      places.push({ ...room, id: make.id(), kind: 'venue', name, address, postcode, stepFree, seats: 8 });
    }
    PURPOSES.forEach(({ kind, name, minutes, purpose, bring }, position) =>
      appointmentKinds.push({
        ...{ id: make.id(), officeId, ref: kind, name: name.en, nameInWelsh: name.cy, minutes, bufferMinutes: 0 },
        ...{ purpose: purpose.en, purposeInWelsh: purpose.cy, bring: bring.en, bringInWelsh: bring.cy },
        // The first meeting is two: how the support works, then the talk about work.
        ...{ followedBy: kind === 'new_customer' ? 'work_focus' : '', capacity: 1, position, active: true },
      }),
    );
    appointmentKinds.push({
      ...{ id: make.id(), officeId, ref: 'group', name: 'Group session', nameInWelsh: 'Sesiwn grŵp', minutes: 60 },
      ...{ bufferMinutes: 0, purpose: 'Learn together with others', purposeInWelsh: 'Dysgu gydag eraill' },
      ...{ bring: '', bringInWelsh: '', followedBy: '', capacity: 10, position: PURPOSES.length, active: true },
    });
    STEPS.forEach(({ owner, action }, position) =>
      stepLibrary.push({
        ...{ id: make.id(), officeId, action: action.en, actionInWelsh: action.cy, owner, days: 7, barrier: null },
        ...{ position, active: true },
      }),
    );
  }
  return { places, appointmentKinds, stepLibrary };
}
