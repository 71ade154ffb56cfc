import express from 'express';
import { renderToStaticMarkup } from 'react-dom/server';
import { compose } from '~/composition.server';
import { loadConfig } from '~/config.server';
import { homeWords } from '~/i18n/pages/home';
import { pageTitle } from '~/components/page-title';
import { Layout } from '~/root';
import Home from '~/routes/_index';
import { homeOf } from './home-of';
import { PlainPageOf } from './plain-react';

/** The least that can serve the home: Express, the same questions to the database, the same markup, nothing else. */
const config = loadConfig();
const { services } = compose(config, { name: 'bare' });

express()
  .get('/', (request, response, next) => {
    const asked = new Request(config.publicUrl, { headers: { cookie: request.get('cookie') ?? '' } });
    homeOf(services, asked).then(({ frame, home }) => {
      const [{ title }] = pageTitle(homeWords.in(home.language).title, home.language) as [{ title: string }];
      const matches = [
        { id: 'root', pathname: '/', data: frame },
        { id: 'routes/_index', pathname: '/', data: home },
      ];
      const markup = renderToStaticMarkup(
        <PlainPageOf page={{ pathname: '/', matches, title }}>
          <Layout>
            <Home />
          </Layout>
        </PlainPageOf>,
      );
      response.type('html').send(`<!doctype html>${markup}`);
    }, next);
  })
  .listen(config.port, '127.0.0.1');
