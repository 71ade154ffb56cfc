/**
 * What would make a step easier to do: a doing word, something that one can see is done, a date that is near. Good plans
 * turn a goal into concrete dated steps (the reviews of handwritten plans said so). Advice only: nothing is ever refused.
 */
export const STEP_HINTS = ['no_verb', 'too_vague', 'no_date', 'far_off'] as const;
export type StepHint = (typeof STEP_HINTS)[number];

/** Doing words as steps begin with, of both languages; in Welsh the verb-noun, also after "Rwy’n" and the like. */
const VERBS = new Set(
  `apply ask arrange attend book bring build buy call check choose collect come compare complete contact copy create
  decide do download email fill find finish gather get give go hand have help invite join learn list look make meet
  move open pack pay phone pick plan post practise practice prepare print put read record register renew reply research
  ring save see send set show sign sort speak start take talk teach tell test text think tidy try turn type update use
  visit volunteer walk watch work write
  aros adnewyddu agor anfon argraffu arwyddo casglu chwilio cofrestru cwblhau cwrdd cymharu cysylltu darllen dechrau defnyddio
  dewis dod dweud dysgu e-bostio edrych ffonio galw gofyn gorffen gwirio gwneud gwylio gweld helpu holi hyfforddi
  llenwi lawrlwytho mynd mynychu ofyn paratoi parhau postio prynu rhestru rhoi siarad sgwennu sefydlu
  trafod trefnu tecstio ymarfer ymgeisio ymuno ymweld ysgrifennu`.split(/\s+/),
);

/** What is meant well and cannot be seen to be done. */
const VAGUE =
  /\b(be more|be better|more confident|try harder|keep (looking|trying|going)|look for (work|a job|jobs)|find (work|a job)|get (work|a job)|job ?search(ing)?|improve|think about|sort (things|stuff|it) out|chwilio am (waith|swydd|swyddi)|dod o hyd i (waith|swydd)|cael (gwaith|swydd)|gwella|dal ati|meddwl am)\b/i;

/** A date further off than this (days) is hard to work towards. */
const FAR = 60;

/** Advice about a step; `daysAhead` is null while there is no date. In the order in which it helps. */
export function stepHints(action: string, daysAhead: number | null): StepHint[] {
  const words =
    action
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}’'-]+/gu) ?? [];
  const short = words.length < 3;
  return [
    ...(words.slice(0, 4).some((word) => VERBS.has(word)) ? [] : ['no_verb' as const]),
    ...(short || VAGUE.test(action) ? ['too_vague' as const] : []),
    ...(daysAhead === null ? ['no_date' as const] : daysAhead > FAR ? ['far_off' as const] : []),
  ];
}
