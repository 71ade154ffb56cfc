import { allowStaff } from '~/http/allow.server';
import { csvFile, notFound } from '~/http/responses.server';
import { IMPORT_KINDS } from '~/domain/import/import-run';

/** The customers, appointments or clubs of the office as a file. Changes nothing but the record of who took it. */
export const loader = allowStaff(['manager'], async ({ person, params, context }) => {
  const kind = IMPORT_KINDS.find((one) => `${one}.csv` === params.file);
  if (!kind) throw notFound();
  return csvFile(await context.services.exportOffice({ staff: person, kind }));
});
