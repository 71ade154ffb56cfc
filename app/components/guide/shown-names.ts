import type { Language } from '~/domain/language';
import { adviserWords } from '~/i18n/pages/adviser';
import { appointmentWords } from '~/i18n/pages/appointment';
import { clubsWords } from '~/i18n/pages/clubs';
import { detailsWords } from '~/i18n/pages/details';
import type { Shown } from '~/i18n/pages/en-guides';
import { frameWords } from '~/i18n/pages/frame';
import { ownContactsWords } from '~/i18n/pages/own-contacts';
import { planWords } from '~/i18n/pages/plan';
import { signInWords } from '~/i18n/pages/sign-in';

/** What buttons and places are called on screen, from the words of those very pages: a guide cannot lag behind them. */
export function shownNames(language: Language): Shown {
  const { menu, signOut } = frameWords.in(language);
  const appointment = appointmentWords.in(language);
  const { journal } = adviserWords.in(language);
  const step = planWords.in(language).step;
  return {
    signIn: menu.places['/sign-in'],
    sendCode: signInWords.in(language).submit,
    home: menu.places['/'],
    meetings: menu.places['/appointments'],
    plan: menu.places['/plan'],
    clubs: menu.places['/clubs'],
    adviser: menu.places['/adviser'],
    details: menu.places['/details'],
    willCome: appointment.willCome,
    cannotCome: appointment.cannotCome,
    pickAnother: appointment.pickAnother,
    continue: ownContactsWords.in(language).form.submit.phone,
    stepDone: step.markDone,
    stepHelp: step.needHelp,
    change: detailsWords.in(language).change,
    findClubs: clubsWords.in(language).submit,
    going: clubsWords.in(language).one.going,
    write: journal.write,
    send: adviserWords.in(language).form.submit,
    signOut,
  };
}
