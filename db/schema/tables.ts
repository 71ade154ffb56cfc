import { defineAccess } from './access';
import { defineAppointments } from './appointments';
import { defineAssisted } from './assisted';
import { defineCapability } from './capability';
import type { Columns } from './columns';
import { defineCommunity } from './community';
import { defineContacts } from './contacts';
import { defineMessaging } from './messaging';
import { defineOffice } from './office';
import { definePeople } from './people';
import { definePlan } from './plan';
import { defineSending } from './sending';
import { defineSituation } from './situation';

/** Every table, for the dialect whose column builders are given. */
export function defineTables(c: Columns) {
  const people = definePeople(c);
  const office = defineOffice(c, people);
  const booked = defineAppointments(c, people, office);
  return {
    ...people,
    ...office,
    ...booked,
    ...defineMessaging(c, people, booked),
    ...defineSending(c, people),
    ...defineAccess(c, people),
    ...definePlan(c, people),
    ...defineSituation(c, people),
    ...defineCommunity(c, people),
    ...defineContacts(c, people),
    ...defineCapability(c, people),
    ...defineAssisted(c, people),
  };
}

export type Tables = ReturnType<typeof defineTables>;
