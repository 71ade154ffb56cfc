import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import { constants } from 'node:zlib';
import type { Composition } from '~/composition.server';
import { chosenLanguage } from './chosen-language.server';
import { closed } from './closed.server';
import { failures } from './failures.server';
import { formBody } from './form-body.server';
import type { Lifecycle } from './graceful-stop.server';
import { kioskDoor } from './kiosk-door.server';
import { languageSwitch } from './language-switch.server';
import { createMetrics } from './metrics.server';
import { networkAddress } from './network-address.server';
import { notSaved } from './not-saved.server';
import { notifyWebhooks } from './notify-webhooks.server';
import { operations } from './operations.server';
import { refuse } from './refuse.server';
import { remixHandler } from './remix-handler.server';
import { requestLine } from './request-line.server';
import { requestLog } from './request-log.server';
import { nameRoute } from './route-patterns.server';
import { sameOrigin } from './same-origin.server';
import { securityHeaders } from './security-headers.server';
import { twilioWebhooks } from './twilio-webhooks.server';

export interface PortalParts {
  composition: Composition;
  /** The Remix server build, or a function that gives the present one in development. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Serves the built client files (or, in development, Vite's). */
  files: RequestHandler;
  lifecycle?: Lifecycle;
}

/** The portal as an Express application: order matters, and this is the order. */
export function createPortal({ composition, build, files, lifecycle = { stopping: false } }: PortalParts): Express {
  const { config, services, log, isOutage, isReadOnlyFailure } = composition;
  const metrics = createMetrics(composition);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', config.trustProxy);
  app.use(requestLog(log));
  app.use(metrics.count);
  app.use((_request, response, next) => {
    response.locals.lastKnownPhone = services.lastKnownPhone;
    next();
  });
  app.use(...securityHeaders(config.publicUrl));
  app.use(operations({ composition, lifecycle, metricsPage: metrics.page }));
  app.use(chosenLanguage(config.publicUrl));
  app.use(requestLine);
  app.use(twilioWebhooks(composition));
  app.use(notifyWebhooks(composition));
  // Pages are compressed where they are sent (page-compression.server.ts), files come so from the build; this is for all else.
  app.use(compression({ level: 6, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } }));
  app.use(files);
  app.use(closed(composition));
  app.use(nameRoute(build));
  app.all('/__manifest', (_request, response) => refuse(response, 'not_found'));
  app.use(sameOrigin(config.publicUrl));
  app.use(formBody);
  app.use(kioskDoor(composition));
  app.use(languageSwitch(config.publicUrl));
  app.use(notSaved(services));
  app.all(
    '*',
    remixHandler({
      build,
      development: config.mode === 'development',
      publicUrl: config.publicUrl,
      contextFor: (request, response) => ({
        services,
        log: log.child({ requestId: response.locals.requestId }),
        requestId: response.locals.requestId,
        pattern: String(response.locals.route ?? ''),
        nonce: response.locals.nonce,
        address: networkAddress(request.ip ?? ''),
        chosenLanguage: response.locals.chosenLanguage,
        typed: (response.locals.typed as URLSearchParams | undefined) ?? null,
        kiosk: (response.locals.kiosk as { mark: string | null } | undefined) ?? null,
        mode: config.mode,
        publicUrl: config.publicUrl,
        notSaved: response.locals.notSaved === true,
        noteFailure: (error) => {
          response.locals.outage ||= isOutage(error);
          response.locals.readOnly ||= isReadOnlyFailure(error);
        },
        outbox: config.sms.provider === 'outbox' || config.email.provider === 'outbox',
      }),
    }),
  );
  app.use(failures(log, composition));
  return app;
}
