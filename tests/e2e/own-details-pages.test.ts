import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '~/domain/language';
import { detailsWords } from '~/i18n/pages/details';
import { ownContactsWords } from '~/i18n/pages/own-contacts';
import { aContactPoint, aCustomer, aMemberOfStaff, anOffice } from '../support/factories';
import { bytesOnTheWire } from '../support/page-checks';
import { startPortal, type TestPortal } from '../support/portal';
import { theyAreSound, type Shown } from '../support/sound-pages';

describe('the pages of a customer’s details', () => {
  let portal: TestPortal;
  let rich: { id: string };
  let bare: { id: string };
  let waiting: string;
  let usedUp: string;
  let point: string;
  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-24T10:00:00Z' });
    const office = await anOffice(portal.deps);
    const team = { officeId: office.id, adviserId: (await aMemberOfStaff(portal.deps, office.id)).id };
    const partner = { id: 'careers', ref: 'CAREERS', name: 'Careers Gwynedd', what: 'They talk with you about work.' };
    await portal.deps.db.write((q) => q.insert(q.tables.partners).values(partner));
    rich = await aCustomer(portal.deps, team, {
      ...{ mobile: '+447700900701', email: 'siwan@mail.example', landline: '+441632960701' },
      ...{ firstName: 'Siwan', knownAs: 'Siw', quietFrom: '21:00', quietTo: '10:00', discreet: true },
    });
    bare = await aCustomer(portal.deps, team, { firstName: 'Nia' });
    point = (await aContactPoint(portal.deps, rich.id, 'post', '2 Mill Lane\nBangor\nLL57 2AB')).id;
    const { services } = portal.composition;
    const who = { customerId: rich.id, address: '192.0.2.9', language: 'en' as const, requestId: 'r' };
    await services.giveConsent({ customerId: rich.id, partnerId: 'careers' });
    await services.withdrawConsent({ customerId: rich.id, partnerId: 'careers' });
    await services.saveAccessNeeds({ customerId: rich.id, told: { interpreter: 'Polish', bsl: '' } });
    await services.saveAccessNeeds({ customerId: rich.id, told: { interpreter: 'Polish' } });
    const begin = async (customerId: string, email: string) => {
      const typed = { phone: '', address: '', postcode: '', email };
      const begun = await services.beginContactChange({
        ...who,
        customerId,
        thing: 'email',
        typed,
        replacesId: null,
      });
      return begun.ok ? begun.changeId : '';
    };
    waiting = await begin(rich.id, 'siwan.new@mail.example');
    usedUp = await begin(bare.id, 'nia.new@mail.example');
    await portal.deps.db.write(async (q) => void (await q.update(q.tables.optOuts).set({ source: 'reply' })));
  });

  afterAll(() => portal.close());

  const startSession = (id: string) => portal.composition.services.startSession({ kind: 'customer', id }, null);
  const open = (who: () => { id: string }, path: () => string, status = 200): Omit<Shown, 'name'> => ({
    status,
    async open(page, language) {
      await page.context().addCookies([{ name: 'session', value: await startSession(who().id), url: portal.url }]);
      return page.goto(`${path()}${path().includes('?') ? '&' : '?'}lang=${language}`);
    },
  });
  /** Fills a field with something wrong, if told which, and presses a button. */
  const wrong = (
    who: () => { id: string },
    path: () => string,
    button: (language: Language) => string,
    field?: [selector: string, value: string],
  ): Omit<Shown, 'name'> => ({
    status: 422,
    async open(page, language) {
      await open(who, path).open(page, language);
      if (field) await page.locator(field[0]).fill(field[1]);
      const submit = page.getByRole('button', { name: button(language), exact: true });
      const [answer] = await Promise.all([page.waitForNavigation(), submit.first().click()]);
      return answer;
    },
  });
  const words = (language: Language) => detailsWords.in(language);
  const contacts = (language: Language) => ownContactsWords.in(language);
  const isRich = () => rich;
  const isBare = () => bare;

  const pages: Shown[] = [
    { name: 'my details', ...open(isRich, () => '/details') },
    { name: 'my details, of somebody of whom little is known', ...open(isBare, () => '/details') },
    ...(['shared', 'post'] as const).map((done) => ({
      name: `my details, after a change (${done})`,
      ...open(isRich, () => `/details?done=${done}`),
    })),
    { name: 'name', ...open(isRich, () => '/details/name') },
    { name: 'name, wrong', ...wrong(isRich, () => '/details/name', (l) => words(l).name.save, ['#firstName', ' ']) }, // prettier-ignore
    { name: 'language', ...open(isRich, () => '/details/language') },
    { name: 'contact preferences', ...open(isRich, () => '/details/contact-preferences') },
    { name: 'contact preferences, with nothing to reach', ...open(isBare, () => '/details/contact-preferences?done=switched') }, // prettier-ignore
    { name: 'contact preferences, wrong', ...wrong(isRich, () => '/details/contact-preferences', (l) => words(l).preferences.save, ['#quietTo', '']) }, // prettier-ignore
    { name: 'access needs', ...open(isRich, () => '/details/access-needs') },
    { name: 'access needs, wrong', ...wrong(isBare, () => '/details/access-needs', (l) => words(l).needs.save, ['#otherDetail', 'x'.repeat(201)]) }, // prettier-ignore
    { name: 'sharing', ...open(isRich, () => '/details/sharing?done=given') },
    { name: 'a new phone number', ...open(isRich, () => '/details/contacts/new?kind=phone') },
    { name: 'a new email, wrong', ...wrong(isRich, () => '/details/contacts/new?kind=email', (l) => contacts(l).form.submit.email, ['#email', 'me']) }, // prettier-ignore
    { name: 'another address', ...open(isRich, () => `/details/contacts/${point}/change`) },
    { name: 'another address, wrong', ...wrong(isRich, () => `/details/contacts/${point}/change`, (l) => contacts(l).form.submit.post) }, // prettier-ignore
    { name: 'removal', ...open(isRich, () => `/details/contacts/${point}/removal`) },
    { name: 'removal of somebody else’s', ...open(isBare, () => `/details/contacts/${point}/removal`, 404) },
    { name: 'the code', ...open(isRich, () => `/details/contact-changes/${waiting}?done=again`) },
    { name: 'the code, wrong', ...wrong(isBare, () => `/details/contact-changes/${usedUp}`, (l) => contacts(l).code.submit, ['#code', '12']) }, // prettier-ignore
    { name: 'somebody else’s code', ...open(isBare, () => `/details/contact-changes/${waiting}`, 404) },
    { name: 'the check', ...open(isRich, () => '/details/check') },
    { name: 'the check, with nowhere to send a code', ...open(isBare, () => '/details/check') },
    {
      name: 'the check, not answered',
      ...wrong(
        isRich,
        () => '/details/check',
        (l) => contacts(l).check.submit,
      ),
    },
    { name: 'a copy of one’s data', ...open(isRich, () => '/details/download') },
  ];
  theyAreSound(() => portal, pages);

  it('fit what a phone gets in one go', async () => {
    const cookie = `session=${await startSession(rich.id)}`;
    const html = await fetch(`${portal.url}/sign-in`).then((response) => response.text());
    const styles = await bytesOnTheWire(`${portal.url}${/rel="stylesheet" href="([^"]+)"/.exec(html)![1]!}`);
    for (const path of ['', '/contact-preferences', '/access-needs', '/sharing', '/contacts/new?kind=post']) {
      const bytes = await bytesOnTheWire(`${portal.url}/details${path}`, cookie);
      expect(bytes).toBeLessThanOrEqual(4_000);
      expect(bytes + styles).toBeLessThanOrEqual(11_000);
    }
  });
});
