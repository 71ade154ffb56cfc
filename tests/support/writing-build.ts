import { allowAnyone } from '~/http/allow.server';
import { bareBuild } from './bare-build';

/** Pages that read and write the database through services, as the real ones do: `/look`, and `/yes/ID` (POST). */
export function writingBuild() {
  return bareBuild({
    look: {
      path: 'look',
      module: { loader: allowAnyone(async ({ context }) => new Response(await context.services.findEnquiryPhone(null))) }, // prettier-ignore
    },
    yes: {
      path: 'yes/:id',
      module: {
        action: allowAnyone(async ({ context, params }) => {
          const actor = { kind: 'customer', id: null } as const;
          await context.services.confirmAppointment({ appointmentId: params.id ?? '', actor });
          return new Response('confirmed');
        }),
      },
    },
  });
}
