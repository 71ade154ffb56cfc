import type { Queryable } from '@db/client.server';
import { listSavedAnswers } from '@db/queries/office-settings.server';
import type { Language } from '~/domain/language';

/** Words to start an answer from, in the language of whom it is for where there are such words. */
export interface SavedAnswer {
  id: string;
  title: string;
  text: string;
}

/** The saved answers of an office, by title. */
export async function savedAnswers(q: Queryable, officeId: string, language: Language): Promise<SavedAnswer[]> {
  const rows = await listSavedAnswers(q, officeId);
  return rows.map(({ id, title, body, bodyInWelsh }) => ({
    ...{ id, title },
    text: language === 'cy' && bodyInWelsh ? bodyInWelsh : body,
  }));
}
