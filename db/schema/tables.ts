import { defineAccess } from './access';
import { defineAppointments } from './appointments';
import type { Columns } from './columns';
import { defineCommunity } from './community';
import { defineMessaging } from './messaging';
import { definePeople } from './people';
import { definePlan } from './plan';
import { defineSending } from './sending';
import { defineSituation } from './situation';

/** Every table, for the dialect whose column builders are given. */
export function defineTables(c: Columns) {
  const people = definePeople(c);
  const booked = defineAppointments(c, people);
  return {
    ...people,
    ...booked,
    ...defineMessaging(c, people, booked),
    ...defineSending(c, people),
    ...defineAccess(c, people),
    ...definePlan(c, people),
    ...defineSituation(c, people),
    ...defineCommunity(c, people),
  };
}

export type Tables = ReturnType<typeof defineTables>;
