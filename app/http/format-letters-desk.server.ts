import { isLanguage, type Language } from '~/domain/language';
import { bothLanguages, LETTER_PAPERS, LETTER_PRINTS, type LetterStyle } from '~/domain/letter/letter-style';
import type { FormatNoticeKind } from '~/domain/assisted/format-notice';
import type { SendLetterResult } from '~/services/send-format-letter.server';
import type { SignedInStaff } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { readAnswers } from './form-answers.server';
import { backToFormats } from './format-desk.server';
import { redirectWithin } from './redirect-within.server';
import { notFound } from './responses.server';

type StaffVisit = Visit<SignedInStaff>;

/** GET: a letter as it would be printed, in the form and the language that the address says. */
export async function showLetter({ person, params, url, context }: StaffVisit): Promise<Response> {
  const customerId = params.id ?? '';
  const asked = (name: string) => url.searchParams.get(name);
  const paper = LETTER_PAPERS.find((one) => one === asked('paper'));
  const print = LETTER_PRINTS.find((one) => one === (asked('print') ?? 'standard'));
  const view = await context.services.viewNewFormatRequest({ staff: person, customerId });
  if (!view || !paper || !print) throw notFound();
  const style: LetterStyle = { print, languages: languagesOf(asked('in'), view.language) };
  const wanted = { staff: person, customerId, paper, style };
  const pdf = await context.services.previewLetter(wanted);
  if (!pdf) return backToFormats({ to: 'customer', customerId }, 'letter_nothing');
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="letter.pdf"',
      'content-length': String(pdf.length),
    },
  });
}

function languagesOf(asked: string | null, own: Language): LetterStyle['languages'] {
  if (asked === 'both') return bothLanguages(own);
  return [isLanguage(asked) ? asked : own];
}

const SAID: Record<Exclude<Extract<SendLetterResult, { ok: false }>['reason'], 'not_found'>, FormatNoticeKind> = {
  safety: 'letter_safety',
  no_address: 'letter_no_address',
  discreet: 'letter_discreet',
  nothing: 'letter_nothing',
};

/** POST: the plan, or a letter about changed details, goes to the print queue. */
export async function sendLetterFrom({ person, params, request, context }: StaffVisit): Promise<Response> {
  const { paper } = await readAnswers(request);
  const customerId = params.id ?? '';
  const back = { to: 'customer', customerId };
  const wanted = { staff: person, customerId, requestId: context.requestId };
  const sent = await context.services.sendFormatLetter({
    ...wanted,
    paper: paper === 'change_of_details' ? 'change_of_details' : 'plan',
  });
  if (sent.ok) return backToFormats(back, 'letter_queued');
  if (sent.reason === 'not_found') throw notFound();
  return backToFormats(back, SAID[sent.reason]);
}

/** POST taking-back: a letter that nobody has posted yet. */
export async function takeLetterBackFrom({ person, params, context }: StaffVisit): Promise<Response> {
  const customerId = params.id ?? '';
  const wanted = { staff: person, customerId, messageId: params.messageId ?? '' };
  const taken = await context.services.takeLetterBack(wanted);
  if (!taken.ok && taken.reason === 'not_found') throw notFound();
  return backToFormats({ to: 'customer', customerId }, taken.ok ? 'letter_taken_back' : 'letter_gone');
}

/** POST bilingual: both languages, or one. */
export async function setBilingualFrom({ person, params, request, context }: StaffVisit): Promise<Response> {
  const on = (await readAnswers(request)).on === 'yes';
  const customerId = params.id ?? '';
  if (!(await context.services.setBilingual({ staff: person, customerId, on }))) throw notFound();
  return backToFormats({ to: 'customer', customerId }, on ? 'bilingual_on' : 'bilingual_off');
}

/** GET of an address that only takes forms: changes nothing. */
export function backToTheirFormats({ params }: StaffVisit): Response {
  return redirectWithin(`/staff/customers/${encodeURIComponent(params.id ?? '')}/formats`);
}
