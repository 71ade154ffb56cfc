import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { Filters, outboxAddress, type Chosen } from '~/components/outbox/filters';
import { MessageCard, MessageFacts, messageName } from '~/components/outbox/message-card';
import { sayWhen } from '~/components/outbox/when';
import { allowOutbox } from '~/http/allow.server';
import { chosenFrom, filterFrom } from '~/http/outbox-filter.server';
import { outboxWords } from '~/i18n/pages/outbox';

export const loader = allowOutbox(async ({ context, url, language }) => {
  const chosen = chosenFrom(url.searchParams);
  const page = Math.min(Math.max(1, Math.trunc(Number(url.searchParams.get('page'))) || 1), 100_000);
  const { listOutbox } = context.services;
  const list = await listOutbox({ ...filterFrom(chosen), page });
  const isStart = outboxAddress(chosen, list.page) === '/outbox';
  const coming = isStart ? await listOutbox({ ...filterFrom({ ...chosen, show: 'coming' }), page: 1 }) : null;
  return { language, chosen, list, coming: coming?.messages.slice(0, 5) ?? [], portal: context.publicUrl };
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(outboxWords.in(data.language).title, data.language) : [];

export default function Outbox() {
  const { language, chosen, list, coming, portal } = useLoaderData<typeof loader>();
  const words = outboxWords.in(language);
  const now = list.now;
  return (
    <>
      <p className="wm-outbox__banner">{words.banner}</p>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.lead}</p>
      <p className="wm-outbox__fresh">
        <a className="govuk-link" href={outboxAddress(chosen)}>
          {words.fresh}
        </a>{' '}
        <span className="wm-outbox__seen">{words.seenAt(sayWhen(now, 'Europe/London', now, language))}</span>
      </p>
      <Tabs chosen={chosen} language={language} />
      <Filters chosen={chosen} language={language} />
      <p className="wm-outbox__facts">{words.count[chosen.show](list.total)}</p>
      {list.total === 0 && (
        <p className="govuk-body">
          {chosen.channel || chosen.status || chosen.name ? words.nothingFiltered : words.nothing}
        </p>
      )}
      <ul className="wm-outbox__cards">
        {list.messages.map((message) => (
          <MessageCard key={message.id} message={message} language={language} now={now} portal={portal} />
        ))}
      </ul>
      <Pages chosen={chosen} language={language} page={list.page} pages={list.pages} />
      {coming.length > 0 && (
        <section aria-labelledby="coming">
          <h2 className="govuk-heading-m" id="coming">
            {words.comingNext}
          </h2>
          <ul className="wm-outbox__cards">
            {coming.map((message) => (
              <li key={message.id} className="wm-outbox__card">
                <p className="govuk-body">
                  <a className="govuk-link" href={`/outbox/${message.id}`}>
                    {messageName(message, language)}
                  </a>
                  {message.rule && `: ${words.rule[message.rule]}`}
                </p>
                <MessageFacts message={message} language={language} now={now} />
              </li>
            ))}
          </ul>
          <p className="govuk-body">
            <a className="govuk-link" href={outboxAddress({ show: 'coming' })}>
              {words.allComing}
            </a>
          </p>
        </section>
      )}
    </>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

function Tabs({ chosen, language }: { chosen: Chosen; language: Page['language'] }) {
  const words = outboxWords.in(language);
  return (
    <nav aria-label={words.show.label}>
      <ul className="wm-outbox__tabs">
        {(['out', 'coming', 'unsent'] as const).map((show) => (
          <li key={show}>
            <a
              className="govuk-link"
              href={outboxAddress({ show })}
              aria-current={show === chosen.show ? 'page' : undefined}
            >
              {words.show[show]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Pages(props: { chosen: Chosen; language: Page['language']; page: number; pages: number }) {
  const { chosen, language, page, pages } = props;
  const words = outboxWords.in(language);
  if (pages === 1) return null;
  const link = (to: number, text: string, rel: 'prev' | 'next') => (
    <li>
      <a className="govuk-link" href={outboxAddress(chosen, to)} rel={rel}>
        {text}
      </a>
    </li>
  );
  return (
    <nav aria-label={words.pages}>
      <ul className="wm-outbox__tabs">
        {page > 1 && link(page - 1, words.previous, 'prev')}
        {page < pages && link(page + 1, words.next, 'next')}
        <li>{words.page(page, pages)}</li>
      </ul>
    </nav>
  );
}
