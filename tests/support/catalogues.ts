import type { Catalogue, Entries } from '~/i18n/catalogue';

const modules = import.meta.glob<Record<string, unknown>>(
  ['../../app/i18n/*.ts', '../../app/i18n/messages/index.ts', '../../app/i18n/pages/*.ts', '!../../app/i18n/*.test.ts'],
  { eager: true },
);

const isCatalogue = (value: unknown): value is Catalogue<Entries> =>
  typeof value === 'object' && value !== null && 'review' in value && 'area' in value;

/** Every catalogue of the service: the messages, and one for each area of pages. */
export const CATALOGUES = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .filter(isCatalogue);
