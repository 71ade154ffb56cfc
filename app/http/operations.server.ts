import { Router, type RequestHandler } from 'express';
import type { Composition } from '~/composition.server';
import { bringsToken } from './bearer-token.server';
import type { Lifecycle } from './graceful-stop.server';
import { readiness } from './readiness.server';
import { refuse } from './refuse.server';

export interface OperationsParts {
  composition: Composition;
  lifecycle: Lifecycle;
  metricsPage(): Promise<{ type: string; text: string }>;
}

/** For machines that watch the service: is it up, is it ready, how is it doing. */
export function operations({ composition, lifecycle, metricsPage }: OperationsParts): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.type('text').send('up\n');
  });
  router.get('/readyz', (_request, response, next) => {
    readiness(composition, lifecycle).then((answer) => {
      response.status(answer.ready ? 200 : 503).json(answer);
    }, next);
  });
  router.get('/metrics', bearer(composition.config.metricsToken), (_request, response, next) => {
    metricsPage().then(({ type, text }) => {
      response.set('Content-Type', type).send(text);
    }, next);
  });
  return router;
}

/** Lets in who knows the token; without a token in the settings there is nothing to be let into. */
function bearer(token: string | null): RequestHandler {
  return (request, response, next) => {
    if (token === null) return refuse(response, 'not_found');
    if (bringsToken(request, token)) return next();
    response.status(401).set('WWW-Authenticate', 'Bearer').type('text').send('A bearer token is needed.\n');
  };
}
