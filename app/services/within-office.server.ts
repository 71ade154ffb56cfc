import { listForeignRefs } from '@db/queries/foreign-refs.server';
import type { LineImport } from './import-lines.server';

/** The office whose records alone a file may touch. */
export interface OnlyOffice {
  id: string;
  ref: string;
}

/** What a line names, by reference. */
interface Named {
  office?: string | null;
  customer?: string;
  adviser?: string | null;
  appointment?: string;
  club?: string;
}

/**
 * Keeps an import within one office: a line that names another one, or somebody or something of another one, is refused
 * with the reason and the others are saved. Without an office the import is as it was: whoever runs the command may touch all.
 */
export function withinOffice<T>(
  only: OnlyOffice | undefined,
  kind: LineImport<T>,
  namedIn: (value: T) => Named,
): LineImport<T> {
  if (!only) return kind;
  return {
    ...kind,
    async save(q, lines) {
      const named = lines.map(({ value }) => namedIn(value));
      const foreign = await listForeignRefs(q, only.id, {
        customers: named.flatMap((one) => one.customer ?? []),
        staff: named.flatMap((one) => one.adviser ?? []),
        appointments: named.flatMap((one) => one.appointment ?? []),
        clubs: named.flatMap((one) => one.club ?? []),
      });
      const reasonsFor = ({ office, customer, adviser, appointment, club }: Named): string[] => [
        ...(office && office !== only.ref ? [`office_ref: "${office}" is not your office`] : []),
        ...(customer && foreign.customers.has(customer) ? [`customer "${customer}" belongs to another office`] : []),
        ...(adviser && foreign.staff.has(adviser) ? [`adviser "${adviser}" works for another office`] : []),
        ...(appointment && foreign.appointments.has(appointment) ? [`appointment "${appointment}" belongs to another office`] : []), // prettier-ignore
        ...(club && foreign.clubs.has(club) ? [`club "${club}" is kept by another office`] : []),
      ];
      const refused = new Map<number, string[]>();
      lines.forEach(({ line }, index) => {
        const reasons = reasonsFor(named[index]!);
        if (reasons.length > 0) refused.set(line, reasons);
      });
      const saved = await kind.save(q, lines.filter(({ line }) => !refused.has(line))); // prettier-ignore
      return { ...saved, refused: new Map([...refused, ...saved.refused]) };
    },
  };
}
