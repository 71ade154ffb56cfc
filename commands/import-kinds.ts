import type { CsvFile } from '~/adapters/csv/csv-file';
import { openCsv } from '~/adapters/csv/open-csv';
import { openClubs } from '~/adapters/open-referral';
import type { Deps } from '~/services/deps';
import { importAppointments } from '~/services/import-appointments.server';
import { importClubs } from '~/services/import-clubs.server';
import { importCustomers } from '~/services/import-customers.server';
import type { ImportListener } from '~/services/import-lines.server';
import { importPostcodes } from '~/services/import-postcodes.server';
import { counted, type Told } from './import-report';

/** One kind of file, and what is done with it. */
export interface ImportOf {
  /** Nothing is kept unless the whole file was read. */
  savesAtTheEnd: boolean;
  open(path: string): Promise<CsvFile>;
  run(deps: Deps, file: CsvFile, listener: ImportListener, options: { dryRun: boolean }): Promise<Told>;
}

export const IMPORTS = {
  customers: {
    savesAtTheEnd: false,
    open: openCsv,
    async run(deps, ...input) {
      const { outcome, customers, advisers } = await importCustomers(deps)(...input);
      return { outcome, main: customers, also: [['advisers', advisers]] };
    },
  },
  appointments: {
    savesAtTheEnd: false,
    open: openCsv,
    async run(deps, ...input) {
      const { outcome, appointments, customers, advisers } = await importAppointments(deps)(...input);
      const also = [['customers', customers], ['advisers', advisers]] as const; // prettier-ignore
      return { outcome, main: appointments ?? customers, also };
    },
  },
  clubs: {
    savesAtTheEnd: false,
    open: openClubs,
    async run(deps, ...input) {
      const { outcome, clubs } = await importClubs(deps)(...input);
      return { outcome, main: clubs };
    },
  },
  postcodes: {
    savesAtTheEnd: true,
    open: openCsv,
    async run(deps, ...input) {
      const { outcome, areas, ended, nowhere } = await importPostcodes(deps)(...input);
      const notes = [
        '(created, updated and unchanged are areas: the first halves of postcodes)',
        `(postcodes passed over: ${counted(ended)} that have ended, ${counted(nowhere)} without a place on the map)`,
      ];
      return { outcome, main: areas, notes };
    },
  },
} satisfies Record<string, ImportOf>;
export type Noun = keyof typeof IMPORTS;

export const isNoun = (word: string | undefined): word is Noun => word !== undefined && Object.hasOwn(IMPORTS, word);
